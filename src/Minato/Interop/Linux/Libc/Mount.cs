using System;
using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Libc;

/// <summary><c>mount(2)</c> without a file system of its own: bindings and propagation.</summary>
internal static unsafe partial class Mount
{
    /// <summary>0, or an error number. Both paths are NUL-terminated.</summary>
    internal static int Call(ReadOnlySpan<byte> source, ReadOnlySpan<byte> target, int flags)
    {
        fixed (byte* from = source)
        fixed (byte* to = target)
        fixed (byte* type = "none\0"u8)
        {
            return mount(from, to, type, (nuint)flags, null) == 0 ? 0 : Marshal.GetLastPInvokeError();
        }
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int mount(byte* source, byte* target, byte* type, nuint flags, void* data);
}
