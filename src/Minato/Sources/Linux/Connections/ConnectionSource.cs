using System;
using Minato.Interop.Linux;
using Minato.Model;
using Minato.Threads;

namespace Minato.Sources.Linux.Connections;

/// <summary>
/// TCP connections read by a program of Minato's own in the kernel. sock_diag visits each socket's memory at a dozen places and
/// takes a reference to it; a row needs three (BENCH tan-100k). Listeners are in other tables, and sock_diag tells them first.
/// </summary>
/// <param name="netlink">Tells listeners and idle bound sockets.</param>
/// <param name="open">Opens the table, or says why not.</param>
/// <param name="threads">How many processors there are for it.</param>
/// <param name="apart">Reads both families at once where they are to come one after the other; null never does.</param>
/// <param name="explains">Whether the kernel's verifier is to explain a refusal, which takes a second attempt.</param>
internal sealed class ConnectionSource(NetlinkSource netlink, OpenConnectionTable open, int threads, ApartDump? apart = null, bool explains = false) : IDisposable
{
    // A second thread costs some 0.1 ms, as much as a thousand sockets.
    private const int LeastForTwo = 10_000;

    private const SocketFields Missing = SocketFields.Cookie | SocketFields.Mark | SocketFields.Cgroup | SocketFields.Shutdown | SocketFields.Timer |
        DumpStep.InDetails;

    private IConnectionTable? _table;

    /// <summary>Why the program could not be used; null when it was, or was not tried.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Whether it can answer at all. A closed TCP socket is in no table: who asks for listeners and those needs no walk (BENCH tln-1m).</summary>
    public static bool Fits(in TableRequest request) =>
        request is { Table: SocketTable.Tcp, NamesSockets: false } && (request.Fields & Missing) == 0 &&
        !request.States.Without(DumpStep.OwnTables | StateSet.Of(SocketState.Closed)).IsEmpty &&
        request.Filter is null or { Program.IsEmpty: true };

    /// <summary>False when the table must be read another way: nothing was given yet.</summary>
    /// <param name="request">What is wanted; <see cref="Fits"/>.</param>
    /// <param name="sockets">About how many sockets there are.</param>
    /// <param name="rows">Takes the rows.</param>
    /// <param name="outcome">How it ended.</param>
    public bool TryAppend(in TableRequest request, long sockets, RowBuffer rows, out TableOutcome outcome)
    {
        outcome = default;
        if (Refusal is not null) return false;
        if (_table is null)
        {
            Refusal = open(explains, out _table) ?? Try();
            if (Refusal is not null) return false;
        }

        if (apart is not null && request is { FamiliesApart: true, Families: IpFamilies.Both } && TryAppendMixed(request, sockets, rows, out outcome)) return true;
        bool isApart = request is { FamiliesApart: true, Families: IpFamilies.Both };
        if (!TryAppendFamilies(isApart ? request with { Families = IpFamilies.V4 } : request, sockets, rows, out outcome)) return false;
        if (!isApart || rows.IsStopped) return true;
        TableRequest rest = request with { Families = IpFamilies.V6 };
        if (!TryAppendFamilies(rest, sockets, rows, out TableOutcome v6)) v6 = netlink.Append(rest, rows);
        outcome = outcome.WithV6(v6);
        return true;
    }

    // Only the second reading has no other way left than sock_diag.
    private bool TryAppendMixed(in TableRequest request, long sockets, RowBuffer rows, out TableOutcome outcome)
    {
        return apart!.TryAppend(request, Read, rows, out outcome);

        bool Read(in TableRequest part, RowBuffer buffer, out TableOutcome result)
        {
            if (TryAppendFamilies(part, sockets, buffer, out result)) return true;
            if (part.Families == IpFamilies.Both) return false;
            result = netlink.Append(part, buffer);
            return true;
        }
    }

    public void Dispose() => (_table as IDisposable)?.Dispose();

    // One chain: what keeps the program from running is known before the first row.
    private string? Try()
    {
        ConnectionWindow window = _table!.Window(0);
        window[ConnectionWindow.Chain] = window[ConnectionWindow.Last] = 0;
        int errno = _table.Run(window);
        return errno == 0 ? null : "the BPF program did not run: " + ErrnoText.Of(errno);
    }

    private bool TryAppendFamilies(in TableRequest request, long sockets, RowBuffer rows, out TableOutcome outcome)
    {
        outcome = netlink.Append(request with { States = request.States & DumpStep.OwnTables }, rows);
        if (outcome.Result == TableResult.Refused) return false;
        if (rows.IsStopped) return true;

        ConnectionWalk walk = new(_table!, request);
        bool isAlone = threads < 2 || sockets < LeastForTwo || request.InWalkOrder;
        outcome = outcome.With(isAlone ? walk.Append(rows) : AppendShares(walk, rows));
        return true;
    }

    // The rows of both threads come as they come, a batch of one and then a batch of the other.
    private static TableOutcome AppendShares(ConnectionWalk walk, RowBuffer rows)
    {
        rows.Deliver();
        SharedSink sink = new(rows.Sink);
        RowBuffer others = new(rows.Capacity, sink);
        int starter = OtherProcessor.Here();
        using (SecondThread beside = new(() =>
        {
            OtherProcessor.Leave(starter);
            walk.AppendShare(1, others);
        }))
        {
            walk.AppendShare(0, new RowBuffer(rows.Capacity, sink));
            beside.Join();
        }

        if (sink.IsStopped) rows.Stop();
        return walk.Outcome();
    }
}
