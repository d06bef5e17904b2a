using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Libc;

/// <summary><c>socket(2)</c>, always with SOCK_CLOEXEC.</summary>
internal static partial class Socket
{
    /// <summary>Gives 0 and the socket, or an error number.</summary>
    internal static int Call(int family, int type, int protocol, out SafeFd opened)
    {
        int fd = socket(family, type | SocketConstants.SOCK_CLOEXEC, protocol);
        opened = new SafeFd(fd);
        return fd < 0 ? Marshal.GetLastPInvokeError() : 0;
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int socket(int family, int type, int protocol);
}
