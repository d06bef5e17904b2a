using System;
using Minato.Model;

namespace Minato.Wire;

/// <summary>
/// One line of /proc/net/unix (unix(7)): slot, reference count, protocol, flags, type, state, inode, path. The path is
/// whatever its owner chose, with NUL shown as '@'; a newline in it breaks the kernel's own line, so the part after it
/// is dropped as damage unless it looks like a row (which is one reason to prefer netlink).
/// </summary>
internal static class ProcNetUnixDecoder
{
    // net/af_unix.c prints __SO_ACCEPTCON, the mark of a listener, as this flag.
    private const ulong AcceptsConnections = 0x10000;

    public static bool TryDecode(ReadOnlySpan<byte> line, ulong netNamespace, ref SocketEntry entry, out ReadOnlySpan<byte> path)
    {
        path = default;
        TextCursor cursor = new(line);
        cursor.Hex();
        cursor.Expect((byte)':');
        cursor.SkipBlanks();
        ulong references = cursor.Hex(most: 8);
        cursor.SkipBlanks();
        cursor.Hex(most: 8);
        cursor.SkipBlanks();
        ulong flags = cursor.Hex(most: 8);
        cursor.SkipBlanks();
        ulong type = cursor.Hex(most: 4);
        cursor.SkipBlanks();
        ulong state = cursor.Hex(most: 2);
        ulong inode = cursor.Number();
        if (!cursor.Rest.IsEmpty) cursor.Expect((byte)' ');
        if (cursor.Failed || !UnixSocketType.TryDecode(type, out Transport transport)) return false;

        entry = default;
        entry.Transport = transport;
        entry.Family = SocketFamily.Unix;
        entry.State = (flags & AcceptsConnections) != 0 ? SocketState.Listen : State(state);
        entry.Inode = inode;
        entry.UnixReferences = (uint)references;
        entry.Known = SocketFields.UnixReferences;
        entry.Identity.Set(netNamespace, inode, SocketIdKind.Tuple);
        path = cursor.Rest;
        return true;
    }

    // linux/net.h: SS_UNCONNECTED 1, SS_CONNECTING 2, SS_CONNECTED 3, SS_DISCONNECTING 4.
    private static SocketState State(ulong state) => state switch
    {
        2 => SocketState.SynSent,
        3 => SocketState.Established,
        4 => SocketState.Closing,
        _ => SocketState.Closed,
    };
}
