using System;
using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Libc;

/// <summary><c>connect(2)</c>. A connected datagram socket hears its peer only, and learns when the peer's port is closed.</summary>
internal static unsafe partial class Connect
{
    /// <summary>Gives 0, or an error number.</summary>
    internal static int Call(SafeFd socket, ReadOnlySpan<byte> address)
    {
        fixed (byte* a = address)
        {
            while (true)
            {
                if (connect(socket, a, (uint)address.Length) == 0) return 0;
                int errno = Marshal.GetLastPInvokeError();
                if (errno != Errno.EINTR) return errno;
            }
        }
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int connect(SafeFd socket, byte* address, uint length);
}
