using System;
using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Libc;

/// <summary><c>sched_getaffinity(2)</c> of the calling thread.</summary>
internal static unsafe partial class SchedGetAffinity
{
    /// <summary>Sets bit N where the thread may run on processor N. False when the machine has more processors than fit.</summary>
    internal static bool Call(Span<ulong> processors)
    {
        processors.Clear();
        fixed (ulong* p = processors) return sched_getaffinity(0, (nuint)processors.Length * sizeof(ulong), p) == 0;
    }

    [LibraryImport("libc")]
    private static partial int sched_getaffinity(int thread, nuint size, ulong* processors);
}
