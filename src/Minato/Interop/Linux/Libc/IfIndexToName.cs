using System;
using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Libc;

/// <summary><c>if_indextoname(3)</c>: one ioctl, no name service behind it.</summary>
internal static unsafe partial class IfIndexToName
{
    // net/if.h: IF_NAMESIZE, the terminating NUL included.
    internal const int NameSize = 16;

    /// <summary>The name's length in <paramref name="name"/>, or 0 when there is no such interface.</summary>
    internal static int Call(uint index, Span<byte> name)
    {
        if (name.Length < NameSize) throw new ArgumentException("an interface name needs 16 bytes", nameof(name));
        fixed (byte* p = name)
        {
            if (if_indextoname(index, p) == null) return 0;
        }

        int end = name.IndexOf((byte)0);
        return end < 0 ? 0 : end;
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial byte* if_indextoname(uint index, byte* name);
}
