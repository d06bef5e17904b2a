using System;
using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Libc;

/// <summary><c>unlinkat(2)</c> of a file.</summary>
internal static unsafe partial class UnlinkAt
{
    /// <summary>Gives 0, or an error number. The name is NUL-terminated.</summary>
    internal static int Call(SafeFd directory, ReadOnlySpan<byte> name)
    {
        fixed (byte* p = name)
        {
            return unlinkat(directory, p, 0) == 0 ? 0 : Marshal.GetLastPInvokeError();
        }
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int unlinkat(SafeFd directory, byte* name, int flags);
}
