using System;

namespace Minato.Cli.Verbs;

/// <summary>The word that was probably meant: "did you mean".</summary>
internal static class NearestWord
{
    // Longer than any word there is; keeps the table below small whatever was typed.
    private const int LongestWord = 32;

    /// <summary>
    /// The candidate that <paramref name="typed"/> begins, or else the nearest within one slip of the hand for short
    /// words and two for words of five letters and more; null when none is that near.
    /// </summary>
    public static string? Of(string typed, ReadOnlySpan<string> candidates)
    {
        if (typed.Length is < 2 or > LongestWord) return null;
        string word = typed.ToLowerInvariant();
        string? nearest = null;
        int least = int.MaxValue;
        foreach (string candidate in candidates)
        {
            if (candidate.StartsWith(word, StringComparison.Ordinal)) return candidate;
            int slips = Slips(word, candidate);
            int allowed = candidate.Length >= 5 ? 2 : 1;
            if (slips > allowed || slips >= least) continue;
            least = slips;
            nearest = candidate;
        }

        return nearest;
    }

    /// <summary>
    /// Letters to add, drop, change or swap with their neighbour to get from one word to the other (the optimal string
    /// alignment distance).
    /// </summary>
    internal static int Slips(string from, string to)
    {
        int[,] slips = new int[from.Length + 1, to.Length + 1];
        for (int i = 0; i <= from.Length; i++) slips[i, 0] = i;
        for (int j = 0; j <= to.Length; j++) slips[0, j] = j;
        for (int i = 1; i <= from.Length; i++)
        {
            for (int j = 1; j <= to.Length; j++)
            {
                int changed = slips[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                int least = Math.Min(changed, Math.Min(slips[i - 1, j], slips[i, j - 1]) + 1);
                bool swapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
                slips[i, j] = swapped ? Math.Min(least, slips[i - 2, j - 2] + 1) : least;
            }
        }

        return slips[from.Length, to.Length];
    }
}
