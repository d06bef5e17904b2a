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

    // Rows gathered before owners are looked up: a table that fits needs only its own sockets searched.
    private const int OwnersWindow = 4096;

    private DirectionInference? _directions = (query.Fields & SocketFields.Direction) != 0 ? new DirectionInference() : null;
    private readonly SocketFilter? _filter = query.Filter;
    private readonly CgroupPaths? _cgroups = (FieldsOf(query) & SocketFields.Cgroup) != 0 ? CgroupPaths.OfThisMachine() : null;
    private readonly OwnerSearch _search = query is { Owners: OwnerSearch.None, Filter.NeedsOwners: true } ? OwnerSearch.All : query.Owners;
    private OwnerIndex? _owners;
    private bool _searched;

    /// <summary>Whether the rows are told one by one: then no program has looked at them.</summary>
    public bool IsWatch { get; init; }

    /// <summary>The fields that rows must carry, for the consumer or for the filter.</summary>
    public SocketFields Fields => FieldsOf(query);

    /// <summary>How many rows to gather before they are delivered.</summary>
    public int Window => _search == OwnerSearch.None ? PlainWindow : OwnersWindow;

    /// <summary>Who could not be looked into, when owners were searched.</summary>
    public Unavailable? OwnersUnavailable { get; private set; }

    /// <summary>That a way to owners was insisted on and could not be gone.</summary>
    public Unavailable? OwnersUnserved { get; private set; }

    public bool Deliver(Span<SocketEntry> rows, ReadOnlySpan<SocketDetails> details, bool isLast)
    {
        if (_filter is not null)
        {
            rows = Keep(rows, details, withOwners: false);
            if (rows.IsEmpty && !isLast) return true;
        }

        if (_search != OwnerSearch.None && !_searched) SearchOwners(rows, isLast);
        _owners?.Touch(rows);
        if (OwnersUnavailable is not null) CountUnseen(rows);
        if (_filter is { NeedsOwners: true }) rows = Keep(rows, details, withOwners: true);
        _directions?.Apply(rows);
        report.Rows += rows.Length;
        return consumer.Accept(new SocketBatch(rows, _owners, _cgroups, details));
    }

    /// <summary>Events are about sockets that are no longer held: who held them must be known before.</summary>
    public void SearchOwnersBefore()
    {
        if (_search != OwnerSearch.None) SearchOwners([], isWholeAnswer: false);
    }

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
        SocketBatch batch = new(rows, _owners, _cgroups, details);
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

    private void SearchOwners(ReadOnlySpan<SocketEntry> rows, bool isWholeAnswer)
    {
        _searched = true;
        WantedInodes? wanted = null;
        if (isWholeAnswer)
        {
            wanted = new WantedInodes(rows.Length);
            foreach (ref readonly SocketEntry row in rows) wanted.Add(row.Inode);
            if (wanted.IsEmpty) return;
        }

        OwnerFinder finder = new(new OwnerQuestion(
            query.ProcRoot, _search, query.OwnerNaming, query.OwnerDetails, query.OwnerPreference, query.ExplainsRefusals));
        _owners = finder.Find(wanted);
        OwnersUnavailable = finder.Unavailable;
        OwnersUnserved = finder.Unserved;
        report.OwnerSource = finder.Provenance;
        foreach (string how in finder.Describe()) report.Note(how);
    }

    private void CountUnseen(ReadOnlySpan<SocketEntry> rows)
    {
        foreach (ref readonly SocketEntry row in rows)
        {
            if (row.Inode != 0 && _owners!.FindOwners(row.Inode).IsEmpty) report.UnseenOwners++;
        }
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
