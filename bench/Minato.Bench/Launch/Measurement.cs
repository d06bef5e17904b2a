using System;
using System.Globalization;

namespace Minato.Bench.Launch;

/// <summary>
/// What one run of a command cost. Bytes and lines are counted only when its output went through a pipe; the time it waited
/// is the part of the wall time in which other work had the processor it needed.
/// </summary>
internal readonly record struct Measurement(long WallNs, long CpuUs, long PeakKib, int Status, long Bytes, long Lines, long WaitedNs)
{
    public double WallMs => WallNs / 1e6;
    public double WaitedShare => (double)WaitedNs / WallNs;

    /// <summary>Reads the launcher's line: <c>wall_ns user_us system_us peak_kib status bytes lines waited_ns</c>.</summary>
    public static Measurement? Parse(string line)
    {
        Span<long> numbers = stackalloc long[8];
        var words = line.Split(' ', StringSplitOptions.TrimEntries);
        if (words.Length != numbers.Length)
            return null;
        for (var i = 0; i < words.Length; i++)
        {
            if (!long.TryParse(words[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
                return null;
        }
        return new(numbers[0], numbers[1] + numbers[2], numbers[3], (int)numbers[4], numbers[5], numbers[6], numbers[7]);
    }
}
