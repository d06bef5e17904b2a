using System.Linq;

namespace Minato.Tests.Wire;

/// <summary>Payloads of sock_diag answers put together by hand.</summary>
internal static class DiagBytes
{
    /// <summary>A TCP or UDP socket on 127.0.0.1 or ::1 without a peer.</summary>
    public static byte[] Inet(ushort port, uint inode, byte family = 2, byte state = 10, params byte[][] attributes) =>
    [
        family, state, 0, 0,                                            // timer, retransmissions
        .. NetlinkBytes.Net16(port), 0, 0,
        .. family == 2 ? [127, 0, 0, 1, .. new byte[12]] : (byte[])[.. new byte[15], 1],
        .. new byte[16],                                                // peer's address
        .. NetlinkBytes.U32(0), .. NetlinkBytes.U64(1000 + inode),      // interface, cookie
        .. NetlinkBytes.U32(0), .. NetlinkBytes.U32(0), .. NetlinkBytes.U32(128), // expires, rqueue, wqueue
        .. NetlinkBytes.U32(0), .. NetlinkBytes.U32(inode),             // uid, inode
        .. attributes.SelectMany(attribute => attribute),
    ];

    /// <summary>A UNIX socket; of type 1 (stream) and listening unless told otherwise.</summary>
    public static byte[] Unix(uint inode, byte type = 1, byte state = 10, params byte[][] attributes) =>
    [
        1, type, state, 0,
        .. NetlinkBytes.U32(inode), .. NetlinkBytes.U64(1000 + inode),
        .. attributes.SelectMany(attribute => attribute),
    ];
}
