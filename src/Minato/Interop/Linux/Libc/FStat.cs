using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Libc;

/// <summary><c>fstat(2)</c>.</summary>
internal static unsafe partial class FStat
{
    /// <summary>Status of an open file. Gives 0, or an error number.</summary>
    internal static int Call(SafeFd file, out FileStatus status)
    {
        byte* raw = stackalloc byte[FileStatus.RawSize];
        if (fstat(file, raw) != 0)
        {
            status = default;
            return Marshal.GetLastPInvokeError();
        }

        status = FileStatus.FromRaw(raw);
        return 0;
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int fstat(SafeFd file, byte* status);
}
