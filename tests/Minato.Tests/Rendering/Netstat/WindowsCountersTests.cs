using System;
using System.Collections.Generic;
using System.Text;
using Minato.Model;
using Minato.Model.Network;
using Minato.Rendering;
using Minato.Rendering.Netstat.Windows;
using Minato.Wire;

namespace Minato.Tests.Rendering.Netstat;

public sealed class WindowsCountersTests
{
    [Fact]
    public void Statistics_have_the_sections_of_Windows() =>
        Golden.Matches("netstat-windows-s", Print(SampleCounters.Of("6.1"), WindowsProtocols.All, out _));

    [Theory]
    [InlineData("3.10")]
    [InlineData("4.19")]
    [InlineData("5.15")]
    [InlineData("6.18")]
    public void Every_kernel_counts_the_same_lines(string kernel)
    {
        string[] lines = Print(SampleCounters.Of(kernel), WindowsProtocols.All, out IReadOnlyList<string> missing).Split('\n');

        Assert.Equal(["Routing Discards", "TCP Statistics for IPv6"], missing);
        Assert.Equal(Print(SampleCounters.Of("6.1"), WindowsProtocols.All, out _).Split('\n').Length, lines.Length);
    }

    [Fact]
    public void Numbers_stand_in_the_columns_that_were_published()
    {
        int column = 0;
        foreach (string line in Print(SampleCounters.Of("6.1"), WindowsProtocols.All, out _).Split('\n'))
        {
            if (line.StartsWith("IPv", StringComparison.Ordinal)) column = 37;
            if (line.StartsWith("TCP", StringComparison.Ordinal)) column = 38;
            if (line.StartsWith("UDP", StringComparison.Ordinal)) column = 24;
            if (line.Contains('=', StringComparison.Ordinal)) Assert.Equal(column, line.IndexOf('=', StringComparison.Ordinal));
            if (line.Contains("Received    Sent", StringComparison.Ordinal)) Assert.Equal((28, 40), (line.IndexOf("Received", StringComparison.Ordinal), line.IndexOf("Sent", StringComparison.Ordinal)));
            if (line.StartsWith("  Messages", StringComparison.Ordinal)) Assert.True(char.IsAsciiDigit(line[28]) && char.IsAsciiDigit(line[40]) && line[39] == ' ');
            Assert.False(line.EndsWith(' '));
        }
    }

    [Fact]
    public void One_protocol_is_one_section()
    {
        string text = Print(SampleCounters.Of("6.1"), WindowsProtocols.Udp6, out _);

        Assert.StartsWith("\nUDP Statistics for IPv6\n\n  Datagrams Received    = ", text, StringComparison.Ordinal);
        Assert.Equal(8, text.Split('\n').Length);
    }

    [Fact]
    public void A_kernel_without_IPv6_has_no_sections_of_it()
    {
        CounterTable table = new();
        CounterPairDecoder.Decode("Ip: InReceives InHdrErrors\nIp: 7 0\n"u8, table);
        string text = Print(table, WindowsProtocols.Ip | WindowsProtocols.Ip6, out IReadOnlyList<string> missing);

        Assert.Equal("\nIPv4 Statistics\n\n  Packets Received                   = 7\n  Received Header Errors             = 0\n", text);
        Assert.Contains("IPv6 Statistics", missing, StringComparer.Ordinal);
        Assert.Contains("Output Requests", missing, StringComparer.Ordinal);
    }

    [Fact]
    public void Lines_end_as_Windows_ends_them()
    {
        MemoryOutput output = new();
        Utf8Sink sink = new(output);
        new WindowsCounters(sink, hasCarriageReturn: true).Append(SampleCounters.Of("6.1"), WindowsProtocols.Udp);
        sink.Flush();

        Assert.Equal(output.Text.Split('\n').Length, output.Text.Split("\r\n").Length);
    }

    [Fact]
    public void Interface_totals_leave_loopback_out()
    {
        InterfaceEntry loopback = Interface("lo", InterfaceFlags.Loopback);
        InterfaceEntry first = Interface("eth0", InterfaceFlags.Up);
        InterfaceEntry second = Interface("wlan0", InterfaceFlags.Up);
        InterfaceEntry uncounted = new() { Name = "tun0"u8.ToArray() };
        MemoryOutput output = new();
        Utf8Sink sink = new(output);
        WindowsInterfaceTotals.Append(sink, [loopback, first, second, uncounted], hasCarriageReturn: false);
        sink.Flush();

        Golden.Matches("netstat-windows-e", output.Text);
    }

    [Fact]
    public void Totals_end_in_the_columns_that_were_published_and_larger_ones_push()
    {
        MemoryOutput output = new();
        Utf8Sink sink = new(output);
        InterfaceEntry large = Interface("eth0", InterfaceFlags.Up);
        large.Counters = large.Counters!.Value with { ReceivedBytes = 123456789012345, SentBytes = 5 };
        WindowsInterfaceTotals.Append(sink, [large], hasCarriageReturn: false);
        sink.Flush();
        string[] lines = output.Text.Split('\n');

        Assert.Equal((35, 51), (lines[2].IndexOf("Received", StringComparison.Ordinal) + 8, lines[2].Length));
        Assert.Equal("Bytes                   123456789012345               5", lines[4]);
        Assert.Equal(51, lines[5].Length);
        Assert.Equal(35, lines[6].Length);
    }

    private static InterfaceEntry Interface(string name, InterfaceFlags flags) => new()
    {
        Name = Encoding.ASCII.GetBytes(name),
        HasLink = true,
        Flags = flags,
        Counters = new InterfaceCounters
        {
            ReceivedBytes = 1_000_000,
            ReceivedPackets = 1000,
            Multicast = 40,
            ReceiveErrors = 3,
            ReceiveDropped = 2,
            SentBytes = 70_000,
            SentPackets = 600,
            SendErrors = 1,
            SendDropped = 0,
        },
    };

    private static string Print(CounterTable table, WindowsProtocols kinds, out IReadOnlyList<string> missing)
    {
        MemoryOutput output = new();
        Utf8Sink sink = new(output);
        WindowsCounters counters = new(sink, hasCarriageReturn: false);
        counters.Append(table, kinds);
        sink.Flush();
        missing = counters.Missing;
        return output.Text;
    }
}
