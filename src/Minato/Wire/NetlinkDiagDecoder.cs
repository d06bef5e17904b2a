using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Minato.Interop.Linux.Libc;
using Minato.Interop.Linux.SockDiag;
using Minato.Model;

namespace Minato.Wire;

/// <summary>Turns one <c>struct netlink_diag_msg</c> with its attributes (linux/netlink_diag.h) into a row.</summary>
internal static class NetlinkDiagDecoder
{
    // NETLINK_CONNECTED of the kernel's af_netlink.c, which no header for programs has: a default peer was set.
    private const byte Connected = 1;

    /// <summary>False when the message is damaged. <paramref name="entry"/> has to come empty; <paramref name="details"/> is null when none were asked.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> payload, ulong netNamespace, ref SocketEntry entry, SocketDetails? details)
    {
        if (payload.Length < Unsafe.SizeOf<NetlinkDiagMsg>()) return false;
        ref readonly NetlinkDiagMsg message = ref MemoryMarshal.AsRef<NetlinkDiagMsg>(payload);
        if (message.ndiag_family != SocketConstants.AF_NETLINK) return false;

        entry.Transport = Transport.Netlink;
        entry.Family = SocketFamily.Netlink;
        entry.State = SocketState.Closed;
        entry.Protocol = message.ndiag_protocol;
        entry.LocalNumber = message.ndiag_portid;
        entry.Inode = message.ndiag_ino;
        entry.Identity.Set(netNamespace, message.ndiag_cookie.Value, SocketIdKind.Cookie);
        entry.Known = SocketFields.Cookie;
        if (message.ndiag_state == Connected)
        {
            entry.PeerNumber = message.ndiag_dst_portid;
            entry.PeerEnd.Addr.Set(0, message.ndiag_dst_group, isV6: false);
            entry.Known |= SocketFields.OtherEnd;
        }

        ulong groups = 0;
        AttributeReader reader = new(payload[Unsafe.SizeOf<NetlinkDiagMsg>()..]);
        while (reader.TryRead())
        {
            switch (reader.Type)
            {
                case NetlinkDiag.NETLINK_DIAG_MEMINFO when SocketMemoryDecoder.TryDecode(reader.Value, out SocketMemory memory):
                    entry.ReceiveQueue = memory.ReceiveAllocated;
                    entry.SendQueue = memory.SendAllocated;
                    details?.SetMemory(memory);
                    break;
                case NetlinkDiag.NETLINK_DIAG_GROUPS:
                    groups = ReadGroups(reader.Value);
                    break;
            }
        }

        details?.SetNetlink(new NetlinkDetails(groups, SocketAddress: 0, CallbackAddress: 0));
        return reader.Fault == NetlinkFault.None;
    }

    // A bit field of as many bytes as the protocol has groups for.
    private static ulong ReadGroups(ReadOnlySpan<byte> value)
    {
        Span<byte> first = stackalloc byte[sizeof(ulong)];
        first.Clear();
        value[..Math.Min(value.Length, first.Length)].CopyTo(first);
        return MemoryMarshal.Read<ulong>(first);
    }
}
