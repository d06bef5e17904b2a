using System;
using Minato.Interop.Linux;
using Minato.Model;
using Minato.Sources;

namespace Minato.Tests.Sources;

public sealed class SourceSelectorTests : IDisposable
{
    private static readonly Receive[] Refusal = [Receive.Error(Errno.ENOENT)];

    private readonly FixtureRoot _root = new FixtureRoot().With("tcp", ProcNetTables.Tcp).With("unix", ProcNetTables.Unix);
    private readonly CollectingSink _sink = new();

    public void Dispose() => _root.Dispose();

    [Fact]
    public void Netlink_serves_when_it_answers()
    {
        using SourceSelector sources = Select(SourcePreference.Automatic, new FakeKernel([Receive.Rows(1), Receive.Done()]));

        Assert.Equal(TableResult.Complete, Read(sources, Requests.Tcp4).Result);
        Assert.Equal([1], _sink.Inodes);
        Assert.Equal(Provenance.Netlink, sources.Provenance);
        Assert.Empty(sources.Unavailable);
    }

    [Fact]
    public void A_table_that_netlink_refuses_comes_from_proc()
    {
        using SourceSelector sources = Select(SourcePreference.Automatic, new FakeKernel(Refusal));

        Assert.Equal(TableResult.Complete, Read(sources, Requests.Tcp4).Result);
        Assert.Equal([101, 102, 0], _sink.Inodes);
        Assert.Equal(Provenance.ProcNet, sources.Provenance);
        Assert.Empty(sources.Unavailable);
    }

    [Fact]
    public void The_weakest_source_of_all_tables_is_told()
    {
        using SourceSelector sources = Select(SourcePreference.Automatic, new FakeKernel(Refusal, [Receive.Done()]));

        _ = Read(sources, Requests.Tcp4);
        _ = Read(sources, Requests.Unix);
        Assert.Equal(Provenance.ProcNet, sources.Provenance);
    }

    [Fact]
    public void A_dump_that_breaks_after_rows_were_given_does_not_start_again_from_proc()
    {
        using SourceSelector sources = Select(SourcePreference.Automatic, new FakeKernel([Receive.Rows(1, 2), Receive.Error(Errno.EINVAL)]));

        Assert.Equal(TableResult.Incomplete, Read(sources, Requests.Tcp4, window: 1).Result);
        Assert.Equal([1, 2], _sink.Inodes);
        Assert.Equal(Provenance.Netlink, sources.Provenance);
    }

    [Theory]
    [InlineData((int)SocketTable.Mptcp, Errno.EINVAL)]
    [InlineData((int)SocketTable.Sctp, Errno.ENOENT)]
    [InlineData((int)SocketTable.Dccp, Errno.ENOENT)]
    public void A_table_that_the_kernel_does_not_have_is_empty_and_nothing_is_missing(int table, int errno)
    {
        using SourceSelector sources = Select(SourcePreference.Automatic, new FakeKernel([Receive.Error(errno)]));

        Assert.Equal(TableResult.Complete, Read(sources, Requests.Tcp4 with { Table = (SocketTable)table }).Result);
        Assert.Empty(_sink.Inodes);
        Assert.Empty(sources.Unavailable);
    }

    [Fact]
    public void A_table_that_may_not_be_read_is_missing()
    {
        using SourceSelector sources = Select(SourcePreference.Automatic, new FakeKernel { OpenErrno = Errno.EPERM });

        Assert.Equal(TableResult.Complete, Read(sources, Requests.Tcp4 with { Table = SocketTable.Mptcp }).Result);
        Assert.Equal("MPTCP sockets", Assert.Single(sources.Unavailable).What);
    }

    [Fact]
    public void Insisting_on_proc_asks_netlink_nothing()
    {
        FakeKernel kernel = new();
        using SourceSelector sources = Select(SourcePreference.ProcNet, kernel);

        Assert.Equal(TableResult.Complete, Read(sources, Requests.Tcp4).Result);
        Assert.Equal(0, kernel.Opened);
        Assert.Equal([101, 102, 0], _sink.Inodes);
    }

    [Fact]
    public void Insisting_on_netlink_reads_nothing_from_proc()
    {
        using SourceSelector sources = Select(SourcePreference.Netlink, new FakeKernel { OpenErrno = Errno.EPERM });

        Assert.Equal(TableResult.Refused, Read(sources, Requests.Tcp4).Result);
        Assert.Empty(_sink.Inodes);
        Assert.Equal(("TCP sockets", "sock_diag: Operation not permitted", true), Only(sources));
        Assert.Equal(Provenance.None, sources.Provenance);
    }

    [Fact]
    public void A_table_that_no_source_has_names_both_reasons()
    {
        using SourceSelector sources = Select(SourcePreference.Automatic, new FakeKernel(Refusal));

        Assert.Equal(TableResult.Refused, Read(sources, Requests.Tcp4 with { Table = SocketTable.Raw }).Result);
        Assert.Equal(
            ("raw sockets", "sock_diag: No such file or directory; " + _root.Path + "/net: No such file or directory", true), Only(sources));
        Assert.EndsWith(", or proc mounted at " + _root.Path, sources.Unavailable[0].Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_asked_twice_is_missing_once()
    {
        using SourceSelector sources = Select(SourcePreference.ProcNet, new FakeKernel());
        TableRequest raw = Requests.Tcp4 with { Table = SocketTable.Raw };

        _ = Read(sources, raw);
        _ = Read(sources, raw);
        Assert.Single(sources.Unavailable);
    }

    [Theory]
    [InlineData(SocketFields.Backlog, "backlogs of TCP sockets")]
    [InlineData(SocketFields.V6Only, "IPv6-only marks of TCP sockets")]
    [InlineData(SocketFields.Interface, "interfaces of TCP sockets")]
    [InlineData(SocketFields.Shutdown, "shutdown directions of TCP sockets")]
    [InlineData(SocketFields.Cookie | SocketFields.Mark | SocketFields.Cgroup, "cookies, firewall marks, control groups of TCP sockets")]
    public void A_field_that_proc_does_not_carry_is_told_when_it_was_asked(SocketFields asked, string what)
    {
        using SourceSelector sources = Select(SourcePreference.ProcNet, new FakeKernel());
        _ = Read(sources, Requests.Tcp with { Fields = asked | SocketFields.User | SocketFields.Timer });

        Assert.Equal((what, "/proc/net does not carry them", false), Only(sources));
    }

    [Fact]
    public void Fields_of_unix_sockets_that_proc_does_not_carry_are_told()
    {
        using SourceSelector sources = Select(SourcePreference.ProcNet, new FakeKernel());
        _ = Read(sources, Requests.Unix with { Fields = SocketFields.UnixPeer | SocketFields.UnixQueues | SocketFields.UnixFile | SocketFields.User });

        Assert.Equal(("peers, queues, files, users of UNIX sockets", "/proc/net does not carry them", false), Only(sources));
    }

    [Fact]
    public void A_field_that_no_asked_row_can_have_is_not_missing()
    {
        using SourceSelector sources = Select(SourcePreference.ProcNet, new FakeKernel());
        _ = Read(sources, Requests.Tcp4 with { Fields = SocketFields.Backlog | SocketFields.V6Only, States = StateSet.Connected });

        Assert.Empty(sources.Unavailable);
    }

    private SourceSelector Select(SourcePreference preference, FakeKernel kernel) => new(preference, _root.Path, kernel);

    private TableOutcome Read(SourceSelector sources, TableRequest request, int window = 256)
    {
        RowBuffer rows = new(window, _sink);
        TableOutcome outcome = sources.Append(request, rows);
        rows.Finish();
        return outcome;
    }

    private static (string What, string Why, bool IsWholeTable) Only(SourceSelector sources)
    {
        Unavailable missing = Assert.Single(sources.Unavailable);
        return (missing.What, missing.Why, missing.IsWholeTable);
    }
}
