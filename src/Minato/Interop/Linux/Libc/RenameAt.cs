using System;
using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Libc;

/// <summary><c>renameat(2)</c> within one directory.</summary>
internal static unsafe partial class RenameAt
{
    /// <summary>Gives 0, or an error number. Both names are NUL-terminated.</summary>
    internal static int Call(SafeFd directory, ReadOnlySpan<byte> from, ReadOnlySpan<byte> to)
    {
        fixed (byte* f = from)
        fixed (byte* t = to)
        {
            return renameat(directory, f, directory, t) == 0 ? 0 : Marshal.GetLastPInvokeError();
        }
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int renameat(SafeFd fromDirectory, byte* from, SafeFd toDirectory, byte* to);
}
