using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Libc;

/// <summary><c>close(2)</c>.</summary>
internal static partial class Close
{
    [LibraryImport("libc", EntryPoint = "close")]
    internal static partial int Call(int fd);
}
