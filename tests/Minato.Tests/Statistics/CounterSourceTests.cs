using System.IO;
using Minato.Model;
using Minato.Statistics;
using Minato.Tests.Sources;

namespace Minato.Tests.Statistics;

public sealed class CounterSourceTests
{
    private const string Pairs = "Ip: InReceives\nIp: 7\n";

    [Fact]
    public void Files_are_added_to_one_table_in_the_order_they_are_read()
    {
        using FixtureRoot root = new FixtureRoot().With("snmp", Pairs).With("netstat", "TcpExt: TW\nTcpExt: 3\n").With("snmp6", "Ip6InReceives\t5\n");
        CounterTable table = new();
        foreach (CounterFile file in new[] { CounterFile.Snmp, CounterFile.Netstat, CounterFile.Snmp6 }) Assert.Equal(0, CounterSource.Read(root.Path, file, null, table));

        Assert.Equal((3, 0), (table.Groups.Length, table.Damaged));
        Assert.True(table.TryGet("TcpExt"u8, "TW"u8, out long value));
        Assert.Equal(3, value);
    }

    [Fact]
    public void The_file_of_the_reading_thread_comes_before_that_of_the_process()
    {
        using FixtureRoot root = new FixtureRoot().With("snmp", Pairs);
        Directory.CreateDirectory(root.Path + "/thread-self/net");
        File.WriteAllText(root.Path + "/thread-self/net/snmp", "Ip: InReceives\nIp: 8\n");
        CounterTable table = new();

        Assert.Equal(0, CounterSource.Read(root.Path, CounterFile.Snmp, null, table));
        Assert.True(table.TryGet("Ip"u8, "InReceives"u8, out long value));
        Assert.Equal(8, value);
    }

    [Fact]
    public void A_file_that_is_not_there_adds_nothing_and_is_told()
    {
        using FixtureRoot root = new();
        CounterTable table = new();
        int errno = CounterSource.Read(root.Path, CounterFile.Sctp, null, table);

        Assert.Equal(("No such file or directory", root.Path + "/net/sctp/snmp"), (CounterSource.Reason(errno), CounterSource.Path(root.Path, CounterFile.Sctp)));
        Assert.True(table.Groups.IsEmpty);
    }

    [Fact]
    public void A_file_longer_than_a_buffer_is_read_whole()
    {
        using FixtureRoot root = new FixtureRoot().With("snmp6", string.Concat(System.Linq.Enumerable.Repeat("Ip6InReceives                   \t1\n", 3000)));
        CounterTable table = new();

        Assert.Equal(0, CounterSource.Read(root.Path, CounterFile.Snmp6, null, table));
        Assert.Equal(3000, table.Of(table.Groups[0]).Length);
    }

    [Fact]
    public void A_file_without_end_is_refused()
    {
        using FixtureRoot root = new FixtureRoot().With("nothing", "");
        File.CreateSymbolicLink(root.Path + "/net/snmp", "/dev/zero");
        CounterTable table = new();

        Assert.Equal("File too large", CounterSource.Reason(CounterSource.Read(root.Path, CounterFile.Snmp, null, table)));
        Assert.True(table.Groups.IsEmpty);
    }
}
