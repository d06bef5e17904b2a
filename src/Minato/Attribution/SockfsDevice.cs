using Minato.Interop.Linux;
using Minato.Interop.Linux.Libc;

namespace Minato.Attribution;

/// <summary>The device number of sockfs, on which every socket's inode lives. It is given out at boot: any socket tells it.</summary>
internal static class SockfsDevice
{
    /// <summary>Null when no socket can be made here; link texts must be read then.</summary>
    public static ulong? Find()
    {
        int errno = Socket.Call(SocketConstants.AF_UNIX, SocketConstants.SOCK_DGRAM, 0, out SafeFd socket);
        using (socket)
        {
            return errno == 0 && FStat.Call(socket, out FileStatus status) == 0 ? status.Device : null;
        }
    }
}
