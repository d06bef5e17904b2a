using System.Linq;
using System.Threading;
using Minato.Interop.Linux;
using Minato.Model;
using Minato.Sources;
using Minato.Sources.Linux.Connections;
using Minato.Tests.Wire;
using Minato.Wire;

namespace Minato.Tests.Sources.Connections;

/// <summary>The way through a table, stretch by stretch.</summary>
public sealed class ConnectionWalkTests
{
    [Fact]
    public void Every_record_is_a_row_in_the_order_of_the_chains()
    {
        using FakeConnections table = Many(chains: 16, count: 100);
        (TableOutcome outcome, CollectingSink sink) = Walk(table);

        Assert.Equal(TableOutcome.Complete, outcome);
        Assert.Equal(Enumerable.Range(0, 100).OrderBy(i => i % 16).Select(i => (uint)i), sink.Inodes);
    }

    [Fact]
    public void A_table_that_needs_many_runs_loses_and_repeats_nothing()
    {
        using FakeConnections table = Many(chains: 1 << 17, count: 10_000);
        (_, CollectingSink sink) = Walk(table);

        Assert.Equal(10_000, sink.Inodes.Distinct().Count());
        Assert.Equal(10_000, sink.Inodes.Count);
    }

    [Fact]
    public void A_chain_longer_than_a_run_is_gone_on_with()
    {
        using FakeConnections table = Many(chains: 1, count: (2 * ConnectionWindow.MostRecords) + 5);
        (_, CollectingSink sink) = Walk(table);

        Assert.Equal((2 * ConnectionWindow.MostRecords) + 5, sink.Inodes.Distinct().Count());
        Assert.Equal(3, table.Runs);
    }

    [Fact]
    public void Two_threads_share_the_chains()
    {
        using FakeConnections table = Many(chains: 1 << 15, count: 20_000);
        ConnectionWalk walk = new(table, Requests.Tcp);
        CollectingSink[] sinks = [new(), new()];
        Thread other = new(() => walk.AppendShare(1, new RowBuffer(256, sinks[1])));
        other.Start();
        walk.AppendShare(0, new RowBuffer(256, sinks[0]));
        other.Join();

        Assert.Equal(TableOutcome.Complete, walk.Outcome());
        Assert.Equal(Enumerable.Range(0, 20_000).Select(i => (uint)i), sinks[0].Inodes.Concat(sinks[1].Inodes).Order());
    }

    [Fact]
    public void A_repeated_connection_is_one_row()
    {
        using FakeConnections table = new FakeConnections(4)
            .With(ConnectionRecords.Of(5, "10.0.0.1:1", "10.0.0.2:2", SocketState.TimeWait))
            .With(ConnectionRecords.Of(5, "10.0.0.1:1", "10.0.0.2:2"));

        Assert.Equal(SocketState.TimeWait, Assert.Single(Walk(table).Sink.Rows).State);
    }

    [Fact]
    public void A_damaged_record_drops_only_its_row()
    {
        using FakeConnections table = new FakeConnections(4)
            .With(ConnectionRecords.Of(0, "10.0.0.1:1", "10.0.0.2:2"))
            .With(ConnectionRecords.Of(1, "10.0.0.1:3", "10.0.0.2:2") with { Family = 99 })
            .With(ConnectionRecords.Of(2, "10.0.0.1:4", "10.0.0.2:2"));
        (TableOutcome outcome, CollectingSink sink) = Walk(table);

        Assert.Equal(new TableOutcome(TableResult.Complete, 0, 1), outcome);
        Assert.Equal([1, 4], sink.Rows.Select(row => (int)row.Local.Port));
    }

    [Fact]
    public void A_count_beyond_the_window_reads_no_further_than_the_window()
    {
        using FakeConnections table = new(1) { OnRun = window => window[ConnectionWindow.Count] = uint.MaxValue };
        (TableOutcome outcome, _) = Walk(table);

        // Empty memory is one damaged record, again and again.
        Assert.Equal(1, outcome.DamagedRows);
    }

    [Fact]
    public void A_run_that_comes_nowhere_is_run_again()
    {
        using FakeConnections table = Many(chains: 4, count: 8);
        table.Idle = 50;

        Assert.Equal((TableOutcome.Complete, 8), (Walk(table) is var (outcome, sink) ? outcome : default, sink.Rows.Count));
    }

    [Fact]
    public void A_table_that_never_keeps_still_ends_as_incomplete()
    {
        using FakeConnections table = Many(chains: 4, count: 8);
        table.Idle = int.MaxValue;

        Assert.Equal(new TableOutcome(TableResult.Incomplete, Errno.EAGAIN, 0), Walk(table).Outcome);
    }

    [Fact]
    public void A_run_that_fails_ends_the_walk_with_its_error()
    {
        using FakeConnections table = Many(chains: 1 << 17, count: 10_000, failure: (3, Errno.ENOMEM));
        (TableOutcome outcome, CollectingSink sink) = Walk(table);

        Assert.Equal(new TableOutcome(TableResult.Incomplete, Errno.ENOMEM, 0), outcome);
        Assert.NotEmpty(sink.Rows);
    }

    [Fact]
    public void A_reader_that_has_enough_ends_the_walk()
    {
        using FakeConnections table = Many(chains: 1 << 17, count: 10_000);
        CollectingSink sink = new(stopAfter: 1);
        RowBuffer rows = new(16, sink);
        _ = new ConnectionWalk(table, Requests.Tcp).Append(rows);

        Assert.True(rows.IsStopped);
        Assert.Equal((1, 16), (table.Runs, sink.Rows.Count));
    }

    [Theory]
    [InlineData(SocketState.SynReceived, 1u << 3 | 1u << 12)]
    [InlineData(SocketState.NewSynReceived, 1u << 12)]
    [InlineData(SocketState.TimeWait, 1u << 6)]
    public void Who_asks_for_received_SYNs_asks_for_requests_too(SocketState state, uint mask)
    {
        uint asked = 0;
        using FakeConnections table = new(1) { OnRun = window => asked = window[ConnectionWindow.States] };
        _ = new ConnectionWalk(table, Requests.Tcp with { States = StateSet.Of(state) }).Append(new RowBuffer(16, new CollectingSink()));

        Assert.Equal(mask, asked);
    }

    [Theory]
    [InlineData(IpFamilies.V4, 2u)]
    [InlineData(IpFamilies.V6, 10u)]
    [InlineData(IpFamilies.Both, 0u)]
    public void The_family_is_asked_of_the_program(IpFamilies families, uint number)
    {
        uint asked = 99;
        using FakeConnections table = new(1) { OnRun = window => asked = window[ConnectionWindow.Family] };
        _ = new ConnectionWalk(table, Requests.Tcp with { Families = families }).Append(new RowBuffer(16, new CollectingSink()));

        Assert.Equal(number, asked);
    }

    private static FakeConnections Many(int chains, int count, (int, int) failure = default)
    {
        FakeConnections table = new(chains) { Failure = failure };
        for (int i = 0; i < count; i++)
        {
            ConnectionRecord record = ConnectionRecords.Of((uint)i, "10.0.0.1:1", $"10.1.{i >> 8 & 255}.{i & 255}:{1 + (i >> 16)}");
            record.Inode = (uint)i;
            _ = table.With(record);
        }

        return table;
    }

    private static (TableOutcome Outcome, CollectingSink Sink) Walk(FakeConnections table)
    {
        CollectingSink sink = new();
        RowBuffer rows = new(256, sink);
        TableOutcome outcome = new ConnectionWalk(table, Requests.Tcp).Append(rows);
        rows.Finish();
        return (outcome, sink);
    }
}
