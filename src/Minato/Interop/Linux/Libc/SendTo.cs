using System;
using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Libc;

/// <summary><c>sendto(2)</c>.</summary>
internal static unsafe partial class SendTo
{
    /// <summary>Bytes sent, or a negated error number. An empty address sends to the connected peer.</summary>
    internal static int Call(SafeFd socket, ReadOnlySpan<byte> data, ReadOnlySpan<byte> address)
    {
        fixed (byte* d = data)
        fixed (byte* a = address)
        {
            while (true)
            {
                nint sent = sendto(socket, d, (nuint)data.Length, 0, a, (uint)address.Length);
                if (sent >= 0) return (int)sent;
                int errno = Marshal.GetLastPInvokeError();
                if (errno != Errno.EINTR) return -errno;
            }
        }
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint sendto(SafeFd socket, byte* data, nuint length, int flags, byte* address, uint addressLength);
}
