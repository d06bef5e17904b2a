using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using CsCheck;
using Minato.Model;
using Minato.Rendering;
using Minato.Rendering.Netstat.Linux;
using Minato.Tests.Architecture;
using Minato.Wire;

namespace Minato.Tests.Rendering.Netstat;

/// <summary>The files of Expected/ are what the installed netstat (net-tools 2.10) printed of the same counters.</summary>
public sealed class LinuxCountersTests
{
    [Theory]
    [InlineData("3.10")]
    [InlineData("4.19")]
    [InlineData("5.15")]
    [InlineData("6.1")]
    [InlineData("6.18")]
    public void Every_kernels_counters_are_printed_as_net_tools_printed_them(string kernel)
    {
        CounterTable table = new();
        CounterPairDecoder.Decode(Bytes(kernel, "snmp"), table);
        CounterPairDecoder.Decode(Bytes(kernel, "netstat"), table);
        Golden.Matches("netstat-linux-s-" + kernel, Print(table));
    }

    [Theory]
    [InlineData("3.10")]
    [InlineData("4.19")]
    [InlineData("5.15")]
    [InlineData("6.1")]
    [InlineData("6.18")]
    public void Every_kernels_counters_of_IPv6_are_printed_as_net_tools_printed_them(string kernel)
    {
        CounterTable v6 = new();
        CounterLineDecoder.DecodeV6(Bytes(kernel, "snmp6"), v6);
        CounterTable both = new();
        CounterPairDecoder.Decode(Bytes(kernel, "snmp"), both);
        MemoryOutput output = new();
        Utf8Sink sink = new(output);
        LinuxCounters counters = new(sink, LinuxCounterKinds.All, verbose: false);
        counters.Append(v6);
        counters.Append(both, "Tcp"u8);
        sink.Flush();

        Golden.Matches("netstat-linux-s6-" + kernel, output.Text);
    }

    [Fact]
    public void Of_a_file_that_was_cut_every_line_is_one_of_the_whole() => Gen.Select(Gen.OneOf("3.10", "4.19", "5.15", "6.1", "6.18"), Gen.OneOf("snmp", "netstat"), Gen.Int[0, 5000]).Sample(
        (kernel, file, length) =>
        {
            byte[] bytes = Bytes(kernel, file);
            HashSet<string> whole = [.. PrintPairs(bytes).Split('\n')];
            foreach (string line in PrintPairs(bytes[..Math.Min(length, bytes.Length)]).Split('\n')) Assert.Contains(line, whole);
        });

    [Fact]
    public void Damage_anywhere_ends_no_listing() => Gen.Select(Gen.OneOf("snmp", "netstat"), Gen.Select(Gen.Int[0, 5000], Gen.Byte).Array[1, 12]).Sample(
        (file, changes) =>
        {
            byte[] bytes = Bytes("6.18", file);
            foreach ((int at, byte value) in changes) bytes[at % bytes.Length] = value;

            // Whatever stands in a name, a line is a line and no byte drives a terminal.
            foreach (char letter in PrintPairs(bytes)) Assert.True(letter is '\n' or >= ' ');
        });

    [Fact]
    public void A_number_without_a_sign_stays_without() =>
        Assert.Equal("Ip:\n    18446744073709551615 total packets received\n    New: 18446744073709551614\n", PrintPairs("Ip: InReceives New\nIp: -1 -2\n"u8.ToArray()));

    [Fact]
    public void Settings_are_printed_when_asked_and_keep_their_sign() =>
        Assert.Equal("Tcp:\n    RtoMin: 200\n    MaxConn: -1\n    0 segments received\n", PrintPairs("Tcp: RtoMin MaxConn InSegs\nTcp: 200 -1 0\n"u8.ToArray(), verbose: true));

    private static string PrintPairs(byte[] text, bool verbose = false)
    {
        CounterTable table = new();
        CounterPairDecoder.Decode(text, table);
        return Print(table, verbose);
    }

    private static string Print(CounterTable table, bool verbose = false)
    {
        MemoryOutput output = new();
        Utf8Sink sink = new(output);
        new LinuxCounters(sink, LinuxCounterKinds.All, verbose).Append(table);
        sink.Flush();
        return Encoding.Latin1.GetString(output.Bytes);
    }

    private static byte[] Bytes(string kernel, string file) => File.ReadAllBytes(Path.Combine(SourceTree.Root, "tests/Minato.Tests/Fixtures/Counters", kernel, file));
}
