using System;
using Minato.Attribution;
using Minato.Model;
using Minato.Sources;
using Minato.Sources.Linux;
using Minato.Threads;

namespace Minato;

/// <summary>
/// The owners of the rows that pass. A table that fits the window is known whole before anything is searched, and then only its
/// own sockets are. For a larger one all owners are searched, beside the reading of the table.
/// </summary>
internal sealed class RowOwners(SocketQuery query, SocketReport report) : IDisposable
{
    // Rows gathered before owners are looked up.
    private const int GatheringWindow = 4096;

    private readonly OwnerFinder _finder = new(new OwnerQuestion(
        query.ProcRoot,
        query is { Owners: OwnerSearch.None } ? OwnerSearch.All : query.Owners,
        query.OwnerNaming,
        query.OwnerDetails,
        query.OwnerPreference,
        query.ExplainsRefusals));
    private OwnerIndex? _owners;
    private SecondThread? _thread;
    private bool _searched;

    /// <summary>How many rows to gather before they are delivered; 0 when that makes no difference.</summary>
    public int Window => _thread is null ? GatheringWindow : 0;

    /// <summary>Finds the owners of a row, when they were searched.</summary>
    public IOwnerLookup? Lookup => _owners;

    /// <summary>Begins to search when the table is a large one: then nothing is gained by knowing it first.</summary>
    public void SearchBeside(in TableRequest request)
    {
        // -l asks for LISTEN and CLOSE; connections are in neither.
        bool isSmall = request.States.Without(StateSet.Listening | StateSet.Of(SocketState.BoundInactive)).IsEmpty || request.Filter is { Program.IsEmpty: false };
        if (isSmall || Environment.ProcessorCount < 2 || query.DumpFile is not null || TcpCount.OfAll(query.ProcRoot) <= GatheringWindow) return;
        _thread = new SecondThread(() => _owners = _finder.Find(wanted: null));
    }

    /// <summary>Searches, unless that was done; only for the rows where they are the whole answer.</summary>
    public void Search(ReadOnlySpan<SocketEntry> rows, bool isWholeAnswer)
    {
        if (!_searched)
        {
            _searched = true;
            if (_thread is not null) _thread.Join();
            else if (!TrySearch(rows, isWholeAnswer)) return;
            report.OwnerSource = _finder.Provenance;
            foreach (string how in _finder.Describe()) report.Note(how);
        }

        _owners?.Touch(rows);
        if (_finder.Unavailable is not null) CountUnseen(rows);
    }

    /// <summary>What kept the search from the owners that were asked, or from the way that was insisted on.</summary>
    public void Report()
    {
        if (_finder.Unavailable is { } unseen) report.Unavailable = [.. report.Unavailable, unseen];
        if (_finder.Unserved is { } unserved) report.Unavailable = [.. report.Unavailable, unserved];
    }

    public void Dispose()
    {
        _thread?.Dispose();
        _owners?.Dispose();
    }

    // False when no row can have an owner.
    private bool TrySearch(ReadOnlySpan<SocketEntry> rows, bool isWholeAnswer)
    {
        WantedInodes? wanted = null;
        if (isWholeAnswer)
        {
            wanted = new WantedInodes(rows.Length);
            foreach (ref readonly SocketEntry row in rows) wanted.Add(row.Inode);
            if (wanted.IsEmpty) return false;
        }

        _owners = _finder.Find(wanted);
        return true;
    }

    private void CountUnseen(ReadOnlySpan<SocketEntry> rows)
    {
        foreach (ref readonly SocketEntry row in rows)
        {
            if (row.Inode != 0 && _owners!.FindOwners(row.Inode).IsEmpty) report.UnseenOwners++;
        }
    }
}
