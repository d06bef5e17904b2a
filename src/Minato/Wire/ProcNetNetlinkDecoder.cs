using System;
using Minato.Model;

namespace Minato.Wire;

/// <summary>
/// One line of /proc/net/netlink (net/netlink/af_netlink.c): address, protocol, port id, groups, bytes received, bytes
/// sent, dump, references, and from Linux 2.6.32 and 2.6.39 on drops and inode.
/// </summary>
internal static class ProcNetNetlinkDecoder
{
    /// <summary>False for a line that is not whole: the row is dropped, never invented.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> line, ulong netNamespace, ref SocketEntry entry, out NetlinkDetails details)
    {
        details = default;
        TextCursor cursor = new(line);
        ulong address = cursor.Hex();
        ulong protocol = cursor.Number();
        ulong port = cursor.Number();
        cursor.SkipBlanks();
        ulong groups = cursor.Hex(most: 8);
        ulong received = cursor.Number();
        ulong sent = cursor.Number();
        cursor.SkipBlanks();
        ulong dump = cursor.Hex();
        cursor.Number();
        if (cursor.Failed || protocol > byte.MaxValue) return false;
        cursor.Number();
        ulong inode = cursor.Number();

        entry = default;
        entry.Transport = Transport.Netlink;
        entry.Family = SocketFamily.Netlink;
        entry.State = SocketState.Closed;
        entry.Protocol = (ushort)protocol;
        entry.LocalNumber = (uint)port;
        entry.ReceiveQueue = (uint)received;
        entry.SendQueue = (uint)sent;
        entry.Inode = cursor.Failed ? 0 : inode;
        entry.Identity.Set(netNamespace, protocol << 32 | (uint)port, SocketIdKind.Tuple);
        details = new NetlinkDetails(groups, address, dump);
        return true;
    }
}
