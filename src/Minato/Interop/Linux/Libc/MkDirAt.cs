using System;
using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Libc;

/// <summary><c>mkdirat(2)</c>.</summary>
internal static unsafe partial class MkDirAt
{
    /// <summary>Makes the directory <paramref name="path"/> (NUL-terminated) for its owner alone. Gives 0, or an error number.</summary>
    internal static int Call(ReadOnlySpan<byte> path)
    {
        fixed (byte* p = path)
        {
            return mkdirat(FileFlags.AT_FDCWD, p, 0x1C0) == 0 ? 0 : Marshal.GetLastPInvokeError();
        }
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int mkdirat(int directory, byte* path, uint mode);
}
