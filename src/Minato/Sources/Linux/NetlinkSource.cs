using System;
using Minato.Filter.Kernel;
using Minato.Interop.Linux;
using Minato.Interop.Linux.SockDiag;
using Minato.Model;
using Minato.Wire;

namespace Minato.Sources.Linux;

/// <summary>Sockets by the kernel's sock_diag interface (sock_diag(7), since Linux 3.3).</summary>
/// <param name="factory">Opens channels to the kernel.</param>
/// <param name="receiveSize">Room for a datagram at first; it grows when one is larger.</param>
/// <param name="split">Reads a large TCP table in two halves; null never does.</param>
/// <param name="apart">Reads a large TCP table of both families, one after the other, in one dump; null never does.</param>
/// <param name="readsAhead">Whether a long dump is received on a second thread.</param>
internal sealed class NetlinkSource(
    INetlinkChannelFactory factory,
    int receiveSize = NetlinkSource.ReceiveSize,
    SplitDump? split = null,
    ApartDump? apart = null,
    bool readsAhead = false)
    : ISocketSource, IDisposable
{
    // The kernel builds dump datagrams of at most 32 KiB, or of the reader's buffer where that is less.
    private const int ReceiveSize = 32 * 1024;

    // The kernel's first datagram has a page, and no more is to be made of a dump that may be left for two others.
    private const int FirstReceiveSize = 8 * 1024;

    // What two or three datagrams hold is here before another thread has begun.
    private const int DatagramsAlone = 4;

    // How often a dump is read: again when it broke or changed under the reader, as long as none of its rows has been given.
    private const int MaxAttempts = 5;

    // A queue that overran again and again would keep a reader busy for ever.
    private const int MaxOverruns = 16;

    // Room for the program of a filter of some twenty conditions.
    private const int RequestOnStack = 1024;

    private byte[] _buffer = GC.AllocateUninitializedArray<byte>(receiveSize);
    private INetlinkChannel? _channel;
    private uint _sequence;

    // Whether the dump under way may be left for two halves once it shows to be long, and where to part them.
    private bool _mayPart;
    private PortSplit? _parted;
    private bool _readsAhead = readsAhead;

    // What the kernel was asked to check, and how much of it the last refusals left.
    private (KernelFilter Asked, KernelFilter? Taken)? _accepted;

    public Provenance Provenance => Provenance.Netlink;

    /// <summary>Whether there was a channel to ask by: if not, a refusal says nothing about the table.</summary>
    public bool HasChannel { get; private set; }

    /// <summary>Whether the kernel refused to compare firewall marks for who asked.</summary>
    public bool MayNotSeeMarks { get; private set; }

    public TableOutcome Append(in TableRequest request, RowBuffer rows)
    {
        if (request.Table is SocketTable.Unix or >= SocketTable.Packet) return Dump(new DumpStep(request, null), rows);
        if (OneConnection.TryAppend(factory, request, rows)) return TableOutcome.Complete;
        bool isBoth = request.Table == SocketTable.Tcp && request.Families == IpFamilies.Both;
        if (isBoth && request.FamiliesApart && apart is not null && apart.TryAppend(request, TryAppend, rows, out TableOutcome inTurn)) return inTurn;
        if (isBoth && !request.FamiliesApart)
        {
            TableOutcome both = DumpInet(new DumpStep(request, null), rows);
            if (both.Result != TableResult.Refused) return both;
        }

        TableOutcome outcome = TableOutcome.Complete;
        if ((request.Families & IpFamilies.V4) != 0) outcome = DumpInet(new DumpStep(request, SocketFamily.Inet), rows);
        if ((request.Families & IpFamilies.V6) == 0 || outcome.Result == TableResult.Refused || rows.IsStopped) return outcome;

        TableOutcome v6 = DumpInet(new DumpStep(request, SocketFamily.Inet6), rows);
        return request.Families == IpFamilies.Both ? outcome.WithV6(v6) : v6;
    }

    /// <summary>One dump, whatever its size.</summary>
    public TableOutcome AppendWhole(in DumpStep step, RowBuffer rows) => Dump(step, rows);

    /// <summary>The same beside another: on this thread alone, and with the filter as it is or not at all.</summary>
    public TableOutcome AppendHalf(in DumpStep step, RowBuffer rows)
    {
        bool before = _readsAhead;
        _readsAhead = false;
        TableOutcome outcome = DumpAgain(step, rows);
        _readsAhead = before;
        return outcome;
    }

    /// <summary>The step with as much of its filter as the kernel is known to take.</summary>
    public DumpStep Accepted(in DumpStep step) => _accepted is { } known && step.KernelFilter == known.Asked ? step.With(known.Taken) : step;

    /// <summary>Opens the channel before it is needed. 0, or an error number.</summary>
    public int OpenChannel() => _channel is null ? factory.Open(out _channel) : 0;

    public void Dispose() => _channel?.Dispose();

    private bool TryAppend(in TableRequest request, RowBuffer rows, out TableOutcome outcome)
    {
        outcome = Append(request, rows);
        return outcome.Result != TableResult.Refused;
    }

    private TableOutcome DumpInet(in DumpStep step, RowBuffer rows)
    {
        _mayPart = split is not null && SplitDump.MayPart(step);
        TableOutcome outcome = Dump(step, rows);
        _mayPart = false;
        if (_parted is not { } halves) return outcome;
        _parted = null;
        return split!.Append(step, halves, this, rows);
    }

    // A kernel that refuses the filter is asked with less of it: whoever delivers the rows looks at each again.
    private TableOutcome Dump(DumpStep step, RowBuffer rows)
    {
        step = Accepted(step);
        KernelFilter? asked = step.KernelFilter;
        bool mayNot = false;
        while (true)
        {
            TableOutcome outcome = DumpAgain(step, rows);
            bool isRefused = outcome is { Result: TableResult.Refused, Errno: Errno.EINVAL or Errno.EPERM };
            if (!isRefused || step.KernelFilter is not { } filter)
            {
                if (!isRefused && step.KernelFilter != asked) _accepted = (asked!, step.KernelFilter);
                MayNotSeeMarks |= mayNot && !isRefused;
                return outcome;
            }

            mayNot |= outcome.Errno == Errno.EPERM;
            step = step.With(filter.Weaker());
        }
    }

    private TableOutcome DumpAgain(in DumpStep step, RowBuffer rows)
    {
        if (step.KernelStates.IsEmpty) return TableOutcome.Complete;
        long start = rows.Position;
        for (int attempt = 1; ; attempt++)
        {
            bool mayRetry = attempt < MaxAttempts;
            TableOutcome outcome = DumpOnce(step, rows, start, mayRetry);
            if (_channel is ReadAheadChannel ahead) _channel = ahead.Release();
            if (outcome.Result != TableResult.Complete) CloseChannel();
            if (outcome.Result != TableResult.Incomplete || !mayRetry || rows.IsStopped || !rows.TryTakeBack(start)) return outcome;
        }
    }

    private TableOutcome DumpOnce(in DumpStep step, RowBuffer rows, long start, bool mayRetry)
    {
        int errno = Send(step);
        if (errno != 0) return TableOutcome.Refused(errno);

        long damaged = 0;
        int overruns = 0;
        TableOutcome lossy = TableOutcome.Complete;
        for (int received = 1; ; received++)
        {
            int room = _mayPart ? Math.Min(FirstReceiveSize, _buffer.Length) : _buffer.Length;

            // The kernel makes the next datagram while it hands over the last. Once something was lost, that may have been
            // the end: a reader that waited would wait for ever.
            Datagram datagram = _channel!.Receive(_buffer.AsSpan(0, room), wait: lossy.Result == TableResult.Complete);
            if (datagram.Length <= 0)
            {
                // An overrun lost datagrams but what is there is good; every other error ends the dump.
                lossy = new TableOutcome(TableResult.Incomplete, datagram.Length == 0 ? Errno.EIO : -datagram.Length, damaged);
                if (-datagram.Length != Errno.ENOBUFS || ++overruns > MaxOverruns || (mayRetry && rows.CanTakeBack(start))) return lossy;
                continue;
            }

            if (!datagram.IsFromKernel) continue;
            if (datagram.IsCut)
            {
                _buffer = GC.AllocateUninitializedArray<byte>(datagram.Length);
                lossy = new TableOutcome(TableResult.Incomplete, Errno.ENOBUFS, damaged);
                if (mayRetry && rows.CanTakeBack(start)) return lossy;
                continue;
            }

            DatagramEnd end = Take(step, _buffer.AsSpan(0, datagram.Length), rows, ref damaged, out errno);
            if (rows.IsStopped)
            {
                CloseChannel();
                return TableOutcome.Complete;
            }

            if (end == DatagramEnd.Refused)
            {
                // An error before the first row is a refusal; after it, the end of a broken dump.
                return rows.Position == start && lossy.Result == TableResult.Complete
                    ? TableOutcome.Refused(errno)
                    : new TableOutcome(TableResult.Incomplete, errno, damaged);
            }

            if (end is DatagramEnd.Interrupted or DatagramEnd.DoneInterrupted)
            {
                lossy = new TableOutcome(TableResult.Incomplete, 0, damaged);
                if (mayRetry && rows.CanTakeBack(start)) return lossy;
            }

            if (end is DatagramEnd.Done or DatagramEnd.DoneInterrupted) return lossy with { DamagedRows = damaged };
            if (_mayPart && IsParted(step, rows, start)) return TableOutcome.Complete;
            if (_readsAhead && received == DatagramsAlone && lossy.Result == TableResult.Complete)
                _channel = new ReadAheadChannel(_channel, _sequence, _buffer.Length);
        }
    }

    // The rows of its first datagram are read again.
    private bool IsParted(in DumpStep step, RowBuffer rows, long start)
    {
        _mayPart = false;
        if (!rows.CanTakeBack(start) || split!.Find(step) is not { } halves) return false;
        CloseChannel();
        _parted = halves;
        return rows.TryTakeBack(start);
    }

    private DatagramEnd Take(in DumpStep step, ReadOnlySpan<byte> datagram, RowBuffer rows, ref long damaged, out int errno)
    {
        errno = 0;
        bool interrupted = false;
        NetlinkReader reader = new(datagram);
        while (reader.TryRead(out NlMsgHdr header, out ReadOnlySpan<byte> payload))
        {
            if (header.nlmsg_seq != _sequence) continue;
            interrupted |= (header.nlmsg_flags & Netlink.NLM_F_DUMP_INTR) != 0;
            switch (header.nlmsg_type)
            {
                case Netlink.NLMSG_DONE:
                    // DONE carries the dump's own error, if any, as a negated number.
                    errno = -NetlinkError.Read(payload);
                    if (errno != 0) return DatagramEnd.Refused;
                    return interrupted ? DatagramEnd.DoneInterrupted : DatagramEnd.Done;
                case Netlink.NLMSG_ERROR:
                    errno = -NetlinkError.Read(payload);
                    if (errno != 0) return DatagramEnd.Refused;
                    break;
                case SockDiagConstants.SOCK_DIAG_BY_FAMILY or InetDiag.TCPDIAG_GETSOCK:
                    if (!step.TryAppend(payload, rows)) damaged++;
                    if (rows.IsStopped) return DatagramEnd.More;
                    break;
            }
        }

        if (reader.Fault == NetlinkFault.None) return interrupted ? DatagramEnd.Interrupted : DatagramEnd.More;

        // How many rows stood behind the damage is not known, nor whether the end of the dump did.
        damaged++;
        return DatagramEnd.Interrupted;
    }

    private int Send(in DumpStep step)
    {
        int errno = 0;
        if (_channel is null)
        {
            errno = factory.Open(out _channel);

            // Only a UNIX listener with its waiting peers is larger than the first datagram.
            if (errno == 0 && (step.Request.Fields & SocketFields.UnixPending) != 0 && step.Request.Table == SocketTable.Unix) _channel.ShowRoom(_buffer);
        }

        HasChannel = errno == 0;
        int length = step.RequestLength;
        Span<byte> request = length <= RequestOnStack ? stackalloc byte[RequestOnStack] : new byte[length];
        if (errno == 0) errno = _channel.Send(step.WriteFiltered(request, ++_sequence));
        if (errno != 0) CloseChannel();
        return errno;
    }

    // The rest of a broken dump would answer the next request.
    private void CloseChannel()
    {
        _channel?.Dispose();
        _channel = null;
    }

    private enum DatagramEnd : byte
    {
        More,
        Interrupted,
        Done,
        DoneInterrupted,
        Refused,
    }
}
