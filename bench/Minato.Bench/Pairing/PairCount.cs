using System;

namespace Minato.Bench.Pairing;

/// <summary>
/// How many pairs a case gets. The median of nine runs of a command that takes a millisecond still moves by a tenth, so a
/// short one is repeated while it costs little.
/// </summary>
/// <param name="Least">As many in any case.</param>
/// <param name="Fixed">And never more.</param>
internal readonly record struct PairCount(int Least, bool Fixed)
{
    private const int Most = 101;
    private const double SecondsWorthIt = 2;

    /// <summary>Starting the launcher, reading its answer.</summary>
    private const double OverheadMs = 8;

    /// <summary>An odd number, so that the median is a run that happened.</summary>
    /// <param name="pairMs">How long both commands take.</param>
    public int For(double pairMs)
    {
        if (Fixed)
            return Least;
        var affordable = (int)(SecondsWorthIt * 1000 / (pairMs + OverheadMs));
        return Math.Clamp(affordable | 1, Math.Min(Least, Most), Math.Max(Least, Most));
    }
}
