using System;
using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Libc;

/// <summary><c>sched_setaffinity(2)</c> of the calling thread.</summary>
internal static unsafe partial class SchedSetAffinity
{
    /// <summary>The thread runs where bit N is set for processor N, and is there when this returns.</summary>
    internal static bool Call(ReadOnlySpan<ulong> processors)
    {
        fixed (ulong* p = processors) return sched_setaffinity(0, (nuint)processors.Length * sizeof(ulong), p) == 0;
    }

    [LibraryImport("libc")]
    private static partial int sched_setaffinity(int thread, nuint size, ulong* processors);
}
