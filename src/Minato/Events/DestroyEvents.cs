using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Minato.Interop.Linux;
using Minato.Interop.Linux.Libc;
using Minato.Interop.Linux.SockDiag;
using Minato.Model;
using Minato.Wire;

namespace Minato.Events;

/// <summary>The kernel's announcements of TCP and UDP sockets that it destroys (groups of NETLINK_SOCK_DIAG, since Linux 4.3).</summary>
internal static class DestroyEvents
{
    // One socket with its metrics is less than a kilobyte.
    private const int ReceiveSize = 32 * 1024;

    /// <summary>Whether anything of the kind is ever announced.</summary>
    public static bool Has(Transports transports, IpFamilies families) => Groups(transports, families) != 0;

    /// <summary>Watches until the sink wants no more; gives 0 then, or the error number that ended it.</summary>
    public static int Run(Transports transports, IpFamilies families, SocketFields fields, ulong netNamespace, IEventSink sink)
    {
        int errno = Socket.Call(SocketConstants.AF_NETLINK, SocketConstants.SOCK_RAW, Netlink.NETLINK_SOCK_DIAG, out SafeFd socket);
        using (socket)
        {
            SockAddrNl groups = new() { nl_family = SocketConstants.AF_NETLINK, nl_groups = Groups(transports, families) };
            if (errno == 0) errno = Bind.Call(socket, MemoryMarshal.AsBytes(new ReadOnlySpan<SockAddrNl>(in groups)));
            return errno != 0 ? errno : Watch(socket, fields, netNamespace, sink);
        }
    }

    private static int Watch(SafeFd socket, SocketFields fields, ulong netNamespace, IEventSink sink)
    {
        byte[] buffer = GC.AllocateUninitializedArray<byte>(ReceiveSize);
        SocketDetails details = new();
        while (true)
        {
            SockAddrNl sender = default;
            int length = RecvMsg.Call(socket, buffer, MemoryMarshal.AsBytes(new Span<SockAddrNl>(ref sender)), 0, out bool cut);
            if (length == -Errno.ENOBUFS || cut)
            {
                sink.Lose();
                continue;
            }

            if (length == -Errno.EAGAIN) continue;
            if (length <= 0) return length == 0 ? Errno.EIO : -length;
            if (sender.nl_pid == 0 && !Take(buffer.AsSpan(0, length), fields, netNamespace, details, sink)) return 0;
        }
    }

    /// <summary>Hands on the events of one datagram; false when no more are wanted. What is damaged counts as lost.</summary>
    internal static bool Take(ReadOnlySpan<byte> datagram, SocketFields fields, ulong netNamespace, SocketDetails details, IEventSink sink)
    {
        NetlinkReader reader = new(datagram);
        while (reader.TryRead(out NlMsgHdr header, out ReadOnlySpan<byte> payload))
        {
            if (header.nlmsg_type != SockDiagConstants.SOCK_DIAG_BY_FAMILY) continue;
            SocketEntry socket = default;
            details.Clear();
            if (!InetDiagDecoder.TryDecodeFixed(payload, TransportOf(payload), netNamespace, ref socket) ||
                !InetDiagDecoder.TryDecodeAttributes(payload, fields, details, ref socket))
            {
                sink.Lose();
                continue;
            }

            socket.DetailsPlace = 1;
            if (!sink.Take(ref socket, details)) return false;
        }

        if (reader.Fault != NetlinkFault.None) sink.Lose();
        return true;
    }

    // Unlike the answer to a question, an event says its protocol.
    private static Transport TransportOf(ReadOnlySpan<byte> payload)
    {
        if (payload.Length < Unsafe.SizeOf<InetDiagMsg>()) return Transport.Tcp;
        AttributeReader reader = new(payload[Unsafe.SizeOf<InetDiagMsg>()..]);
        while (reader.TryRead())
        {
            if (reader.Type == InetDiag.INET_DIAG_PROTOCOL && reader.TryByte(out byte protocol) && protocol == InternetProtocol.IPPROTO_UDP)
                return Transport.Udp;
        }

        return Transport.Tcp;
    }

    private static uint Groups(Transports transports, IpFamilies families)
    {
        uint groups = 0;
        Add(Transports.Tcp, IpFamilies.V4, SockDiagConstants.SKNLGRP_INET_TCP_DESTROY);
        Add(Transports.Udp, IpFamilies.V4, SockDiagConstants.SKNLGRP_INET_UDP_DESTROY);
        Add(Transports.Tcp, IpFamilies.V6, SockDiagConstants.SKNLGRP_INET6_TCP_DESTROY);
        Add(Transports.Udp, IpFamilies.V6, SockDiagConstants.SKNLGRP_INET6_UDP_DESTROY);
        return groups;

        void Add(Transports transport, IpFamilies family, int group)
        {
            if ((transports & transport) != 0 && (families & family) != 0) groups |= 1u << (group - 1);
        }
    }
}
