using System;
using Minato.Model;

namespace Minato.Sources.Linux;

/// <summary>
/// All IPv4 rows of a large TCP table and then its IPv6 rows, out of one dump of both: the kernel visits each socket once, not
/// once for each family (BENCH netstat-tan-100k, exact-tan-100k). Within a family the order is that of the dump.
/// </summary>
/// <param name="countTcp">How many TCP sockets there are about.</param>
/// <param name="countTcp6">How many of them are of IPv6.</param>
/// <param name="most">How many IPv6 rows are held; with more of them there are two dumps.</param>
internal sealed class ApartDump(Func<int> countTcp, Func<int> countTcp6, int most = ApartDump.MostHeld)
{
    // Some 16 MiB.
    private const int MostHeld = 150_000;

    // Of fewer sockets each walk is short, and their owners are looked up in one window.
    private const int LeastSockets = 5_000;

    /// <summary>False when the families are to be dumped one after the other: nothing was given yet.</summary>
    public bool TryAppend(in TableRequest request, NetlinkSource source, RowBuffer rows, out TableOutcome outcome)
    {
        outcome = default;
        if (!IsWorthwhile(request)) return false;

        rows.Deliver();
        using HeldRows held = new(rows.Sink, most);
        RowBuffer mixed = new(rows.Capacity, held);
        outcome = source.Append(request with { FamiliesApart = false }, mixed);
        if (outcome.Result == TableResult.Refused) return false;
        mixed.Finish();
        if (held.IsStopped) rows.Stop();
        if (rows.IsStopped) return true;
        if (held.IsOver) outcome = outcome.WithV6(source.Append(request with { Families = IpFamilies.V6 }, rows));
        else held.Release(rows);
        return true;
    }

    private bool IsWorthwhile(in TableRequest request) =>
        (request.Fields & DumpStep.InDetails) == 0 && request.States.Contains(SocketState.Established) &&
        countTcp() >= LeastSockets && countTcp6() <= most;
}
