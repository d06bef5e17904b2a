using System;
using Minato.Threads;

namespace Minato.Sources.Linux;

/// <summary>
/// Two dumps of the TCP table at the same time, each of one half of the ports: the kernel spends a dump waiting for the memory
/// of the sockets, and two processors wait side by side (BENCH tan-100k, tani-100k). The rows of both come as they come.
/// </summary>
/// <param name="factory">Opens channels to the kernel.</param>
/// <param name="countTcp">How many TCP sockets there are about.</param>
/// <param name="firstEphemeralPort">The lowest port that the kernel gives out, or 0.</param>
/// <param name="leastSockets">How many sockets make it worth the effort.</param>
internal sealed class SplitDump(
    INetlinkChannelFactory factory, Func<int> countTcp, Func<int>? firstEphemeralPort = null, int leastSockets = SplitDump.LeastSockets)
{
    // Below this the second thread and walk cost more than they bring.
    private const int LeastSockets = 20_000;

    // A batch of a half: it stays in the second-level cache between decoding and formatting.
    private const int RowsOfBatch = 256;

    /// <summary>Whether such a dump, if it is long, can be read in halves.</summary>
    public static bool MayPart(in DumpStep step) =>
        step.Request is { Table: SocketTable.Tcp, InWalkOrder: false } && !step.KernelStates.Without(DumpStep.OwnTables).IsEmpty &&
        step.KernelFilter is null or { LocalPort: 0, PeerPort: 0 };

    /// <summary>Where to part a dump of more than a few sockets; null when it is to go on as a whole.</summary>
    public PortSplit? Find(in DumpStep step)
    {
        int count = countTcp();
        if (count < leastSockets) return null;
        TableSample sample = TableSample.Take(factory, step, count);
        return sample.Share * count < leastSockets ? null : PortSplit.Find(sample.Rows, firstEphemeralPort?.Invoke() ?? 0);
    }

    /// <summary>Gives the listeners, and then the rest by halves.</summary>
    public TableOutcome Append(in DumpStep step, PortSplit split, NetlinkSource source, RowBuffer rows)
    {
        DumpStep first = step.With(step.KernelStates & DumpStep.OwnTables);
        TableOutcome outcome = source.AppendWhole(first, rows);
        if (outcome.Result == TableResult.Refused) return outcome;

        // What the kernel took of the filter for the listeners it takes for the others.
        rows.Deliver();
        DumpStep rest = source.Accepted(step).With(step.KernelStates.Without(DumpStep.OwnTables));
        return rows.IsStopped ? outcome : outcome.With(AppendHalves(rest, split, source, rows));
    }

    private TableOutcome AppendHalves(in DumpStep rest, PortSplit split, NetlinkSource source, RowBuffer rows)
    {
        SharedSink sink = new(rows.Sink);
        using NetlinkSource other = new(factory);

        // A channel belongs to the network namespace of the thread that opens it.
        if (split.Half(isUpper: false, rest.KernelFilter) is not { } lowerFilter ||
            split.Half(isUpper: true, rest.KernelFilter) is not { } upperFilter ||
            other.OpenChannel() != 0)
        {
            return source.AppendWhole(rest, rows);
        }

        DumpStep lower = rest.With(lowerFilter);
        DumpStep upper = rest.With(upperFilter);
        TableOutcome below;
        TableOutcome above = default;
        using (SecondThread beside = new(() => above = AppendHalf(upper, other, sink)))
        {
            below = AppendHalf(lower, source, sink);
            beside.Join();
        }

        if (sink.IsStopped) rows.Stop();
        if (rows.IsStopped) return TableOutcome.Complete;

        // A kernel that refuses the filter of both halves has given nothing; for one half there may have been no memory then.
        if ((below.Result, above.Result) == (TableResult.Refused, TableResult.Refused)) return source.AppendWhole(rest, rows);
        if (below.Result == TableResult.Refused) below = AppendHalf(lower, source, sink);
        if (above.Result == TableResult.Refused) above = AppendHalf(upper, source, sink);
        if (sink.IsStopped) rows.Stop();
        return below.With(above);
    }

    private static TableOutcome AppendHalf(in DumpStep half, NetlinkSource source, SharedSink sink)
    {
        RowBuffer rows = new(RowsOfBatch, sink);
        TableOutcome outcome = source.AppendHalf(half, rows);
        rows.Finish();
        return outcome;
    }
}
