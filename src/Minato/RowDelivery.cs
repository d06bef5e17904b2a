using System;
using Minato.Attribution;
using Minato.Filter;
using Minato.Model;
using Minato.Sources;

namespace Minato;

/// <summary>Stands between the sources and the consumer: adds owners and directions to the rows that pass.</summary>
internal sealed class RowDelivery(SocketQuery query, ISocketConsumer consumer, SocketReport report) : IRowSink, IDisposable
{
    // A batch that stays in the second-level cache between decoding and formatting.
    private const int PlainWindow = 256;

    private DirectionInference? _directions = (query.Fields & SocketFields.Direction) != 0 ? new DirectionInference() : null;
    private readonly SocketFilter? _filter = query.Filter;
    private readonly CgroupPaths? _cgroups = (FieldsOf(query) & SocketFields.Cgroup) != 0 ? CgroupPaths.OfThisMachine() : null;
    private readonly RowOwners? _owners = query.Owners != OwnerSearch.None || query.Filter is { NeedsOwners: true } ? new RowOwners(query, report) : null;

    /// <summary>Whether the rows are told one by one: then no program has looked at them.</summary>
    public bool IsWatch { get; init; }

    /// <summary>The fields that rows must carry, for the consumer or for the filter.</summary>
    public SocketFields Fields => FieldsOf(query);

    /// <summary>How many rows to gather before they are delivered.</summary>
    public int Window => Math.Max(PlainWindow, _owners?.Window ?? 0);

    public bool Deliver(Span<SocketEntry> rows, ReadOnlySpan<SocketDetails> details, bool isLast)
    {
        if (_filter is not null)
        {
            rows = Keep(rows, details, withOwners: false);
            if (rows.IsEmpty && !isLast) return true;
        }

        _owners?.Search(rows, isLast);
        if (_filter is { NeedsOwners: true }) rows = Keep(rows, details, withOwners: true);
        _directions?.Apply(rows);
        report.Rows += rows.Length;
        return consumer.Accept(new SocketBatch(rows, _owners?.Lookup, _cgroups, details));
    }

    /// <summary>Events are about sockets that are no longer held: who held them must be known before.</summary>
    public void SearchOwnersBefore() => _owners?.Search([], isWholeAnswer: false);

    /// <summary>Begins to search owners beside the reading of a large table. <see cref="Window"/> is known after this.</summary>
    public void SearchOwnersBeside(in TableRequest request) => _owners?.SearchBeside(request);

    /// <summary>What could not be told of owners.</summary>
    public void ReportOwners() => _owners?.Report();

    /// <summary>Directions need the listeners even when the answer leaves them out; asking for them alone is cheap.</summary>
    public void LearnListeners(SourceSelector sources, in TableRequest tcp)
    {
        if (_directions is null || (_filter is null && tcp.States.Contains(SocketState.Listen))) return;
        RowBuffer rows = new(PlainWindow, new ListenerSink(_directions));
        TableOutcome outcome = sources.Append(tcp with { States = StateSet.Of(SocketState.Listen), Families = IpFamilies.Both, Filter = null }, rows);
        rows.Finish();

        // With listeners missing, what came in would look as if it went out: then no direction is told.
        if (outcome.Result != TableResult.Complete) _directions = null;
    }

    public void Dispose() => _owners?.Dispose();

    private static SocketFields FieldsOf(SocketQuery query) => query.Fields | (query.Filter?.Fields ?? SocketFields.None);

    // The rows that pass move together; details are found by a row's own number and stay.
    private Span<SocketEntry> Keep(Span<SocketEntry> rows, ReadOnlySpan<SocketDetails> details, bool withOwners)
    {
        SocketBatch batch = new(rows, _owners?.Lookup, _cgroups, details);
        int kept = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            bool isReplayed = IsWatch || (query.DumpFile is not null && rows[i].Transport == Transport.Tcp);
            bool passes = withOwners ? _filter!.Matches(in rows[i], in batch, isReplayed) : _filter!.MayMatch(in rows[i], in batch, isReplayed);
            if (!passes) continue;
            if (kept != i) rows[kept] = rows[i];
            kept++;
        }

        return rows[..kept];
    }

    private sealed class ListenerSink(DirectionInference directions) : IRowSink
    {
        public bool Deliver(Span<SocketEntry> rows, ReadOnlySpan<SocketDetails> details, bool isLast)
        {
            foreach (ref readonly SocketEntry row in rows)
            {
                // A dump file gives more than was asked.
                if (row.State == SocketState.Listen) directions.AddListener(in row);
            }

            return true;
        }
    }
}
