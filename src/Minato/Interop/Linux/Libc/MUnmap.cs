using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Libc;

/// <summary><c>munmap(2)</c>.</summary>
internal static unsafe partial class MUnmap
{
    [LibraryImport("libc", EntryPoint = "munmap")]
    internal static partial int Call(byte* start, nuint length);
}
