using System;
using System.Globalization;
using System.IO;
using System.Threading;

namespace Minato.Bench.Machine;

/// <summary>The first line of /proc/stat: how long the processors were idle, out of how long. Time stolen by a host counts as busy.</summary>
internal readonly record struct CpuTimes(long Idle, long Total)
{
    public static CpuTimes Parse(string line)
    {
        // cpu user nice system idle iowait irq softirq steal guest guest_nice; guests are inside user and nice
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        long idle = 0, total = 0;
        for (var i = 1; i < words.Length && i <= 8; i++)
        {
            var value = long.Parse(words[i], CultureInfo.InvariantCulture);
            total += value;
            if (i is 4 or 5)
                idle += value;
        }
        return new(idle, total);
    }

    /// <summary>The busy share of all processors between two readings, 0 to 1.</summary>
    public double BusySince(CpuTimes earlier) =>
        Total <= earlier.Total ? 0 : 1 - ((double)(Idle - earlier.Idle) / (Total - earlier.Total));

    /// <summary>Watches the machine for half a second.</summary>
    public static double BusyNow()
    {
        var before = Read();
        Thread.Sleep(500);
        return Read().BusySince(before);
    }

    private static CpuTimes Read()
    {
        using var reader = File.OpenText("/proc/stat");
        return Parse(reader.ReadLine() ?? "");
    }
}
