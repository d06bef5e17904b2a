using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Libc;

/// <summary><c>setns(2)</c>: moves the calling thread, and no other, into a namespace.</summary>
internal static partial class SetNs
{
    /// <summary>0, or an error number.</summary>
    internal static int Call(SafeFd file, int kind) => setns(file, kind) == 0 ? 0 : Marshal.GetLastPInvokeError();

    [LibraryImport("libc", SetLastError = true)]
    private static partial int setns(SafeFd file, int kind);
}
