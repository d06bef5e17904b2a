using System;
using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Libc;

/// <summary><c>if_nametoindex(3)</c>: one ioctl, no name service behind it.</summary>
internal static unsafe partial class IfNameToIndex
{
    /// <summary>The interface's index, or 0 when there is none of that name.</summary>
    internal static uint Call(ReadOnlySpan<byte> name)
    {
        if (name.Length >= IfIndexToName.NameSize || name.Contains((byte)0)) return 0;
        byte* terminated = stackalloc byte[IfIndexToName.NameSize];
        name.CopyTo(new Span<byte>(terminated, IfIndexToName.NameSize));
        terminated[name.Length] = 0;
        return if_nametoindex(terminated);
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial uint if_nametoindex(byte* name);
}
