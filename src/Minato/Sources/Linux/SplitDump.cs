using System;
using System.Runtime.ExceptionServices;
using System.Threading;
using Minato.Model;

namespace Minato.Sources.Linux;

/// <summary>
/// Two dumps of the TCP table at the same time, each of one half of the ports. What -i and -m ask makes the kernel visit each
/// socket's own memory, and two processors wait for memory side by side (BENCH tani-100k). The rows of both come as they come.
/// </summary>
internal sealed class SplitDump(INetlinkChannelFactory factory, Func<int> countTcp)
{
    // Below this the second thread and walk cost more than they bring.
    private const int LeastSockets = 20_000;

    private const int SampleSize = 512;

    // These are in tables of their own, small and first in every dump.
    private static readonly StateSet First = StateSet.Of(SocketState.Listen) | StateSet.Of(SocketState.BoundInactive);

    /// <summary>False when the table is to be dumped as a whole: nothing was given yet.</summary>
    public bool TryAppend(in TableRequest request, NetlinkSource source, RowBuffer rows, out TableOutcome outcome)
    {
        outcome = default;
        TableRequest rest = request with { States = request.States.Without(First) };
        if (!IsWorthwhile(request) || FindSplit(rest) is not { } split) return false;

        outcome = source.AppendWhole(request with { States = request.States & First }, rows);
        if (outcome.Result == TableResult.Refused) return false;
        rows.Deliver();
        if (!rows.IsStopped) outcome = Merge(outcome, AppendHalves(rest, split, source, rows));
        return true;
    }

    private bool IsWorthwhile(in TableRequest request) =>
        (request.Fields & DumpStep.InDetails) != 0 && request is { Filter: null, InWalkOrder: false } && request.States.Contains(SocketState.Established) &&
        Environment.ProcessorCount > 1 && countTcp() >= LeastSockets;

    private PortSplit? FindSplit(in TableRequest rest)
    {
        Sample sample = new();
        RowBuffer rows = new(SampleSize, sample);
        using NetlinkSource source = new(factory);
        _ = source.AppendWhole(rest with { Fields = SocketFields.None }, rows);
        rows.Finish();
        return sample.Split;
    }

    private TableOutcome AppendHalves(in TableRequest rest, PortSplit split, NetlinkSource source, RowBuffer rows)
    {
        SharedSink sink = new(rows.Sink);
        using NetlinkSource other = new(factory);

        // A channel belongs to the network namespace of the thread that opens it.
        int errno = other.OpenChannel();
        if (errno != 0) return source.AppendWhole(rest, rows);

        TableOutcome upper = default;
        ExceptionDispatchInfo? failure = null;
        TableRequest upperHalf = rest with { Filter = split.Half(isUpper: true) };
        Thread thread = new(() =>
        {
            try
            {
                upper = AppendHalf(upperHalf, other, new RowBuffer(rows.Capacity, sink));
            }
            catch (Exception exception)
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }
        });
        thread.Start();
        TableOutcome lower = AppendHalf(rest with { Filter = split.Half(isUpper: false) }, source, new RowBuffer(rows.Capacity, sink));
        thread.Join();
        failure?.Throw();
        if (sink.IsStopped) rows.Stop();

        // A kernel that refuses the filter of both halves has given nothing.
        return (lower.Result, upper.Result) == (TableResult.Refused, TableResult.Refused) ? source.AppendWhole(rest, rows) : Merge(lower, upper);
    }

    private static TableOutcome AppendHalf(in TableRequest half, NetlinkSource source, RowBuffer rows)
    {
        TableOutcome outcome = source.AppendOnce(half, rows);
        rows.Finish();
        return outcome;
    }

    private static TableOutcome Merge(TableOutcome one, TableOutcome other)
    {
        bool isComplete = one.Result == TableResult.Complete && other.Result == TableResult.Complete;
        return new TableOutcome(
            isComplete ? TableResult.Complete : TableResult.Incomplete, one.Errno != 0 ? one.Errno : other.Errno, one.DamagedRows + other.DamagedRows);
    }

    // The first rows of the table are those of its first hash buckets: as good as any.
    private sealed class Sample : IRowSink
    {
        public PortSplit? Split { get; private set; }

        public bool Deliver(Span<SocketEntry> rows, ReadOnlySpan<SocketDetails> details, bool isLast)
        {
            if (!rows.IsEmpty) Split = PortSplit.Find(rows);
            return false;
        }
    }
}
