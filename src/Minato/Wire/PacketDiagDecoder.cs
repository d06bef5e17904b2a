using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Minato.Interop.Linux.Libc;
using Minato.Interop.Linux.SockDiag;
using Minato.Model;

namespace Minato.Wire;

/// <summary>Turns one <c>struct packet_diag_msg</c> with its attributes (linux/packet_diag.h) into a row.</summary>
internal static class PacketDiagDecoder
{
    /// <summary>False when the message is damaged. <paramref name="entry"/> has to come empty; <paramref name="details"/> is null when none were asked.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> payload, ulong netNamespace, ref SocketEntry entry, SocketDetails? details)
    {
        if (payload.Length < Unsafe.SizeOf<PacketDiagMsg>()) return false;
        ref readonly PacketDiagMsg message = ref MemoryMarshal.AsRef<PacketDiagMsg>(payload);
        if (message.pdiag_family != SocketConstants.AF_PACKET) return false;

        entry.Transport = message.pdiag_type == SocketConstants.SOCK_RAW ? Transport.PacketRaw : Transport.PacketDatagram;
        entry.Family = SocketFamily.Packet;
        entry.State = SocketState.Closed;
        entry.Protocol = message.pdiag_num;
        entry.Inode = message.pdiag_ino;
        entry.Identity.Set(netNamespace, message.pdiag_cookie.Value, SocketIdKind.Cookie);
        entry.Known = SocketFields.Cookie;

        PacketDetails? packet = details?.Packet;
        packet?.Clear();
        AttributeReader reader = new(payload[Unsafe.SizeOf<PacketDiagMsg>()..]);
        while (reader.TryRead()) Take(ref reader, ref entry, details, packet);
        if (details is not null) details.Known |= DetailParts.Packet;
        return reader.Fault == NetlinkFault.None;
    }

    private static void Take(ref AttributeReader reader, ref SocketEntry entry, SocketDetails? details, PacketDetails? packet)
    {
        switch (reader.Type)
        {
            case PacketDiag.PACKET_DIAG_INFO when reader.TryStruct(out PacketDiagInfo info):
                entry.InterfaceIndex = info.pdi_index;
                entry.Known |= SocketFields.Interface;
                if (packet is not null) packet.Settings = new PacketSettings(info.pdi_version, info.pdi_copy_thresh, (PacketFlags)info.pdi_flags);
                break;
            case PacketDiag.PACKET_DIAG_UID when reader.TryUInt32(out uint uid):
                entry.Uid = uid;
                entry.Known |= SocketFields.User;
                break;
            case PacketDiag.PACKET_DIAG_MEMINFO when SocketMemoryDecoder.TryDecode(reader.Value, out SocketMemory memory):
                entry.ReceiveQueue = memory.ReceiveAllocated;
                details?.SetMemory(memory);
                break;
            case PacketDiag.PACKET_DIAG_RX_RING when packet is not null && reader.TryStruct(out PacketDiagRing ring):
                packet.ReceiveRing = ToRing(in ring);
                break;
            case PacketDiag.PACKET_DIAG_TX_RING when packet is not null && reader.TryStruct(out PacketDiagRing ring):
                packet.SendRing = ToRing(in ring);
                break;
            case PacketDiag.PACKET_DIAG_FANOUT when packet is not null && reader.TryUInt32(out uint fanout):
                packet.Fanout = new PacketFanout((ushort)fanout, (ushort)(fanout >> 16));
                break;
            case PacketDiag.PACKET_DIAG_FILTER when packet is not null:
                CopyFilter(reader.Value, packet);
                break;
        }
    }

    private static PacketRing ToRing(in PacketDiagRing ring) => new(
        ring.pdr_block_size, ring.pdr_block_nr, ring.pdr_frame_size, ring.pdr_frame_nr, ring.pdr_retire_tmo, ring.pdr_features);

    private static void CopyFilter(ReadOnlySpan<byte> value, PacketDetails packet)
    {
        ReadOnlySpan<SockFilter> program = MemoryMarshal.Cast<byte, SockFilter>(value);
        Span<PacketInstruction> copy = packet.AddFilter(program.Length);
        for (int i = 0; i < program.Length; i++)
        {
            ref readonly SockFilter step = ref program[i];
            copy[i] = new PacketInstruction(step.code, step.jt, step.jf, step.k);
        }
    }
}
