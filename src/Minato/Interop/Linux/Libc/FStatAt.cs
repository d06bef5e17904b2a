using System;
using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Libc;

/// <summary><c>fstatat(2)</c>, following links.</summary>
internal static unsafe partial class FStatAt
{
    /// <summary>Status of <paramref name="path"/> (NUL-terminated) below a directory. Gives 0, or an error number.</summary>
    internal static int Call(SafeFd directory, ReadOnlySpan<byte> path, out FileStatus status)
    {
        byte* raw = stackalloc byte[FileStatus.RawSize];
        fixed (byte* p = path)
        {
            if (fstatat(directory, p, raw, 0) != 0)
            {
                status = default;
                return Marshal.GetLastPInvokeError();
            }
        }

        status = FileStatus.FromRaw(raw);
        return 0;
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int fstatat(SafeFd directory, byte* path, byte* status, int flags);
}
