using System;
using System.Runtime.InteropServices;
using Minato.Interop.Linux;
using Minato.Interop.Linux.Libc;
using Minato.Interop.Linux.Routing;
using Minato.Interop.Linux.SockDiag;
using Minato.Wire;

namespace Minato.Statistics;

/// <summary>Takes the messages of a dump.</summary>
internal interface IDumpConsumer
{
    /// <summary>Called before the first message of each attempt: what an earlier one gave is void.</summary>
    void Begin();

    void Accept(ushort type, ReadOnlySpan<byte> payload);
}

/// <summary>A NETLINK_ROUTE socket (rtnetlink(7)) that asks for whole lists.</summary>
internal sealed class RouteSocket : IDisposable
{
    // The kernel fills at most 32 KiB at a time for a reader with so much room (net/netlink/af_netlink.c).
    private const int BufferSize = 32 * 1024;

    // A list that changed under the reader is asked again.
    private const int MaxAttempts = 5;

    private readonly SafeFd _socket;
    private readonly byte[] _buffer = GC.AllocateUninitializedArray<byte>(BufferSize);
    private readonly int _openErrno;
    private uint _sequence;

    public RouteSocket() => _openErrno = Socket.Call(SocketConstants.AF_NETLINK, SocketConstants.SOCK_RAW, Rtnetlink.NETLINK_ROUTE, out _socket);

    /// <summary>Gives 0 when the list was read whole, else an error number; EAGAIN is a list that never held still.</summary>
    public int Dump<T>(ushort type, in T head, IDumpConsumer consumer)
        where T : unmanaged
    {
        if (_openErrno != 0) return _openErrno;
        for (int attempt = 1; ; attempt++)
        {
            consumer.Begin();
            int errno = Send(type, in head);
            if (errno == 0) errno = ReceiveAll(consumer);
            if (errno != Errno.EAGAIN || attempt == MaxAttempts) return errno;
        }
    }

    public void Dispose() => _socket.Dispose();

    private int Send<T>(ushort type, in T head)
        where T : unmanaged
    {
        Span<byte> message = stackalloc byte[64];
        NetlinkWriter writer = new(message, type, Netlink.NLM_F_REQUEST | Netlink.NLM_F_DUMP, ++_sequence);
        writer.Append(head);
        SockAddrNl kernel = new() { nl_family = SocketConstants.AF_NETLINK };
        int sent = SendTo.Call(_socket, writer.Message, MemoryMarshal.AsBytes(new ReadOnlySpan<SockAddrNl>(in kernel)));
        return sent < 0 ? -sent : 0;
    }

    private int ReceiveAll(IDumpConsumer consumer)
    {
        bool changed = false;
        while (true)
        {
            SockAddrNl sender = default;
            int length = RecvMsg.Call(_socket, _buffer, MemoryMarshal.AsBytes(new Span<SockAddrNl>(ref sender)), flags: 0, out bool cut);
            if (length < 0) return -length;
            if (sender.nl_pid != 0) continue;

            NetlinkReader reader = new(_buffer.AsSpan(0, Math.Min(length, BufferSize)));
            while (reader.TryRead(out NlMsgHdr header, out ReadOnlySpan<byte> payload))
            {
                if (header.nlmsg_seq != _sequence) continue;
                changed |= (header.nlmsg_flags & Netlink.NLM_F_DUMP_INTR) != 0;
                if (header.nlmsg_type is Netlink.NLMSG_DONE or Netlink.NLMSG_ERROR) return Finish(payload, changed);
                consumer.Accept(header.nlmsg_type, payload);
            }

            if (cut || reader.Fault != NetlinkFault.None) return Errno.EIO;
        }
    }

    private static int Finish(ReadOnlySpan<byte> payload, bool changed)
    {
        int error = -NetlinkError.Read(payload);
        return error == 0 && changed ? Errno.EAGAIN : error;
    }
}
