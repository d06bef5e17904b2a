using System;
using Minato.Model;

namespace Minato.Sources.Linux;

/// <summary>Reads what is asked of a table; false when it was not read and nothing was given.</summary>
internal delegate bool ReadTable(in TableRequest request, RowBuffer rows, out TableOutcome outcome);

/// <summary>
/// All IPv4 rows of a large TCP table and then its IPv6 rows, out of one reading of both: the kernel visits each socket once, not
/// once for each family (BENCH netstat-tan-100k, exact-tan-100k). Within a family the order is that of the reading.
/// </summary>
/// <param name="countTcp">How many TCP sockets there are about.</param>
/// <param name="countTcp6">How many of them are of IPv6.</param>
/// <param name="most">How many IPv6 rows are held; with more of them there are two readings.</param>
internal sealed class ApartDump(Func<int> countTcp, Func<int> countTcp6, int most = ApartDump.MostHeld)
{
    // Some 2 MiB. Holding 100,000 made the command twice as large as ss; two readings of so large a table still take
    // a quarter of ss's time (BENCH exact-tan-1m).
    private const int MostHeld = 20_000;

    // Of fewer sockets each walk is short, and their owners are looked up in one window.
    private const int LeastSockets = 5_000;

    /// <summary>False when the families are to be read one after the other: nothing was given yet.</summary>
    public bool TryAppend(in TableRequest request, ReadTable read, RowBuffer rows, out TableOutcome outcome)
    {
        outcome = default;
        if (!IsWorthwhile(request)) return false;

        rows.Deliver();
        using HeldRows held = new(rows.Sink, most);
        RowBuffer mixed = new(rows.Capacity, held);
        if (!read(request with { FamiliesApart = false }, mixed, out outcome)) return false;
        mixed.Finish();
        if (held.IsStopped) rows.Stop();
        if (rows.IsStopped) return true;
        if (!held.IsOver)
        {
            held.Release(rows);
            return true;
        }

        _ = read(request with { Families = IpFamilies.V6 }, rows, out TableOutcome v6);
        outcome = outcome.WithV6(v6);
        return true;
    }

    private bool IsWorthwhile(in TableRequest request) =>
        (request.Fields & DumpStep.InDetails) == 0 && request.States.Contains(SocketState.Established) &&
        countTcp() >= LeastSockets && countTcp6() <= most;
}
