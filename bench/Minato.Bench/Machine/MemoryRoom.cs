using System;
using System.Globalization;
using System.IO;
using Minato.Bench.Storm;

namespace Minato.Bench.Machine;

/// <summary>Whether a load fits into the memory that is free: the kernel's sockets cannot be swapped out.</summary>
internal static class MemoryRoom
{
    /// <summary>What must stay free beside the load, for the commands themselves.</summary>
    private const int BesideMib = 512;

    /// <summary>What is wrong when <paramref name="next"/> is made and <paramref name="standing"/> has ended; null when it fits.</summary>
    public static string? Missing(StormShape next, StormShape? standing) =>
        next == standing ? null : Missing(next, (standing?.NeedsMib ?? 0) + AvailableMib(File.ReadAllText("/proc/meminfo")));

    internal static string? Missing(StormShape next, int availableMib) => availableMib >= next.NeedsMib + BesideMib
        ? null
        : FormattableString.Invariant(
            $"it needs {next.NeedsMib + BesideMib:N0} MiB of free memory and there are {availableMib:N0}; --without-1m leaves the largest loads out");

    internal static int AvailableMib(string meminfo)
    {
        foreach (var line in meminfo.Split('\n'))
        {
            if (line.StartsWith("MemAvailable:", StringComparison.Ordinal))
                return int.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
        }
        return int.MaxValue / 2; // unknown: the storm itself will say what fails
    }
}
