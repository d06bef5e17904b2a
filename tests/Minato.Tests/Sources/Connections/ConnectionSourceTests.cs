using System;
using System.IO;
using System.Linq;
using Minato.Filter.Kernel;
using Minato.Interop.Linux;
using Minato.Model;
using Minato.Sources;
using Minato.Sources.Linux;
using Minato.Sources.Linux.Connections;
using Minato.Tests.Wire;

namespace Minato.Tests.Sources.Connections;

/// <summary>Listeners by netlink, connections by the program, and all by netlink where there is none.</summary>
public sealed class ConnectionSourceTests : IDisposable
{
    private static readonly Receive[] Nothing = [Receive.Done()];

    private readonly CollectingSink _sink = new();
    private readonly FixtureRoot _root = new();
    private readonly FakeConnections _table = new FakeConnections(64)
        .With(ConnectionRecords.Of(1, "10.0.0.1:101", "10.0.0.2:2"))
        .With(ConnectionRecords.Of(2, "[::1]:102", "[::1]:2"))
        .With(ConnectionRecords.Of(3, "10.0.0.1:103", "10.0.0.2:2"));

    private int _opened;

    public ConnectionSourceTests() => Count("sockstat", "TCP: inuse 10000 orphan 0 tw 0 alloc 10000 mem 0\n");

    public void Dispose()
    {
        _root.Dispose();
        _table.Dispose();
    }

    [Theory]
    [InlineData(SourcePreference.Automatic)]
    [InlineData(SourcePreference.Bpf)]
    public void Listeners_come_from_netlink_and_before_the_connections(SourcePreference preference)
    {
        FakeKernel kernel = new([Receive.Rows(7).With(Receive.Done())]);
        using SourceSelector sources = Select(preference, kernel);

        Assert.Equal(TableOutcome.Complete, Read(sources, Requests.Tcp));
        Assert.Equal(7, Ports[0]);
        Assert.Equal([7, 101, 102, 103], Ports.Order());
        Assert.Equal("TCP connections by a BPF program", sources.DescribeConnections());
    }

    [Fact]
    public void Netlink_is_asked_for_listeners_alone()
    {
        FakeKernel kernel = new(Nothing);
        using SourceSelector sources = Select(SourcePreference.Automatic, kernel);

        _ = Read(sources, Requests.Tcp);
        Assert.Equal(StateSet.Of(SocketState.Listen) | StateSet.Of(SocketState.BoundInactive), StatesOf(Assert.Single(kernel.Requests)));
    }

    [Fact]
    public void Connections_alone_need_no_netlink()
    {
        using SourceSelector sources = Select(SourcePreference.Automatic, new FakeKernel());

        Assert.Equal(TableOutcome.Complete, Read(sources, Requests.Tcp with { States = StateSet.Of(SocketState.Established) }));
        Assert.Equal([101, 102, 103], Ports.Order());
    }

    [Fact]
    public void A_program_that_cannot_be_loaded_leaves_all_to_netlink_and_is_tried_once()
    {
        FakeKernel kernel = new([Receive.Rows(1, 2).With(Receive.Done())], [Receive.Rows(3).With(Receive.Done())]);
        using SourceSelector sources = Select(SourcePreference.Bpf, kernel, (bool _, out IConnectionTable? table) =>
        {
            table = null;
            _opened++;
            return "refused";
        });

        Assert.Equal(TableOutcome.Complete, Read(sources, Requests.Tcp));
        Assert.Equal(TableOutcome.Complete, Read(sources, Requests.Tcp));
        Assert.Equal([1, 2, 3], _sink.Inodes);
        Assert.Equal(1, _opened);
        Assert.Equal("TCP connections by sock_diag, not by a BPF program: refused", sources.DescribeConnections());
        Assert.Empty(sources.Unavailable);
    }

    [Fact]
    public void A_program_that_does_not_run_leaves_all_to_netlink()
    {
        using FakeConnections broken = new(4) { Failure = (1, Errno.EPERM) };
        using SourceSelector sources = Select(SourcePreference.Bpf, new FakeKernel([Receive.Rows(1).With(Receive.Done())]), Open(broken));

        Assert.Equal(TableOutcome.Complete, Read(sources, Requests.Tcp));
        Assert.Equal([1], _sink.Inodes);
        Assert.EndsWith("did not run: Operation not permitted", sources.DescribeConnections(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_walk_that_breaks_off_gives_what_it_had_and_says_that_rows_may_be_missing()
    {
        using FakeConnections broken = new(4) { Failure = (2, Errno.ENOMEM) };
        using SourceSelector sources = Select(SourcePreference.Bpf, new FakeKernel([Receive.Rows(1).With(Receive.Done())]), Open(broken));

        Assert.Equal(new TableOutcome(TableResult.Incomplete, Errno.ENOMEM, 0), Read(sources, Requests.Tcp));
        Assert.Equal([1], _sink.Inodes);
    }

    [Fact]
    public void Where_netlink_refuses_listeners_another_source_has_the_whole_table()
    {
        _ = _root.With("tcp", ProcNetTables.Tcp);
        using SourceSelector sources = Select(SourcePreference.Automatic, new FakeKernel { OpenErrno = Errno.EPERM });

        Assert.Equal(TableResult.Complete, Read(sources, Requests.Tcp4).Result);
        Assert.Equal(Provenance.ProcNet, sources.Provenance);
        Assert.Equal([101, 102, 0], _sink.Inodes);
    }

    [Fact]
    public void Families_apart_come_out_of_one_walk_each_with_its_listeners_first()
    {
        FakeKernel kernel = new([Receive.Messages(DiagBytes.Inet(6, 6, family: 10), DiagBytes.Inet(4, 4)), Receive.Done()]);
        using FakeConnections table = new FakeConnections(4)
            .With(ConnectionRecords.Of(1, "[::1]:106", "[::1]:2")).With(ConnectionRecords.Of(2, "127.0.0.1:104", "127.0.0.1:2"));
        using SourceSelector sources = Select(SourcePreference.Automatic, kernel, Open(table));

        Assert.Equal(TableOutcome.Complete, Read(sources, Requests.Tcp with { FamiliesApart = true, InWalkOrder = true }));
        Assert.Equal([4, 104, 6, 106], Ports);
    }

    [Fact]
    public void More_rows_of_IPv6_than_may_wait_are_walked_for_apart()
    {
        Count("sockstat6", "TCP6: inuse 200000\n");
        FakeKernel kernel = new([Receive.Rows(4), Receive.Done()], [Receive.Messages(DiagBytes.Inet(6, 6, family: 10)), Receive.Done()]);
        using FakeConnections v6Alone = new FakeConnections(4).With(ConnectionRecords.Of(2, "[::1]:102", "[::1]:2"));
        using SourceSelector sources = Select(SourcePreference.Automatic, kernel, Open(v6Alone));

        Assert.Equal(TableOutcome.Complete, Read(sources, Requests.Tcp with { FamiliesApart = true, InWalkOrder = true }));

        // The fake table filters by no family.
        Assert.Equal([4, 102, 6, 102], Ports);
    }

    [Fact]
    public void In_the_order_of_the_walk_one_thread_walks()
    {
        int windows = 0;
        using FakeConnections table = new(4) { OnRun = window => windows |= 1 << window.Number };
        using NetlinkSource netlink = new(new FakeKernel(Nothing));
        using ConnectionSource source = new(netlink, Open(table), threads: 2);

        Assert.True(source.TryAppend(Requests.Tcp with { InWalkOrder = true }, 1_000_000, new RowBuffer(16, _sink), out _));
        Assert.Equal(1, windows);
    }

    [Fact]
    public void An_exception_of_the_reader_arrives_where_it_was_asked()
    {
        using NetlinkSource netlink = new(new FakeKernel(Nothing));
        using ConnectionSource source = new(netlink, Open(_table), threads: 2);

        Assert.Throws<InvalidOperationException>(() => source.TryAppend(Requests.Tcp, 1_000_000, new RowBuffer(1, new ThrowingSink()), out _));
    }

    [Theory]
    [InlineData(SourcePreference.Netlink)]
    [InlineData(SourcePreference.Automatic, "TCP: inuse 50 orphan 0 tw 0 alloc 60 mem 0\n")]
    [InlineData(SourcePreference.Automatic, "")]
    public void Few_connections_or_another_wish_need_no_program(SourcePreference preference, string counts = "TCP: inuse 10000 alloc 10000\n")
    {
        Count("sockstat", counts);
        using SourceSelector sources = Select(preference, new FakeKernel([Receive.Rows(1).With(Receive.Done())]));

        _ = Read(sources, Requests.Tcp);
        Assert.Equal((0, null), (_opened, sources.DescribeConnections()));
        Assert.Equal([1], _sink.Inodes);
    }

    [Fact]
    public void A_second_look_is_taken_for_connections_of_IPv6()
    {
        Count("sockstat", "TCP: inuse 50 orphan 0 tw 0 alloc 9000 mem 0\n");
        Count("sockstat6", "TCP6: inuse 8000\n");
        using SourceSelector sources = Select(SourcePreference.Automatic, new FakeKernel(Nothing));

        _ = Read(sources, Requests.Tcp);
        Assert.Equal(1, _opened);
    }

    [Theory]
    [InlineData(SocketFields.Cookie)]
    [InlineData(SocketFields.Timer)]
    [InlineData(SocketFields.Mark)]
    [InlineData(SocketFields.Cgroup)]
    [InlineData(SocketFields.Shutdown)]
    [InlineData(SocketFields.Memory)]
    [InlineData(SocketFields.Info)]
    [InlineData(SocketFields.TrafficClass)]
    [InlineData(SocketFields.InetOptions)]
    [InlineData(SocketFields.Storage)]
    public void What_the_program_does_not_read_is_netlinks(SocketFields field) =>
        Assert.False(ConnectionSource.Fits(Requests.Tcp with { Fields = SocketFields.User | field }));

    [Fact]
    public void Listeners_alone_another_table_and_a_filters_program_are_netlinks()
    {
        Assert.False(ConnectionSource.Fits(Requests.Tcp with { States = StateSet.Of(SocketState.Listen) }));
        Assert.False(ConnectionSource.Fits(Requests.Tcp with { Table = SocketTable.Udp }));
        Assert.False(ConnectionSource.Fits(Requests.Tcp with { NamesSockets = true }));
        Assert.False(ConnectionSource.Fits(Requests.Tcp with { Filter = new KernelFilter([1, 2, 3, 4], null) }));
        Assert.True(ConnectionSource.Fits(Requests.Tcp with { Filter = new KernelFilter([], null) { LocalPort = 80 } }));
        Assert.True(ConnectionSource.Fits(Requests.Tcp with { Fields = SocketFields.Backlog | SocketFields.Interface | SocketFields.User }));
    }

    [Fact]
    public void A_port_is_compared_by_the_program()
    {
        (uint, uint) asked = default;
        using FakeConnections table = new(1) { OnRun = window => asked = (window[ConnectionWindow.LocalPort], window[ConnectionWindow.PeerPort]) };
        KernelFilter ports = new([], null) { LocalPort = 0x1234, PeerPort = 0x5678 };
        _ = new ConnectionWalk(table, Requests.Tcp with { Filter = ports }).Append(new RowBuffer(16, _sink));

        Assert.Equal((0x1234u, 0x7856u), asked);
    }

    private int[] Ports => [.. _sink.Rows.Select(row => (int)row.Local.Port)];

    private void Count(string file, string text)
    {
        string folder = Directory.CreateDirectory(_root.Path + "/thread-self/net").FullName;
        File.WriteAllText(folder + "/" + file, text);
    }

    private static StateSet StatesOf(byte[] request) => new(BitConverter.ToUInt32(request, 16 + 52));

    private static OpenConnectionTable Open(FakeConnections connections) => (bool _, out IConnectionTable? table) =>
    {
        table = connections;
        return null;
    };

    private SourceSelector Select(SourcePreference preference, FakeKernel kernel, OpenConnectionTable? open = null) =>
        new(preference, _root.Path, kernel, connections: open ?? ((bool _, out IConnectionTable? table) =>
        {
            _opened++;
            table = _table;
            return null;
        }));

    private TableOutcome Read(SourceSelector sources, TableRequest request)
    {
        RowBuffer rows = new(256, _sink);
        TableOutcome outcome = sources.Append(request, rows);
        rows.Finish();
        return outcome;
    }

    private sealed class ThrowingSink : IRowSink
    {
        public bool Deliver(Span<SocketEntry> rows, ReadOnlySpan<SocketDetails> details, bool isLast) => throw new InvalidOperationException();
    }
}
