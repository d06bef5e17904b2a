using System.Runtime.InteropServices;

namespace Minato.Tests.Architecture.Samples.Interop;

internal readonly record struct Header(int Length);

internal static partial class GetPid
{
    [LibraryImport("libc", EntryPoint = "getpid")]
    internal static partial int Call();
}
