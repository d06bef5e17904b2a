using System;
using Minato.Interop.Linux.Libc;

namespace Minato.Sources.Linux;

/// <summary>
/// A place for a second thread. The kernel starts a thread on its starter's processor and, where another command has just
/// used the other one, needs a tick or two of 4 ms to part the two. Leaving the starter's processor out for a moment parts
/// them at once (BENCH tan-timewait: 17.4 ms [14.8–22.4] became 15.5 [15.0–16.7]).
/// </summary>
internal static class OtherProcessor
{
    private const int MostProcessors = 1024;

    /// <summary>Where the calling thread is.</summary>
    public static int Here() => SchedGetCpu.Call();

    /// <summary>Moves the calling thread away from a processor; afterwards it may run where it might before.</summary>
    public static void Leave(int processor)
    {
        Span<ulong> allowed = stackalloc ulong[MostProcessors / 64], others = stackalloc ulong[MostProcessors / 64];
        if ((uint)processor >= MostProcessors || !SchedGetAffinity.Call(allowed)) return;
        allowed.CopyTo(others);
        others[processor / 64] &= ~(1UL << (processor % 64));

        // Refused when nothing is left: then there is no other.
        if (SchedSetAffinity.Call(others)) SchedSetAffinity.Call(allowed);
    }
}
