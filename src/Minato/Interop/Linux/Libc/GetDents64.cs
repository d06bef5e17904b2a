using System;
using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Libc;

/// <summary><c>getdents64(2)</c>: a directory's entries as <c>struct linux_dirent64</c> records.</summary>
internal static unsafe partial class GetDents64
{
    /// <summary>Bytes of records (0 at the end), or a negated error number.</summary>
    internal static int Call(SafeFd directory, Span<byte> records)
    {
        fixed (byte* p = records)
        {
            while (true)
            {
                nint got = getdents64(directory, p, (nuint)records.Length);
                if (got >= 0) return (int)got;
                int errno = Marshal.GetLastPInvokeError();
                if (errno != Errno.EINTR) return -errno;
            }
        }
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint getdents64(SafeFd directory, byte* records, nuint size);
}
