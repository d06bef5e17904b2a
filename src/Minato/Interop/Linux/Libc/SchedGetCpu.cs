using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Libc;

/// <summary><c>sched_getcpu(3)</c>: the processor that the calling thread is on; negative when the kernel does not say.</summary>
internal static partial class SchedGetCpu
{
    [LibraryImport("libc", EntryPoint = "sched_getcpu")]
    internal static partial int Call();
}
