using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Libc;

/// <summary><c>setsockopt(2)</c> for an int option.</summary>
internal static unsafe partial class SetSockOpt
{
    /// <summary>Gives 0, or an error number.</summary>
    internal static int Call(SafeFd socket, int level, int option, int value) =>
        setsockopt(socket, level, option, &value, sizeof(int)) == 0 ? 0 : Marshal.GetLastPInvokeError();

    [LibraryImport("libc", SetLastError = true)]
    private static partial int setsockopt(SafeFd socket, int level, int option, void* value, uint length);
}
