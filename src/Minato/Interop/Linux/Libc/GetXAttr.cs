using System;
using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Libc;

/// <summary><c>getxattr(2)</c>, following links.</summary>
internal static unsafe partial class GetXAttr
{
    /// <summary>Length of the attribute's value, or a negated error number. Path and name are NUL-terminated.</summary>
    internal static int Call(ReadOnlySpan<byte> path, ReadOnlySpan<byte> name, Span<byte> value)
    {
        fixed (byte* p = path)
        fixed (byte* n = name)
        fixed (byte* v = value)
        {
            nint length = getxattr(p, n, v, (nuint)value.Length);
            return length >= 0 ? (int)length : -Marshal.GetLastPInvokeError();
        }
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint getxattr(byte* path, byte* name, byte* value, nuint size);
}
