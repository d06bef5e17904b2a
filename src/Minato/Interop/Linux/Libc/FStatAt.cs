using System;
using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Libc;

/// <summary><c>fstatat(2)</c>, following links.</summary>
internal static unsafe partial class FStatAt
{
    /// <summary>Status of <paramref name="path"/> (NUL-terminated) below a directory. Gives 0, or an error number.</summary>
    internal static int Call(SafeFd directory, ReadOnlySpan<byte> path, out FileStatus status)
    {
        // The larger of the two layouts, with room to spare.
        byte* raw = stackalloc byte[256];
        fixed (byte* p = path)
        {
            if (fstatat(directory, p, raw, 0) != 0)
            {
                status = default;
                return Marshal.GetLastPInvokeError();
            }
        }

        status = RuntimeInformation.ProcessArchitecture == Architecture.Arm64
            ? new FileStatus(((StatArm64*)raw)->st_dev, ((StatArm64*)raw)->st_ino, ((StatArm64*)raw)->st_mode)
            : new FileStatus(((StatX64*)raw)->st_dev, ((StatX64*)raw)->st_ino, ((StatX64*)raw)->st_mode);
        return 0;
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int fstatat(SafeFd directory, byte* path, byte* status, int flags);
}
