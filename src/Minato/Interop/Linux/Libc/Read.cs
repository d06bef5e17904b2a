using System;
using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Libc;

/// <summary><c>read(2)</c>.</summary>
internal static unsafe partial class Read
{
    /// <summary>Bytes read (0 at the end), or a negated error number; an interrupted call is made again.</summary>
    internal static int Call(SafeFd file, Span<byte> buffer)
    {
        fixed (byte* p = buffer)
        {
            while (true)
            {
                nint got = read(file, p, buffer.Length);
                if (got >= 0) return (int)got;
                int errno = Marshal.GetLastPInvokeError();
                if (errno != Errno.EINTR) return -errno;
            }
        }
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint read(SafeFd file, byte* buffer, nint count);
}
