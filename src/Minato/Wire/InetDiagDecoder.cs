using System;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Minato.Interop.Linux.Libc;
using Minato.Interop.Linux.SockDiag;
using Minato.Model;

namespace Minato.Wire;

/// <summary>Turns one <c>struct inet_diag_msg</c> with its attributes (linux/inet_diag.h) into a row.</summary>
internal static class InetDiagDecoder
{
    // Attributes are walked only when one of these was asked: the walk costs more than the rest of the row.
    private const SocketFields FromAttributes = SocketFields.Mark | SocketFields.Cgroup | SocketFields.Shutdown;

    private const SocketFields Always =
        SocketFields.Backlog | SocketFields.Cookie | SocketFields.Interface | SocketFields.Timer | SocketFields.User;

    /// <summary>False when the message is shorter than its fixed part, of another family, or damaged: the row is dropped.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> payload, Transport transport, SocketFields asked, ulong netNamespace, ref SocketEntry entry) =>
        TryDecodeFixed(payload, transport, netNamespace, ref entry) && TryDecodeAttributes(payload, asked, null, ref entry);

    /// <summary>The fixed part alone. False when the message is shorter, or of another family.</summary>
    public static bool TryDecodeFixed(ReadOnlySpan<byte> payload, Transport transport, ulong netNamespace, ref SocketEntry entry)
    {
        if (payload.Length < Unsafe.SizeOf<InetDiagMsg>()) return false;
        ref readonly InetDiagMsg message = ref MemoryMarshal.AsRef<InetDiagMsg>(payload);
        bool isV6 = message.idiag_family == SocketConstants.AF_INET6;
        if (!isV6 && message.idiag_family != SocketConstants.AF_INET) return false;

        entry = default;
        entry.Transport = transport;
        entry.Family = isV6 ? SocketFamily.Inet6 : SocketFamily.Inet;
        entry.State = (SocketState)message.idiag_state;
        SetEnd(ref entry.LocalEnd, in message.id.idiag_src, isV6, message.id.idiag_sport);
        SetEnd(ref entry.PeerEnd, in message.id.idiag_dst, isV6, message.id.idiag_dport);
        entry.ReceiveQueue = message.idiag_rqueue;
        entry.SendQueue = message.idiag_wqueue;
        entry.Uid = message.idiag_uid;
        entry.Inode = message.idiag_inode;
        entry.InterfaceIndex = message.id.idiag_if;
        entry.Timer = new SocketTimer((TimerKind)message.idiag_timer, message.idiag_expires, message.idiag_retrans);
        entry.Identity.Set(netNamespace, message.id.idiag_cookie.Value, SocketIdKind.Cookie);
        entry.Known = Always;

        return true;
    }

    /// <summary>
    /// The attributes after the fixed part of a message whose fixed part has been decoded; what does not fit into a row goes
    /// to <paramref name="details"/>. False when they are damaged.
    /// </summary>
    public static bool TryDecodeAttributes(ReadOnlySpan<byte> payload, SocketFields asked, SocketDetails? details, ref SocketEntry entry)
    {
        // V6ONLY tells `*` from `[::]`, and the kernel sends it for just these two states. Only an attribute tells a raw socket's protocol.
        bool isWanted = details is not null || (asked & FromAttributes) != 0 || entry.Transport == Transport.Raw ||
            (entry.Family == SocketFamily.Inet6 && entry.State is SocketState.Listen or SocketState.Closed);
        return !isWanted || InetDiagAttributes.TryDecode(payload[Unsafe.SizeOf<InetDiagMsg>()..], details, ref entry);
    }

    private static void SetEnd(ref Endpoint end, in AddressWords words, bool isV6, ushort port)
    {
        end.Port = BinaryPrimitives.ReverseEndianness(port);
        if (isV6) end.Addr.Set(Join(words[0], words[1]), Join(words[2], words[3]), isV6: true);
        else end.Addr.Set(0, BinaryPrimitives.ReverseEndianness(words[0]), isV6: false);
    }

    private static ulong Join(uint high, uint low) =>
        (ulong)BinaryPrimitives.ReverseEndianness(high) << 32 | BinaryPrimitives.ReverseEndianness(low);
}
