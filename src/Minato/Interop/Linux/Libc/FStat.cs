using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Libc;

/// <summary><c>fstat(2)</c>.</summary>
internal static unsafe partial class FStat
{
    /// <summary>Status of an open file. Gives 0, or an error number.</summary>
    internal static int Call(SafeFd file, out FileStatus status)
    {
        byte* raw = stackalloc byte[256];
        if (fstat(file, raw) != 0)
        {
            status = default;
            return Marshal.GetLastPInvokeError();
        }

        status = RuntimeInformation.ProcessArchitecture == Architecture.Arm64
            ? new FileStatus(((StatArm64*)raw)->st_dev, ((StatArm64*)raw)->st_ino, ((StatArm64*)raw)->st_mode)
            : new FileStatus(((StatX64*)raw)->st_dev, ((StatX64*)raw)->st_ino, ((StatX64*)raw)->st_mode);
        return 0;
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int fstat(SafeFd file, byte* status);
}
