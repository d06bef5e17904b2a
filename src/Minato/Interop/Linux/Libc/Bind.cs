using System;
using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Libc;

/// <summary><c>bind(2)</c>.</summary>
internal static unsafe partial class Bind
{
    /// <summary>Gives 0, or an error number.</summary>
    internal static int Call(SafeFd socket, ReadOnlySpan<byte> address)
    {
        fixed (byte* a = address)
        {
            return bind(socket, a, (uint)address.Length) == 0 ? 0 : Marshal.GetLastPInvokeError();
        }
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int bind(SafeFd socket, byte* address, uint length);
}
