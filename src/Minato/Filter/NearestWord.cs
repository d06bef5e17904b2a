using System;

namespace Minato.Filter;

/// <summary>The word that was probably meant: "did you mean".</summary>
internal static class NearestWord
{
    // Longer than any word there is; keeps the comparison short whatever was typed.
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
            int slips = EditDistance.Between(word, candidate);
            int allowed = candidate.Length >= 5 ? 2 : 1;
            if (slips > allowed || slips >= least) continue;
            least = slips;
            nearest = candidate;
        }

        return nearest;
    }
}
