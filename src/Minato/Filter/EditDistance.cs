using System;

namespace Minato.Filter;

/// <summary>
/// How many slips of the hand two words are apart, for "did you mean": letters added, dropped, changed, or swapped with
/// their neighbour (optimal string alignment).
/// </summary>
internal static class EditDistance
{
    public static int Between(string left, string right)
    {
        int[,] slips = new int[left.Length + 1, right.Length + 1];
        for (int i = 0; i <= left.Length; i++) slips[i, 0] = i;
        for (int j = 0; j <= right.Length; j++) slips[0, j] = j;
        for (int i = 1; i <= left.Length; i++)
        {
            for (int j = 1; j <= right.Length; j++)
            {
                int changed = slips[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                int least = Math.Min(changed, Math.Min(slips[i - 1, j], slips[i, j - 1]) + 1);
                bool swapped = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
                slips[i, j] = swapped ? Math.Min(least, slips[i - 2, j - 2] + 1) : least;
            }
        }

        return slips[left.Length, right.Length];
    }
}
