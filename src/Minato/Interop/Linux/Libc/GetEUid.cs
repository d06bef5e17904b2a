using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Libc;

/// <summary><c>geteuid(2)</c>.</summary>
internal static partial class GetEUid
{
    [LibraryImport("libc", EntryPoint = "geteuid")]
    internal static partial uint Call();
}
