using System.Runtime.InteropServices;

namespace Minato.Tests.Architecture.Samples.Interop;

internal struct Header
{
    public int Length;
}

internal static partial class GetPid
{
    [LibraryImport("libc", EntryPoint = "getpid")]
    internal static partial int Call();
}
