using System;
using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Libc;

/// <summary><c>openat(2)</c>, always with O_CLOEXEC.</summary>
internal static unsafe partial class OpenAt
{
    /// <summary>Opens <paramref name="path"/> (NUL-terminated) below a directory. Gives 0, or an error number.</summary>
    internal static int Call(SafeFd directory, ReadOnlySpan<byte> path, int flags, out SafeFd file, uint mode = 0)
    {
        fixed (byte* p = path)
        {
            while (true)
            {
                int fd = openat(directory, p, flags | FileFlags.O_CLOEXEC, mode);
                int errno = fd < 0 ? Marshal.GetLastPInvokeError() : 0;
                if (errno == Errno.EINTR) continue;
                file = new SafeFd(fd);
                return errno;
            }
        }
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int openat(SafeFd directory, byte* path, int flags, uint mode);
}
