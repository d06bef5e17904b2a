using System;
using System.Buffers.Binary;
using System.Threading;
using Minato.Interop.Linux;
using Minato.Interop.Linux.Libc;
using Minato.Model;
using Minato.Wire;

namespace Minato.Sources.Linux.Connections;

/// <summary>The reading of a table of connections, by one thread or by several that take stretches of its chains in turn.</summary>
/// <param name="table">The table.</param>
/// <param name="request">What is wanted of it.</param>
internal sealed class ConnectionWalk(IConnectionTable table, TableRequest request)
{
    // Chains that a thread takes at a time: of 100,000 sockets in 262,144 chains these are one run.
    private const uint Stretch = 2048;

    // Chains of a run, were they all empty: a tenth of a millisecond.
    private const uint LongStretch = 65_536;

    // Runs that may end where they began: each time the chains changed under all of the run.
    private const int MostIdle = 100;

    private long _next;
    private long _damaged;
    private int _errno;

    /// <summary>Reads the whole table in the order of its chains, as the kernel's own dumps do.</summary>
    public TableOutcome Append(RowBuffer rows)
    {
        ConnectionWindow window = table.Window(0);
        int errno = 0;
        for (long first = 0; errno == 0 && !rows.IsStopped && first <= window[ConnectionWindow.Mask]; first += LongStretch)
            errno = Append(window, (uint)first, (uint)(first + LongStretch - 1), rows);
        return Outcome(errno);
    }

    /// <summary>Reads stretches until none is left. For several threads, each with a window and rows of its own.</summary>
    public void AppendShare(int number, RowBuffer rows)
    {
        ConnectionWindow window = table.Window(number);
        while (!rows.IsStopped && Volatile.Read(ref _errno) == 0)
        {
            long first = Interlocked.Add(ref _next, Stretch) - Stretch;
            int errno = first > uint.MaxValue ? 0 : Append(window, (uint)first, (uint)first + Stretch - 1, rows);
            if (errno != 0) _ = Interlocked.CompareExchange(ref _errno, errno, 0);
            if (first + Stretch > window[ConnectionWindow.Mask]) break;
        }

        rows.Finish();
    }

    /// <summary>How the shares together ended.</summary>
    public TableOutcome Outcome() => Outcome(_errno);

    private TableOutcome Outcome(int errno) => new(errno == 0 ? TableResult.Complete : TableResult.Incomplete, errno, Volatile.Read(ref _damaged));

    private int Append(ConnectionWindow window, uint first, uint last, RowBuffer rows)
    {
        Ask(window, first, last);
        int idle = 0;
        while (true)
        {
            (uint chain, uint skip) = (window[ConnectionWindow.Chain], window[ConnectionWindow.Skip]);
            int errno = table.Run(window);
            if (errno != 0) return errno;
            Append(window, rows);
            uint next = window[ConnectionWindow.Chain];
            if (rows.IsStopped || next > Math.Min(last, window[ConnectionWindow.Mask])) return 0;
            if (next != chain || window[ConnectionWindow.Skip] != skip) idle = 0;
            else if (++idle == MostIdle) return Errno.EAGAIN;
        }
    }

    private void Ask(ConnectionWindow window, uint first, uint last)
    {
        // Who asks for SYN-RECV asks for the requests that no socket was made for, too.
        uint states = request.States.Mask;
        if (request.States.Contains(SocketState.SynReceived)) states |= StateSet.Of(SocketState.NewSynReceived).Mask;
        window[ConnectionWindow.Chain] = first;
        window[ConnectionWindow.Skip] = 0;
        window[ConnectionWindow.Last] = last;
        window[ConnectionWindow.States] = states;
        window[ConnectionWindow.Family] = request.Families switch
        {
            IpFamilies.V4 => SocketConstants.AF_INET,
            IpFamilies.V6 => SocketConstants.AF_INET6,
            _ => 0,
        };
        window[ConnectionWindow.LocalPort] = request.Filter?.LocalPort ?? 0;
        window[ConnectionWindow.PeerPort] = BinaryPrimitives.ReverseEndianness(request.Filter?.PeerPort ?? 0);
    }

    private void Append(ConnectionWindow window, RowBuffer rows)
    {
        ReadOnlySpan<ConnectionRecord> records = window.Given;
        uint mask = window[ConnectionWindow.Mask];
        for (int i = 0; i < records.Length && !rows.IsStopped; i++)
        {
            if (ConnectionDecoder.IsRepeated(records, i, mask)) continue;
            if (ConnectionDecoder.TryDecode(in records[i], request.NetNamespace, ref rows.Next)) rows.Commit();
            else _ = Interlocked.Increment(ref _damaged);
        }
    }
}
