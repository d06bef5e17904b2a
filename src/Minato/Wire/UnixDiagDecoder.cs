using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Minato.Interop.Linux.Libc;
using Minato.Interop.Linux.SockDiag;
using Minato.Model;

namespace Minato.Wire;

/// <summary>Turns one <c>struct unix_diag_msg</c> with its attributes (linux/unix_diag.h) into a row.</summary>
internal static class UnixDiagDecoder
{
    /// <summary>
    /// False when the message is damaged or its type unknown. The path, and the inodes of peers that wait to be accepted
    /// (32 bits each), point into <paramref name="payload"/>. <paramref name="entry"/> has to come empty;
    /// <paramref name="details"/> is null when none were asked.
    /// </summary>
    public static bool TryDecode(
        ReadOnlySpan<byte> payload, SocketFields asked, ulong netNamespace, ref SocketEntry entry, SocketDetails? details,
        out ReadOnlySpan<byte> path, out ReadOnlySpan<byte> pending)
    {
        path = default;
        pending = default;
        if (payload.Length < Unsafe.SizeOf<UnixDiagMsg>()) return false;
        ref readonly UnixDiagMsg message = ref MemoryMarshal.AsRef<UnixDiagMsg>(payload);
        if (message.udiag_family != SocketConstants.AF_UNIX || !UnixSocketType.TryDecode(message.udiag_type, out Transport transport)) return false;

        entry.Transport = transport;
        entry.Family = SocketFamily.Unix;
        entry.State = (SocketState)message.udiag_state;
        entry.Inode = message.udiag_ino;
        entry.Identity.Set(netNamespace, message.udiag_cookie.Value, SocketIdKind.Cookie);

        // No UNIX_DIAG_PEER is the kernel's way to say that there is none, to who asked.
        entry.Known = SocketFields.Cookie | (asked & SocketFields.UnixPeer);

        AttributeReader reader = new(payload[Unsafe.SizeOf<UnixDiagMsg>()..]);
        while (reader.TryRead())
        {
            switch (reader.Type)
            {
                case UnixDiag.UNIX_DIAG_NAME:
                    path = WithoutTerminator(reader.Value);
                    break;
                case UnixDiag.UNIX_DIAG_PEER when reader.TryUInt32(out uint peer):
                    entry.UnixPeerInode = peer;
                    break;
                case UnixDiag.UNIX_DIAG_ICONS:
                    pending = reader.Value[..(reader.Value.Length & ~3)];
                    entry.Known |= SocketFields.UnixPending;
                    break;
                case UnixDiag.UNIX_DIAG_RQLEN when reader.TryStruct(out UnixDiagRqLen queues):
                    entry.ReceiveQueue = queues.udiag_rqueue;
                    entry.SendQueue = queues.udiag_wqueue;
                    entry.Known |= SocketFields.UnixQueues | SocketFields.Backlog;
                    break;
                case UnixDiag.UNIX_DIAG_VFS when reader.TryStruct(out UnixDiagVfs file):
                    entry.UnixFileInode = file.udiag_vfs_ino;
                    entry.UnixFileDevice = file.udiag_vfs_dev;
                    entry.Known |= SocketFields.UnixFile;
                    break;
                case UnixDiag.UNIX_DIAG_UID when reader.TryUInt32(out uint uid):
                    entry.Uid = uid;
                    entry.Known |= SocketFields.User;
                    break;
                case UnixDiag.UNIX_DIAG_MEMINFO when SocketMemoryDecoder.TryDecode(reader.Value, out SocketMemory memory):
                    details?.SetMemory(memory);
                    break;
                case UnixDiag.UNIX_DIAG_SHUTDOWN when reader.TryByte(out byte shutdown):
                    entry.Shutdown = shutdown;
                    entry.Known |= SocketFields.Shutdown;
                    break;
            }
        }

        return reader.Fault == NetlinkFault.None;
    }

    // The kernel sends a file's path with its NUL; an abstract name starts with NUL and may end with any byte.
    private static ReadOnlySpan<byte> WithoutTerminator(ReadOnlySpan<byte> name) =>
        name.Length > 1 && name[0] != 0 && name[^1] == 0 ? name[..^1] : name;
}
