using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Minato.Interop.Linux.Libc;
using Minato.Interop.Linux.SockDiag;
using Minato.Model;

namespace Minato.Wire;

/// <summary>Turns one <c>struct xdp_diag_msg</c> with its attributes (linux/xdp_diag.h) into a row.</summary>
internal static class XdpDiagDecoder
{
    /// <summary>False when the message is damaged. <paramref name="entry"/> has to come empty; <paramref name="details"/> is null when none were asked.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> payload, ulong netNamespace, ref SocketEntry entry, SocketDetails? details)
    {
        if (payload.Length < Unsafe.SizeOf<XdpDiagMsg>()) return false;
        ref readonly XdpDiagMsg message = ref MemoryMarshal.AsRef<XdpDiagMsg>(payload);
        if (message.xdiag_family != SocketConstants.AF_XDP) return false;

        entry.Transport = Transport.Xdp;
        entry.Family = SocketFamily.Xdp;
        entry.State = SocketState.Closed;
        entry.Inode = message.xdiag_ino;
        entry.Identity.Set(netNamespace, message.xdiag_cookie.Value, SocketIdKind.Cookie);
        entry.Known = SocketFields.Cookie;

        XdpDetails? xdp = details?.Xdp;
        xdp?.Clear();
        AttributeReader reader = new(payload[Unsafe.SizeOf<XdpDiagMsg>()..]);
        while (reader.TryRead())
        {
            switch (reader.Type)
            {
                case XdpDiag.XDP_DIAG_INFO when reader.TryStruct(out XdpDiagInfo info):
                    entry.InterfaceIndex = info.ifindex;
                    entry.LocalNumber = info.queue_id;
                    entry.Known |= SocketFields.Interface;
                    break;
                case XdpDiag.XDP_DIAG_UID when reader.TryUInt32(out uint uid):
                    entry.Uid = uid;
                    entry.Known |= SocketFields.User;
                    break;
                case XdpDiag.XDP_DIAG_MEMINFO when SocketMemoryDecoder.TryDecode(reader.Value, out SocketMemory memory):
                    entry.ReceiveQueue = memory.ReceiveAllocated;
                    details?.SetMemory(memory);
                    break;
                default:
                    if (xdp is not null) Take(in reader, xdp);
                    break;
            }
        }

        if (details is not null) details.Known |= DetailParts.Xdp;
        return reader.Fault == NetlinkFault.None;
    }

    private static void Take(in AttributeReader reader, XdpDetails xdp)
    {
        switch (reader.Type)
        {
            case XdpDiag.XDP_DIAG_RX_RING when reader.TryUInt32(out uint entries):
                xdp.ReceiveRing = entries;
                break;
            case XdpDiag.XDP_DIAG_TX_RING when reader.TryUInt32(out uint entries):
                xdp.SendRing = entries;
                break;
            case XdpDiag.XDP_DIAG_UMEM_FILL_RING when reader.TryUInt32(out uint entries):
                xdp.FillRing = entries;
                break;
            case XdpDiag.XDP_DIAG_UMEM_COMPLETION_RING when reader.TryUInt32(out uint entries):
                xdp.CompletionRing = entries;
                break;
            case XdpDiag.XDP_DIAG_UMEM when reader.TryStruct(out XdpDiagUmem umem):
                xdp.Memory = new XdpMemory(
                    umem.id, umem.size, umem.num_pages, umem.chunk_size, umem.headroom, umem.ifindex, umem.queue_id,
                    (umem.flags & XdpDiag.XDP_DU_F_ZEROCOPY) != 0, umem.refs);
                break;
            case XdpDiag.XDP_DIAG_STATS when reader.TryStruct(out XdpDiagStats stats):
                xdp.Losses = new XdpLosses(
                    stats.n_rx_dropped, stats.n_rx_invalid, stats.n_rx_full, stats.n_fill_ring_empty, stats.n_tx_invalid, stats.n_tx_ring_empty);
                break;
        }
    }
}
