using System;
using Minato.Attribution;
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
    private readonly CgroupPaths? _cgroups = (query.Fields & SocketFields.Cgroup) != 0 ? CgroupPaths.OfThisMachine() : null;
    private OwnerIndex? _owners;
    private bool _searched;

    /// <summary>How many rows to gather before they are delivered.</summary>
    public int Window => query.Owners == OwnerSearch.None ? PlainWindow : OwnersWindow;

    /// <summary>Who could not be looked into, when owners were searched.</summary>
    public Unavailable? OwnersUnavailable { get; private set; }

    public bool Deliver(Span<SocketEntry> rows, ReadOnlySpan<SocketDetails> details, bool isLast)
    {
        if (query.Owners != OwnerSearch.None && !_searched) SearchOwners(rows, isLast);
        _directions?.Apply(rows);
        report.Rows += rows.Length;
        if (OwnersUnavailable is not null) CountUnseen(rows);
        return consumer.Accept(new SocketBatch(rows, _owners, _cgroups, details));
    }

    /// <summary>Directions need the listeners even when the answer leaves them out; asking for them alone is cheap.</summary>
    public void LearnListeners(SourceSelector sources, in TableRequest tcp)
    {
        if (_directions is null || tcp.States.Contains(SocketState.Listen)) return;
        RowBuffer rows = new(PlainWindow, new ListenerSink(_directions));
        TableOutcome outcome = sources.Append(tcp with { States = StateSet.Of(SocketState.Listen), Families = IpFamilies.Both }, rows);
        rows.Finish();

        // With listeners missing, what came in would look as if it went out: then no direction is told.
        if (outcome.Result != TableResult.Complete) _directions = null;
    }

    public void Dispose() => _owners?.Dispose();

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

        ProcWalk walk = new(query.ProcRoot, query.Owners, query.OwnerNaming, wanted, query.OwnerDetails);
        _owners = walk.Run();
        OwnersUnavailable = walk.Describe();
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
            foreach (ref readonly SocketEntry row in rows) directions.AddListener(in row);
            return true;
        }
    }
}
