using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using Minato.Interop.Linux;
using Minato.Model;
using Minato.Sources;
using Minato.Sources.Linux;
using Minato.Tests.Rendering;

namespace Minato.Tests.Sources;

/// <summary>A large TCP table is read in two halves at the same time, and nobody can tell but by the clock.</summary>
public sealed class SplitDumpTests
{
    private const int Many = 1_000_000;
    private const int Connections = 64;

    private static readonly TableRequest WithMetrics = Requests.Tcp with { Fields = SocketFields.Info };

    [Fact]
    public void The_halves_together_are_the_table()
    {
        List<Socket> sockets = [];
        try
        {
            ushort port = Connect(sockets);
            SockDiagChannelFactory factory = new();
            CollectingSink halves = new();
            RowBuffer rows = new(16, halves);
            using NetlinkSource source = new(factory);

            Assert.True(new SplitDump(factory, () => Many).TryAppend(WithMetrics with { Fields = SocketFields.Memory }, source, rows, out TableOutcome outcome));
            rows.Finish();

            Assert.Equal(TableResult.Complete, outcome.Result);
            SocketEntry[] ours = [.. halves.Rows.Where(row => row.LocalEnd.Port == port || row.PeerEnd.Port == port)];
            Assert.Equal(2 * Connections, ours.Count(row => row.State == SocketState.Established));
            Assert.Equal(ours.Length, ours.DistinctBy(row => row.Id).Count());
            Assert.All(ours.Where(row => row.Inode != 0), row => Assert.True(halves.Details[(uint)row.Inode].HasFlag(DetailParts.Memory)));
            Assert.Equal(SocketState.Listen, ours[0].State);
        }
        finally
        {
            sockets.ForEach(socket => socket.Dispose());
        }
    }

    [Fact]
    public void A_reader_that_has_seen_enough_ends_both_halves()
    {
        List<Socket> sockets = [];
        try
        {
            Connect(sockets);
            SockDiagChannelFactory factory = new();
            CollectingSink sink = new(stopAfter: 4);
            RowBuffer rows = new(4, sink);
            using NetlinkSource source = new(factory);

            Assert.True(new SplitDump(factory, () => Many).TryAppend(WithMetrics with { States = StateSet.Of(SocketState.Established) }, source, rows, out _));
            Assert.True(rows.IsStopped);
            Assert.Equal(4, sink.Deliveries);
        }
        finally
        {
            sockets.ForEach(socket => socket.Dispose());
        }
    }

    [Fact]
    public void A_kernel_that_refuses_the_filter_is_asked_for_the_whole()
    {
        FakeKernel kernel = new(
            [Receive.Rows(1, 2, 3, 4), Receive.Done()],
            [Receive.Rows(9), Receive.Done()],
            [Receive.Error(Errno.EINVAL)],
            [Receive.Error(Errno.EINVAL)],
            [Receive.Rows(1, 2, 3, 4), Receive.Done()]);
        CollectingSink sink = new();
        RowBuffer rows = new(16, sink);
        using NetlinkSource source = new(kernel);

        Assert.True(new SplitDump(kernel, () => Many).TryAppend(WithMetrics, source, rows, out TableOutcome outcome));
        rows.Finish();

        Assert.Equal(TableResult.Complete, outcome.Result);
        Assert.Equal([9, 1, 2, 3, 4], sink.Inodes);
    }

    [Fact]
    public void One_half_that_is_refused_is_a_gap()
    {
        FakeKernel kernel = new(
            [Receive.Rows(1, 2, 3, 4), Receive.Done()],
            [Receive.Done()],
            [Receive.Error(Errno.ENOMEM)],
            [Receive.Rows(1, 2), Receive.Done()]);
        using NetlinkSource source = new(kernel);

        Assert.True(new SplitDump(kernel, () => Many).TryAppend(WithMetrics, source, new RowBuffer(16, new CollectingSink()), out TableOutcome outcome));
        Assert.Equal((TableResult.Incomplete, Errno.ENOMEM), (outcome.Result, outcome.Errno));
    }

    [Theory]
    [InlineData(SocketFields.None, Many, SocketState.Established)]
    [InlineData(SocketFields.Info, 19_999, SocketState.Established)]
    [InlineData(SocketFields.Info, Many, SocketState.Listen)]
    public void A_table_that_is_quick_to_read_is_read_as_a_whole(SocketFields fields, int count, SocketState state)
    {
        FakeKernel kernel = new();
        using NetlinkSource source = new(kernel);
        TableRequest request = WithMetrics with { Fields = fields, States = StateSet.Of(state) };

        Assert.False(new SplitDump(kernel, () => count).TryAppend(request, source, new RowBuffer(16, new CollectingSink()), out _));
        Assert.Empty(kernel.Requests);
    }

    [Fact]
    public void A_busy_server_is_parted_by_its_clients_ports()
    {
        SocketEntry[] sample = [.. Enumerable.Range(0, 100).Select(i => SampleRows.Connection("10.0.0.1:443", $"10.0.0.2:{40_000 + i}"))];

        PortSplit? split = PortSplit.Find(sample);
        Assert.Equal(new PortSplit(true, 40_049), split);
        Assert.Equal([5, 8, 12, 0, 0, 0, 0x71, 0x9C], split!.Value.Half(isUpper: false).Program.ToArray());
        Assert.Equal([4, 8, 12, 0, 0, 0, 0x72, 0x9C], split.Value.Half(isUpper: true).Program.ToArray());
    }

    [Fact]
    public void Sockets_of_one_port_stay_together()
    {
        SocketEntry[] sample = [.. Enumerable.Range(0, 100).Select(i => SampleRows.Connection(i < 60 ? "10.0.0.1:443" : $"10.0.0.1:{50_000 + i}", "10.0.0.2:443"))];

        Assert.Equal(new PortSplit(false, 443), PortSplit.Find(sample));
    }

    [Fact]
    public void Sockets_that_share_both_ports_are_not_parted()
    {
        SocketEntry[] sample = [.. Enumerable.Range(0, 100).Select(i => SampleRows.Connection("10.0.0.1:443", $"10.0.0.{i}:443"))];

        Assert.Null(PortSplit.Find(sample));
    }

    [Theory]
    [InlineData("sockets: used 301\nTCP: inuse 100020 orphan 0 tw 7 alloc 100021 mem 3\nUDP: inuse 2 mem 1\n", 100_020)]
    [InlineData("sockets: used 301\nTCP: inuse ", 0)]
    [InlineData("", 0)]
    public void The_kernels_count_of_tcp_sockets_is_read(string text, int count) =>
        Assert.Equal(count, TcpCount.Parse(System.Text.Encoding.ASCII.GetBytes(text), "TCP: inuse "u8));

    private static ushort Connect(List<Socket> sockets)
    {
        Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        sockets.Add(listener);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(Connections);
        for (int i = 0; i < Connections; i++)
        {
            Socket client = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            sockets.Add(client);
            client.Connect(listener.LocalEndPoint!);
            sockets.Add(listener.Accept());
        }

        return LiveSockets.PortOf(listener);
    }
}
