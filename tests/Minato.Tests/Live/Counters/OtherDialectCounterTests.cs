using System;
using System.Linq;

namespace Minato.Tests.Live.Counters;

/// <summary>Counters behind the doors of Windows and macOS.</summary>
public sealed class OtherDialectCounterTests : LiveTest
{
    // net/core/net-procfs.c
    private const string Interfaces = """
        Inter-|   Receive                                                |  Transmit
         face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed
            lo: 9000000    9000    0    0    0     0          0         0 9000000    9000    0    0    0     0       0          0
          eth0: 1279913096  963809    1    2    0     0          0      2660 89768387  234136    3    4    0     0       0          0
         wlan0:     100      10    0    0    0     0          0         1      200      20    0    0    0     0       0          0

        """;

    [Fact]
    public void Windows_prints_every_section_that_Linux_counts_and_says_once_what_it_does_not()
    {
        using CounterFiles files = CounterFiles.OfKernel("6.1");
        Outcome outcome = files.AskMinato("--dialect", "windows", "-s");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(
            ["IPv4 Statistics", "IPv6 Statistics", "ICMPv4 Statistics", "ICMPv6 Statistics", "TCP Statistics for IPv4", "UDP Statistics for IPv4", "UDP Statistics for IPv6"],
            outcome.Lines.Where(line => line.Contains("Statistics", StringComparison.Ordinal)).ToArray());
        Assert.Equal(2, outcome.ErrorLines.Length);
        Assert.EndsWith("this kernel does not count: Routing Discards", outcome.ErrorLines[0], StringComparison.Ordinal);
        Assert.Contains("TCP of both families together", outcome.ErrorLines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ip", "IPv4 Statistics")]
    [InlineData("IPv6", "IPv6 Statistics")]
    [InlineData("ICMP", "ICMPv4 Statistics")]
    [InlineData("icmpv6", "ICMPv6 Statistics")]
    [InlineData("TCP", "TCP Statistics for IPv4")]
    [InlineData("udp", "UDP Statistics for IPv4")]
    [InlineData("UDPv6", "UDP Statistics for IPv6")]
    public void Windows_prints_the_section_of_a_protocol(string protocol, string title)
    {
        using CounterFiles files = CounterFiles.OfKernel("6.1");
        Outcome outcome = files.AskMinato("--dialect", "windows", "-s", "-p", protocol);

        Assert.Equal(["", title, ""], outcome.Lines[..3]);
        Assert.Single(outcome.Lines, line => line.Contains("Statistics", StringComparison.Ordinal));
    }

    [Fact]
    public void Windows_prints_totals_of_the_interfaces_before_statistics()
    {
        using CounterFiles files = CounterFiles.OfKernel("6.1").With("dev", Interfaces);
        Outcome outcome = files.AskMinato("--dialect", "windows", "/e", "/s", "/p", "UDP");

        Assert.StartsWith(
            """
            Interface Statistics

                                       Received            Sent

            Bytes                    1279913196        89768587
            Unicast packets              961158          234156
            Non-unicast packets            2661
            Discards                          2               4
            Errors                            1               3

            UDP Statistics for IPv4

              Datagrams Received    =
            """,
            outcome.Output,
            StringComparison.Ordinal);
        Assert.Contains("unknown protocols", outcome.ErrorLines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void MacOS_prints_the_sections_that_Linux_counts()
    {
        using CounterFiles files = CounterFiles.OfKernel("6.1");
        Outcome outcome = files.AskMinato("--dialect", "macos", "-s");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(["tcp:", "udp:", "ip:", "icmp:", "ip6:", "icmp6:"], outcome.Lines.Where(line => !line.StartsWith('\t')).ToArray());
        Assert.Contains("left out", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-f inet -s", "tcp: udp: ip: icmp:")]
    [InlineData("-f inet6 -s", "ip6: icmp6:")]
    [InlineData("-s -p udp", "udp:")]
    [InlineData("-ss -p ip", "ip:")]
    public void MacOS_prints_what_was_asked(string options, string sections)
    {
        using CounterFiles files = CounterFiles.OfKernel("6.1");
        string[] lines = files.AskMinato(["--dialect", "macos", .. options.Split(' ')]).Lines;

        Assert.Equal(sections.Split(' '), lines.Where(line => !line.StartsWith('\t')).ToArray());
        Assert.Equal(!options.Contains("-ss", StringComparison.Ordinal), lines.Any(line => line.TrimStart('\t').StartsWith("0 ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("igmp")]
    [InlineData("pfkey")]
    [InlineData("mptcp")]
    public void A_protocol_that_Linux_does_not_count_is_said(string protocol)
    {
        using CounterFiles files = CounterFiles.OfKernel("6.1");
        Outcome outcome = files.AskMinato("--dialect", "macos", "-s", "-p", protocol);

        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains("no counters", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void MacOS_memory_is_what_the_sockets_of_Linux_hold()
    {
        using CounterFiles files = new CounterFiles().With("sockstat", "sockets: used 9\nTCP: inuse 2 orphan 0 tw 0 alloc 3 mem 25\nUDP: inuse 1 mem 75\nFRAG: inuse 0 memory 0\n");
        Outcome outcome = files.AskMinato("--dialect", "macos", "-m");

        Assert.Equal(($"{100 * Environment.SystemPageSize / 1024} KB allocated to network\n", 0), (outcome.Output, outcome.ExitCode));
        Assert.Contains("no mbufs", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("windows -s")]
    [InlineData("macos -s")]
    [InlineData("macos -m")]
    public void Counters_that_cannot_be_read_are_no_zeros(string options)
    {
        using CounterFiles files = new();
        Outcome outcome = files.AskMinato(["--dialect", .. options.Split(' ')]);

        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains("No such file or directory", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_missing_is_said_once_however_often_counters_are_printed()
    {
        using CounterFiles files = CounterFiles.OfKernel("6.1").With("snmp", "Ip: InReceives InDelivers\nIp: 7\n");
        Outcome outcome = files.AskMinatoFor("0.7", "-s", "--interval", "0.2");

        Assert.True(outcome.Lines.Count(line => line == "Ip:") > 1);
        Assert.Single(outcome.ErrorLines);
    }
}
