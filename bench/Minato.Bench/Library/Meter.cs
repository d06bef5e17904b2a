using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using Minato.Bench.Launch;

namespace Minato.Bench.Library;

/// <summary>What one call cost in this process: bytes are those allocated by all its threads, lines the rows it says it saw.</summary>
internal static class Meter
{
    public static Measurement Measure(Func<long> call)
    {
        // Nobody's garbage is collected in the other's time.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var waited = WaitedNs();
        var cpu = Environment.CpuUsage.TotalTime;
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var began = Stopwatch.GetTimestamp();
        var rows = call();
        var wall = Stopwatch.GetElapsedTime(began);
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        cpu = Environment.CpuUsage.TotalTime - cpu;
        return new(
            (long)wall.TotalNanoseconds, (long)cpu.TotalMicroseconds, PeakKib: 0, Status: 0, allocated, rows, WaitedNs() - waited);
    }

    /// <summary>The second number of schedstat: how long this thread was ready but had no processor.</summary>
    private static long WaitedNs()
    {
        const string path = "/proc/thread-self/schedstat";
        return File.Exists(path) && File.ReadAllText(path).Split(' ') is [_, var waited, ..]
            ? long.Parse(waited, CultureInfo.InvariantCulture)
            : 0;
    }
}
