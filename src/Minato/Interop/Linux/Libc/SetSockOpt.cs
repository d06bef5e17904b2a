using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Libc;

/// <summary><c>setsockopt(2)</c> for options that are a number.</summary>
internal static partial class SetSockOpt
{
    /// <summary>0, or an error number.</summary>
    internal static int Call(SafeFd socket, int level, int option, int value) =>
        setsockopt(socket, level, option, in value, sizeof(int)) < 0 ? Marshal.GetLastPInvokeError() : 0;

    [LibraryImport("libc", SetLastError = true)]
    private static partial int setsockopt(SafeFd socket, int level, int option, in int value, uint length);
}
