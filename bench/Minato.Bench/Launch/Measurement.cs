using System;
using System.Globalization;

namespace Minato.Bench.Launch;

/// <summary>
/// What one run of a command cost. Bytes and lines are counted, and the bytes summed up to tell two outputs apart, only when
/// its output went through a pipe; the time it waited is the part of the wall time in which other work had its processor.
/// </summary>
internal readonly record struct Measurement(long WallNs, long CpuUs, long PeakKib, int Status, long Bytes, long Lines, long WaitedNs, ulong Sum = 0)
{
    public double WallMs => WallNs / 1e6;
    public double WaitedShare => (double)WaitedNs / WallNs;

    /// <summary>The same line as the launcher's, of something that no launcher started.</summary>
    public string Format() =>
        string.Create(CultureInfo.InvariantCulture, $"{WallNs} {CpuUs} 0 {PeakKib} {Status} {Bytes} {Lines} {WaitedNs} {Sum}");

    /// <summary>Reads the launcher's line: <c>wall_ns user_us system_us peak_kib status bytes lines waited_ns sum</c>.</summary>
    public static Measurement? Parse(string line)
    {
        Span<ulong> numbers = stackalloc ulong[9];
        var words = line.Split(' ', StringSplitOptions.TrimEntries);
        if (words.Length != numbers.Length)
            return null;
        for (var i = 0; i < words.Length; i++)
        {
            if (!ulong.TryParse(words[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
                return null;
        }
        return new(
            (long)numbers[0],
            (long)(numbers[1] + numbers[2]),
            (long)numbers[3],
            (int)numbers[4],
            (long)numbers[5],
            (long)numbers[6],
            (long)numbers[7],
            numbers[8]);
    }
}
