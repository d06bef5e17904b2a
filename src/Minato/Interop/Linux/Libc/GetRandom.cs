using System;
using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Libc;

/// <summary><c>getrandom(2)</c>: bytes that nobody can guess.</summary>
internal static unsafe partial class GetRandom
{
    /// <summary>Fills the buffer (up to 256 bytes come whole). Gives 0, or an error number.</summary>
    internal static int Call(Span<byte> buffer)
    {
        fixed (byte* p = buffer)
        {
            while (true)
            {
                nint got = getrandom(p, (nuint)buffer.Length, 0);
                if (got >= 0) return got == buffer.Length ? 0 : Errno.EIO;
                int errno = Marshal.GetLastPInvokeError();
                if (errno != Errno.EINTR) return errno;
            }
        }
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint getrandom(byte* buffer, nuint length, uint flags);
}
