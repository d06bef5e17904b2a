using System;
using Minato.Model;
using Minato.Rendering;
using Minato.Rendering.Netstat.MacOs;
using Minato.Wire;

namespace Minato.Tests.Rendering.Netstat;

public sealed class MacOsCountersTests
{
    [Fact]
    public void Statistics_have_the_sections_of_macOS() => Golden.Matches("netstat-macos-s", Print(SampleCounters.Of("6.18")));

    [Fact]
    public void Zeros_are_hidden_when_s_is_typed_twice() => Golden.Matches("netstat-macos-ss", Print(SampleCounters.Of("6.18"), hidesZeros: true));

    [Fact]
    public void A_kernel_that_counts_less_prints_fewer_lines()
    {
        string old = Print(SampleCounters.Of("3.10"));

        Assert.DoesNotContain("keepalive probe", old, StringComparison.Ordinal);
        Assert.Contains("correct ACK header prediction", old, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "\t0 total packet received\n")]
    [InlineData(1, "\t1 total packet received\n")]
    [InlineData(2, "\t2 total packets received\n")]
    [InlineData(-1, "\t18446744073709551615 total packets received\n")]
    public void More_than_one_has_an_s(long number, string line)
    {
        CounterTable table = new();
        table.Begin("Ip"u8);
        table.Add("InReceives"u8, number);

        Assert.Equal("ip:\n" + line, Print(table, MacOsCounterKinds.Ip));
    }

    [Fact]
    public void Both_families_of_UDP_are_one_section()
    {
        CounterTable table = new();
        CounterPairDecoder.Decode("Udp: InDatagrams NoPorts InErrors OutDatagrams\nUdp: 10 2 1 5\n"u8, table);
        CounterLineDecoder.DecodeV6("Udp6InDatagrams 100\nUdp6NoPorts 20\nUdp6InErrors 10\nUdp6OutDatagrams 50\n"u8, table);

        Assert.Equal("udp:\n\t143 datagrams received\n\t\t22 dropped due to no socket\n\t\t110 delivered\n\t55 datagrams output\n", Print(table, MacOsCounterKinds.Udp));
    }

    [Fact]
    public void Types_of_ICMP_messages_have_names_where_macOS_has_one()
    {
        CounterTable table = new();
        CounterPairDecoder.Decode("Icmp: InMsgs\nIcmp: 9\nIcmpMsg: InType3 InType42 InType256 OutType0 OutType8\nIcmpMsg: 5 4 3 0 2\n"u8, table);

        Assert.Equal("icmp:\n\tOutput histogram:\n\t\techo: 2\n\tInput histogram:\n\t\tdestination unreachable: 5\n\t\t#42: 4\n", Print(table, MacOsCounterKinds.Icmp));
    }

    [Fact]
    public void Memory_is_what_sockets_hold()
    {
        CounterTable table = new();
        SockstatDecoder.Decode("TCP: inuse 1 mem 10\nUDP: inuse 1 mem 2\nFRAG: inuse 1 memory 2048\n"u8, table);
        MemoryOutput output = new();
        Utf8Sink sink = new(output);

        Assert.True(MacOsMemory.TryAppend(sink, table, pageSize: 4096));
        sink.Flush();
        Assert.Equal("50 KB allocated to network\n", output.Text);
    }

    [Fact]
    public void Memory_that_nobody_counted_is_not_printed()
    {
        MemoryOutput output = new();
        Assert.False(MacOsMemory.TryAppend(new Utf8Sink(output), new CounterTable(), pageSize: 4096));
    }

    private static string Print(CounterTable table, MacOsCounterKinds kinds = MacOsCounterKinds.All, bool hidesZeros = false)
    {
        MemoryOutput output = new();
        Utf8Sink sink = new(output);
        new MacOsCounters(sink, hidesZeros).Append(table, kinds);
        sink.Flush();
        return output.Text;
    }
}
