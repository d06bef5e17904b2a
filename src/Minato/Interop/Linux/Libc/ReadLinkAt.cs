using System;
using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Libc;

/// <summary><c>readlinkat(2)</c>.</summary>
internal static unsafe partial class ReadLinkAt
{
    /// <summary>Bytes of the link's text (not NUL-terminated, cut at the buffer's size), or a negated error number.</summary>
    internal static int Call(SafeFd directory, ReadOnlySpan<byte> path, Span<byte> target)
    {
        fixed (byte* p = path)
        fixed (byte* t = target)
        {
            nint got = readlinkat(directory, p, t, (nuint)target.Length);
            return got >= 0 ? (int)got : -Marshal.GetLastPInvokeError();
        }
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint readlinkat(SafeFd directory, byte* path, byte* target, nuint size);
}
