using System.IO;
using System.Linq;
using System.Text;
using Minato.Model;

namespace Minato.Tests.Sources;

public sealed class SocketInspectorTests(LiveSockets live) : IClassFixture<LiveSockets>
{
    [Theory]
    [InlineData(TableOrder.Ss, new[] { Transport.UnixStream, Transport.Udp, Transport.Tcp })]
    [InlineData(TableOrder.Netstat, new[] { Transport.Tcp, Transport.Udp, Transport.UnixStream })]
    public void Tables_come_in_the_order_asked(TableOrder order, Transport[] expected)
    {
        Transports transports = Transports.Tcp | Transports.Udp | Transports.UnixStream;
        SocketSnapshot snapshot = SocketInspector.Snapshot(new SocketQuery { Order = order, Transports = transports });

        Assert.Equal(expected, snapshot.Rows.Select(row => row.Entry.Transport).Distinct());
    }

    [Fact]
    public void The_report_counts_the_rows_and_names_their_source()
    {
        SocketSnapshot snapshot = SocketInspector.Snapshot(new SocketQuery { Transports = Transports.Tcp, States = StateSet.Of(SocketState.Listen) });

        Assert.Equal(snapshot.Rows.Count, snapshot.Report.Rows);
        Assert.Equal(Provenance.Netlink, snapshot.Report.Source);
        Assert.False(snapshot.Report.Incomplete);
        Assert.Empty(snapshot.Report.Unavailable);
    }

    [Fact]
    public void A_snapshot_keeps_the_details_of_each_socket_of_its_own()
    {
        SocketSnapshot snapshot = SocketInspector.Snapshot(new SocketQuery { Transports = Transports.Tcp, Fields = SocketFields.Info | SocketFields.Memory });
        SocketRow client = snapshot.Rows.Single(row => row.Entry.Local.Port == LiveSockets.PortOf(live.Client));
        SocketRow server = snapshot.Rows.Single(row => row.Entry.Local.Port == LiveSockets.PortOf(live.Server) && row.Entry.Peer.Port == LiveSockets.PortOf(live.Client));

        Assert.Equal((5ul, 0ul), (client.Details!.Tcp.BytesSent, client.Details.Tcp.BytesReceived));
        Assert.Equal((0ul, 5ul), (server.Details!.Tcp.BytesSent, server.Details.Tcp.BytesReceived));
        Assert.NotEqual(0u, server.Details.Memory.ReceiveAllocated);
        Assert.False(client.Details.Congestion.Span.IsEmpty);
    }

    [Fact]
    public void Details_that_were_not_asked_are_none() =>
        Assert.All(SocketInspector.Snapshot(new SocketQuery { Transports = Transports.Tcp }).Rows, row => Assert.Null(row.Details));

    [Fact]
    public void A_copy_of_details_does_not_change_with_the_original()
    {
        SocketDetails details = new();
        details.SetProcNet(default, "one"u8);
        SocketDetails copy = details.Copy();
        details.SetProcNet(default, "another"u8);

        Assert.Equal("one", Encoding.ASCII.GetString(copy.ProcNetOptions.Span));
        Assert.True(copy.Has(DetailParts.ProcNet));
    }

    [Fact]
    public void A_table_that_cannot_be_had_is_told_and_the_others_are_given()
    {
        using FixtureRoot root = new FixtureRoot().With("tcp", ProcNetTables.Tcp);
        SocketSnapshot snapshot = SocketInspector.Snapshot(new SocketQuery
        {
            ProcRoot = root.Path,
            Source = SourcePreference.ProcNet,
            Transports = Transports.Tcp | Transports.Unix,
            Fields = SocketFields.None,
        });

        Assert.Equal(3, snapshot.Rows.Count);
        Unavailable missing = Assert.Single(snapshot.Report.Unavailable);
        Assert.Equal(("UNIX sockets", true), (missing.What, missing.IsWholeTable));
    }

    [Fact]
    public void Damaged_rows_of_all_tables_are_counted()
    {
        using FixtureRoot root = new FixtureRoot()
            .With("tcp", ProcNetTables.Tcp + "ZZZZ\n").With("tcp6", ProcNetTables.Tcp6 + "ZZZZ\n").With("udp", ProcNetTables.Udp + "ZZZZ\n");
        SocketQuery query = new() { ProcRoot = root.Path, Source = SourcePreference.ProcNet, Transports = Transports.Tcp | Transports.Udp };

        Assert.Equal(3, SocketInspector.Snapshot(query).Report.DamagedRows);
    }

    [Fact]
    public void A_consumer_that_wants_no_more_gets_no_more()
    {
        StoppingConsumer consumer = new();
        SocketReport report = SocketInspector.Read(new SocketQuery { Transports = Transports.All }, consumer);

        Assert.Equal(1, consumer.Batches);
        Assert.Equal(consumer.Rows, report.Rows);
    }

    [Fact]
    public void Directions_are_told_even_when_listeners_are_not_asked()
    {
        SocketSnapshot snapshot = SocketInspector.Snapshot(new SocketQuery
        {
            Transports = Transports.Tcp,
            States = StateSet.Connected,
            Fields = SocketFields.Direction,
        });

        Assert.DoesNotContain(snapshot.Rows, row => row.Entry.State == SocketState.Listen);
        SocketRow server = Assert.Single(snapshot.Rows, row => row.Entry.Inode == LiveSockets.InodeOf(live.Server));
        Assert.Equal((Direction.Local, true), (server.Entry.Direction, server.Entry.Has(SocketFields.Direction)));
    }

    [Fact]
    public void Rows_name_the_network_namespace_when_their_identity_was_asked()
    {
        string target = new FileInfo("/proc/self/ns/net").LinkTarget!;
        SocketSnapshot snapshot = SocketInspector.Snapshot(new SocketQuery { Transports = Transports.Udp });

        Assert.NotEmpty(snapshot.Rows);
        Assert.All(snapshot.Rows, row => Assert.Equal(target, $"net:[{row.Entry.Id.NetNamespace}]"));
    }

    [Fact]
    public void A_snapshots_paths_outlive_the_reading()
    {
        SocketSnapshot first = SocketInspector.Snapshot(new SocketQuery { Transports = Transports.Unix });
        _ = SocketInspector.Snapshot(new SocketQuery { Transports = Transports.Unix });

        SocketRow listener = Assert.Single(first.Rows, row => row.Entry.Inode == LiveSockets.InodeOf(live.UnixListener));
        Assert.Equal(live.UnixPath, Encoding.UTF8.GetString(listener.Entry.UnixPath.Span));
    }

    private sealed class StoppingConsumer : ISocketConsumer
    {
        public int Batches { get; private set; }

        public int Rows { get; private set; }

        public bool Accept(SocketBatch batch)
        {
            Batches++;
            Rows += batch.Entries.Length;
            return false;
        }
    }
}
