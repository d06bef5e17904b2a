using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using Minato.Filter.Kernel;
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

    // Behind nlmsghdr, family, lengths and identity.
    private const int StatesOfCompat = 68;


    private static readonly TableRequest WithMetrics = Requests.Tcp with { Fields = SocketFields.Info };
    private static readonly Receive[] Beginning = [Receive.Rows(1, 2), Receive.Rows(3, 4), Receive.Done()];
    private static readonly Receive[] Sample = [Receive.Rows(1, 2, 3, 4), Receive.Done()];
    private static readonly Receive[] NoRows = [Receive.Done()];

    private readonly CollectingSink _sink = new();

    [Fact]
    public void The_halves_together_are_the_table()
    {
        List<Socket> sockets = [];
        try
        {
            ushort port = Connect(sockets);
            CollectingSink sink = _sink;
            TableOutcome outcome = Read(new SockDiagChannelFactory(), WithMetrics with { Fields = SocketFields.Memory });

            Assert.Equal(TableResult.Complete, outcome.Result);
            SocketEntry[] ours = [.. sink.Rows.Where(row => row.LocalEnd.Port == port || row.PeerEnd.Port == port)];
            Assert.Equal(2 * Connections, ours.Count(row => row.State == SocketState.Established));
            Assert.Equal(ours.Length, ours.DistinctBy(row => row.Id).Count());
            Assert.All(ours.Where(row => row.Inode != 0), row => Assert.True(sink.Details[(uint)row.Inode].HasFlag(DetailParts.Memory)));
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
        FakeKernel kernel = new(Beginning, Sample, NoRows, [Receive.Rows(1, 2), Receive.Done()], [Receive.Rows(3, 4), Receive.Done()]);
        CollectingSink sink = new(stopAfter: 1);

        TableOutcome outcome = Read(kernel, WithMetrics, sink);
        Assert.Equal((TableResult.Complete, 1), (outcome.Result, sink.Deliveries));
        Assert.Equal(kernel.Opened, kernel.Closed);
    }

    [Fact]
    public void A_short_dump_is_not_counted()
    {
        FakeKernel kernel = new([Receive.Rows(1, 2).With(Receive.Done())]);

        Assert.Equal(TableOutcome.Complete, Read(kernel, WithMetrics, count: () => throw new InvalidOperationException("counted")));
        Assert.Equal([1, 2], _sink.Inodes);
    }

    [Fact]
    public void A_dump_that_proves_long_is_left_for_two_halves()
    {
        FakeKernel kernel = new(Beginning, Sample, [Receive.Rows(9), Receive.Done()], [Receive.Rows(1, 2), Receive.Done()], [Receive.Rows(1, 2), Receive.Done()]);

        Assert.Equal(TableOutcome.Complete, Read(kernel, WithMetrics));
        Assert.Equal([9, 1, 2, 1, 2], _sink.Inodes);

        // What the first dump gave is given by the halves; listeners are asked apart from them.
        const uint Listeners = 1u << 10 | 1u << 13;
        Assert.Equal([0x3F7Eu, 0x1B7E, Listeners, 0x1B7E, 0x1B7E], kernel.Requests.Select(request => BitConverter.ToUInt32(request, StatesOfCompat)));
        Assert.Equal([0, 0, 0, 8, 8], kernel.Requests.Select(ProgramLength));
    }

    [Fact]
    public void A_kernel_that_refuses_the_filter_is_asked_for_the_whole()
    {
        FakeKernel kernel = new(
            Beginning,
            Sample,
            [Receive.Rows(9), Receive.Done()],
            [Receive.Error(Errno.EINVAL)],
            [Receive.Error(Errno.EINVAL)],
            [Receive.Rows(1, 2, 3, 4), Receive.Done()]);

        Assert.Equal(TableResult.Complete, Read(kernel, WithMetrics).Result);
        Assert.Equal([9, 1, 2, 3, 4], _sink.Inodes);
    }

    [Fact]
    public void A_half_that_is_refused_is_asked_again()
    {
        FakeKernel kernel = new(
            Beginning, Sample, NoRows, [Receive.Error(Errno.ENOMEM)], [Receive.Rows(1, 2), Receive.Done()], [Receive.Rows(3, 4), Receive.Done()]);

        Assert.Equal(TableOutcome.Complete, Read(kernel, WithMetrics));
        Assert.Equal([1, 2, 3, 4], _sink.Inodes);
    }

    [Fact]
    public void A_half_that_stays_refused_is_a_gap()
    {
        FakeKernel kernel = new(
            Beginning, Sample, NoRows, [Receive.Error(Errno.ENOMEM)], [Receive.Rows(1, 2), Receive.Done()], [Receive.Error(Errno.ENOMEM)]);

        TableOutcome outcome = Read(kernel, WithMetrics);
        Assert.Equal((TableResult.Incomplete, Errno.ENOMEM), (outcome.Result, outcome.Errno));
        Assert.Equal([1, 2], _sink.Inodes);
    }

    [Fact]
    public void A_half_that_changed_while_it_was_read_gives_no_row_twice()
    {
        FakeKernel kernel = new(
            Beginning,
            Sample,
            NoRows,
            [Receive.Rows(1), Receive.Rows(2).Interrupted(), Receive.Done()],
            [Receive.Rows(3), Receive.Rows(4).Interrupted(), Receive.Done()],
            [Receive.Rows(5, 6), Receive.Done()],
            [Receive.Rows(5, 6), Receive.Done()]);

        Assert.Equal(TableOutcome.Complete, Read(kernel, WithMetrics));
        Assert.Equal([5, 6, 5, 6], _sink.Inodes);
    }

    [Fact]
    public void The_users_filter_is_asked_of_both_halves()
    {
        // The peers' ports are at most 20; all of the sample pass.
        KernelFilter filter = new([5, 8, 12, 0, 0, 0, 20, 0], null);
        FakeKernel kernel = new(Beginning, Sample, NoRows, NoRows, NoRows);

        Assert.Equal(TableOutcome.Complete, Read(kernel, WithMetrics with { Filter = filter }));
        Assert.Equal([8, 0, 8, 16, 16], kernel.Requests.Select(ProgramLength));
        Assert.All(kernel.Requests.TakeLast(2), request => Assert.Equal(filter.Program.ToArray(), request[^8..]));
    }

    [Fact]
    public void Of_a_filter_that_few_sockets_pass_the_table_is_read_as_a_whole()
    {
        KernelFilter nobody = new([4, 8, 12, 0, 0, 0, 20, 0], null);
        FakeKernel kernel = new([Receive.Rows(1), Receive.Rows(2), Receive.Done()], Sample);

        Assert.Equal(TableOutcome.Complete, Read(kernel, WithMetrics with { Filter = nobody }));
        Assert.Equal([1, 2], _sink.Inodes);
    }

    [Fact]
    public void Of_one_family_the_halves_are_of_that_family()
    {
        FakeKernel kernel = new(Beginning, Sample, NoRows, NoRows, NoRows);

        _ = Read(kernel, Requests.Tcp4);
        Assert.Equal([0x14, 0x12, 0x14, 0x14, 0x14], kernel.Requests.Select(request => (int)request[4]));
    }

    [Theory]
    [InlineData(19_999, SocketState.Established, false, 0)]
    [InlineData(Many, SocketState.Listen, false, 0)]
    [InlineData(Many, SocketState.Established, true, 0)]
    [InlineData(Many, SocketState.Established, false, 443)]
    public void A_table_that_is_quick_to_read_or_has_an_order_is_read_as_a_whole(int count, SocketState state, bool inWalkOrder, int port)
    {
        FakeKernel kernel = new(Beginning);
        TableRequest request = WithMetrics with
        {
            States = StateSet.Of(state),
            InWalkOrder = inWalkOrder,
            Filter = port == 0 ? null : new KernelFilter([], null) { PeerPort = (ushort)port },
        };

        Assert.Equal(TableOutcome.Complete, Read(kernel, request, count: () => count));
        Assert.Equal([1, 2, 3, 4], _sink.Inodes);
        Assert.Single(kernel.Requests);
    }

    [Fact]
    public void A_busy_server_is_parted_by_its_clients_ports()
    {
        SocketEntry[] sample = [.. Enumerable.Range(0, 100).Select(i => SampleRows.Connection("10.0.0.1:443", $"10.0.0.2:{40_000 + i}"))];

        PortSplit? split = PortSplit.Find(sample);
        Assert.Equal(new PortSplit(true, 40_049), split);
        Assert.Equal([5, 8, 12, 0, 0, 0, 0x71, 0x9C], split!.Value.Half(isUpper: false)!.Program.ToArray());
        Assert.Equal([4, 8, 12, 0, 0, 0, 0x72, 0x9C], split.Value.Half(isUpper: true)!.Program.ToArray());
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

    private TableOutcome Read(INetlinkChannelFactory kernel, TableRequest request, CollectingSink? sink = null, Func<int>? count = null)
    {
        RowBuffer rows = new(16, sink ?? _sink);
        using NetlinkSource source = new(kernel, split: new SplitDump(kernel, count ?? (static () => Many)));
        TableOutcome outcome = source.Append(request, rows);
        rows.Finish();
        return outcome;
    }

    // nlmsghdr, inet_diag_req; nlmsghdr, inet_diag_req_v2.
    private static int ProgramLength(byte[] request)
    {
        int fixedPart = 16 + (request[4] == 0x12 ? 56 + 4 : 56);
        return request.Length <= fixedPart ? 0 : request.Length - fixedPart - 4;
    }

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
