using System;
using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Libc;

/// <summary><c>write(2)</c>.</summary>
internal static unsafe partial class Write
{
    /// <summary>Bytes written, or a negated error number; an interrupted call is made again.</summary>
    internal static int Call(SafeFd file, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* p = bytes)
        {
            while (true)
            {
                nint put = write(file, p, (nuint)bytes.Length);
                if (put >= 0) return (int)put;
                int errno = Marshal.GetLastPInvokeError();
                if (errno != Errno.EINTR) return -errno;
            }
        }
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint write(SafeFd file, byte* bytes, nuint count);
}
