using System;
using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Libc;

/// <summary><c>name_to_handle_at(2)</c>: what a file system calls a file, whatever its path.</summary>
internal static unsafe partial class NameToHandleAt
{
    // fcntl.h: the current folder stands for the descriptor of one.
    private const int AT_FDCWD = -100;

    // struct file_handle: the size of the handle, its kind, the handle.
    private const int HeadSize = 8;

    /// <summary>A handle of 8 bytes of the file at <paramref name="path"/> (NUL-terminated); false when it has none of that size.</summary>
    internal static bool TryCall(ReadOnlySpan<byte> path, out ulong handle)
    {
        byte* raw = stackalloc byte[HeadSize + sizeof(ulong)];
        *(uint*)raw = sizeof(ulong);
        int mount;
        fixed (byte* p = path)
        {
            bool isKnown = name_to_handle_at(AT_FDCWD, p, raw, &mount, 0) == 0 && *(uint*)raw == sizeof(ulong);
            handle = isKnown ? *(ulong*)(raw + HeadSize) : 0;
            return isKnown;
        }
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int name_to_handle_at(int directory, byte* path, byte* handle, int* mount, int flags);
}
