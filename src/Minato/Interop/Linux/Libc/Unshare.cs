using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Libc;

/// <summary><c>unshare(2)</c>: gives the calling thread a namespace of its own.</summary>
internal static partial class Unshare
{
    /// <summary>0, or an error number.</summary>
    internal static int Call(int kinds) => unshare(kinds) == 0 ? 0 : Marshal.GetLastPInvokeError();

    [LibraryImport("libc", SetLastError = true)]
    private static partial int unshare(int kinds);
}
