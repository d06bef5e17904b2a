using System;
using Minato.Interop.Linux.Libc;
using Minato.Model;

namespace Minato.Wire;

/// <summary>One line of /proc/net/packet (net/packet/af_packet.c): address, references, type, ethertype, interface, running, bytes, user, inode.</summary>
internal static class ProcNetPacketDecoder
{
    /// <summary>False for a line that is not whole: the row is dropped, never invented.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> line, ulong netNamespace, ref SocketEntry entry)
    {
        TextCursor cursor = new(line);
        cursor.Hex();
        cursor.Number();
        ulong type = cursor.Number();
        cursor.SkipBlanks();
        ulong protocol = cursor.Hex(most: 4);
        ulong interfaceIndex = cursor.Number();
        cursor.Number();
        ulong queue = cursor.Number();
        ulong uid = cursor.Number();
        ulong inode = cursor.Number();
        cursor.SkipBlanks();
        if (cursor.Failed || !cursor.Rest.IsEmpty) return false;

        entry = default;
        entry.Transport = type == SocketConstants.SOCK_RAW ? Transport.PacketRaw : Transport.PacketDatagram;
        entry.Family = SocketFamily.Packet;
        entry.State = SocketState.Closed;
        entry.Protocol = (ushort)protocol;
        entry.InterfaceIndex = (uint)interfaceIndex;
        entry.ReceiveQueue = (uint)queue;
        entry.Uid = (uint)uid;
        entry.Inode = inode;
        entry.Known = SocketFields.Interface | SocketFields.User;
        entry.Identity.Set(netNamespace, inode, SocketIdKind.Tuple);
        return true;
    }
}
