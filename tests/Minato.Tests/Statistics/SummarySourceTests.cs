using System.IO;
using Minato.Model;
using Minato.Statistics;
using Minato.Tests.Sources;

namespace Minato.Tests.Statistics;

public sealed class SummarySourceTests
{
    private const string Sockstat = """
        sockets: used 190
        TCP: inuse 8 orphan 1 tw 2 alloc 10 mem 3
        UDP: inuse 5 mem 7
        UDPLITE: inuse 0
        RAW: inuse 1
        FRAG: inuse 4 memory 9

        """;

    private const string Sockstat6 = """
        TCP6: inuse 3
        UDP6: inuse 6
        UDPLITE6: inuse 0
        RAW6: inuse 2
        FRAG6: inuse 7 memory 0

        """;

    private const string Snmp = """
        Ip: Forwarding DefaultTTL
        Ip: 1 64
        Tcp: RtoAlgorithm RtoMin RtoMax MaxConn ActiveOpens CurrEstab InSegs
        Tcp: 1 200 120000 -1 50 12 999
        Udp: InDatagrams NoPorts
        Udp: 1 2

        """;

    [Fact]
    public void Each_counter_is_read_from_its_file()
    {
        using FixtureRoot root = new FixtureRoot().With("sockstat", Sockstat).With("sockstat6", Sockstat6).With("snmp", Snmp);
        SummaryResult result = SummarySource.Read(root.Path, ProcFiles.None);

        Assert.Equal((0, 0), (result.SockstatErrno, result.SnmpErrno));
        Assert.Equal(
            new SocketSummary
            {
                Total = 190,
                TcpEstablished = 12,
                TcpAllocated = 10,
                TcpOrphaned = 1,
                TcpTimeWait = 2,
                TcpV4 = 8,
                TcpV6 = 3,
                UdpV4 = 5,
                UdpV6 = 6,
                RawV4 = 1,
                RawV6 = 2,
                FragmentsV4 = 4,
                FragmentsV6 = 7,
            },
            result.Counts);
    }

    [Fact]
    public void The_table_of_the_reading_thread_comes_before_that_of_the_process()
    {
        using FixtureRoot root = new FixtureRoot().With("sockstat", "sockets: used 1\n").With("snmp", Snmp);
        Directory.CreateDirectory(root.Path + "/thread-self/net");
        File.WriteAllText(root.Path + "/thread-self/net/sockstat", "sockets: used 2\n");

        Assert.Equal(2, SummarySource.Read(root.Path, ProcFiles.None).Counts.Total);
    }

    [Fact]
    public void A_named_file_is_read_instead()
    {
        using FixtureRoot root = new FixtureRoot().With("sockstat", "sockets: used 1\n").With("snmp", Snmp).With("mine", "sockets: used 3\n");

        Assert.Equal(3, SummarySource.Read(root.Path, new ProcFiles { [ProcFile.SockStat] = root.Path + "/net/mine" }).Counts.Total);
    }

    [Fact]
    public void A_kernel_without_IPv6_counts_none()
    {
        using FixtureRoot root = new FixtureRoot().With("sockstat", Sockstat).With("snmp", Snmp);
        SummaryResult result = SummarySource.Read(root.Path, ProcFiles.None);

        Assert.Equal((0, 0), (result.SockstatErrno, result.Counts.TcpV6));
    }

    [Fact]
    public void A_file_that_is_not_there_is_told()
    {
        using FixtureRoot root = new();
        SummaryResult result = SummarySource.Read(root.Path, ProcFiles.None);

        Assert.Equal(("No such file or directory", "No such file or directory"), (result.SockstatReason, result.SnmpReason));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Tcp: RtoAlgorithm\nTcp: 1\n")]
    [InlineData("Tcp: RtoAlgorithm CurrEstab\nTcp: 1\n")]
    [InlineData("Tcp: CurrEstab\nTcp: many\n")]
    [InlineData("Tcp: CurrEstab\n")]
    public void Connections_that_are_not_counted_are_told(string snmp)
    {
        using FixtureRoot root = new FixtureRoot().With("sockstat", Sockstat).With("snmp", snmp);

        Assert.NotEqual(0, SummarySource.Read(root.Path, ProcFiles.None).SnmpErrno);
    }

    [Theory]
    [InlineData("TCP: inuse many orphan 1 tw 2 alloc 10 mem 3\n")]
    [InlineData("TCP: inuse\n")]
    [InlineData("TCP:\n")]
    [InlineData("TCP")]
    [InlineData("\n\n::\n")]
    public void A_line_that_does_not_fit_counts_nothing(string sockstat)
    {
        using FixtureRoot root = new FixtureRoot().With("sockstat", sockstat).With("snmp", Snmp);

        Assert.Equal(0, SummarySource.Read(root.Path, ProcFiles.None).Counts.TcpV4);
    }
}
