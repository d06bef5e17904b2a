using System;
using System.Collections.Generic;

namespace Minato.Tests.Live.Exact;

/// <summary>Few combinations in which every value of every factor stands beside every value of every other; always the same ones.</summary>
internal static class PairCover
{
    public static IEnumerable<string[]> Of(params string[][] factors)
    {
        HashSet<(int, int, int, int)> open = Pairs(factors);
        while (open.Count > 0)
        {
            int[] row = NextRow(factors, open);
            for (int i = 0; i < row.Length; i++)
            {
                for (int j = i + 1; j < row.Length; j++)
                    open.Remove((i, row[i], j, row[j]));
            }

            string[] words = new string[row.Length];
            for (int i = 0; i < row.Length; i++) words[i] = factors[i][row[i]];
            yield return words;
        }
    }

    private static HashSet<(int, int, int, int)> Pairs(string[][] factors)
    {
        var pairs = new HashSet<(int, int, int, int)>();
        for (int i = 0; i < factors.Length; i++)
        {
            for (int j = i + 1; j < factors.Length; j++)
            {
                for (int a = 0; a < factors[i].Length; a++)
                {
                    for (int b = 0; b < factors[j].Length; b++) pairs.Add((i, a, j, b));
                }
            }
        }

        return pairs;
    }

    /// <summary>Begins with a pair that is still open and takes, factor by factor, what closes most.</summary>
    private static int[] NextRow(string[][] factors, HashSet<(int, int, int, int)> open)
    {
        int[] row = new int[factors.Length];
        Array.Fill(row, -1);
        (int, int, int, int) first = Least(open);
        row[first.Item1] = first.Item2;
        row[first.Item3] = first.Item4;
        for (int i = 0; i < row.Length; i++)
        {
            if (row[i] >= 0) continue;
            int best = -1;
            for (int value = 0; value < factors[i].Length; value++)
            {
                int closes = Closes(row, i, value, open);
                if (closes <= best) continue;
                best = closes;
                row[i] = value;
            }
        }

        return row;
    }

    private static (int, int, int, int) Least(HashSet<(int, int, int, int)> open)
    {
        (int, int, int, int)? least = null;
        foreach ((int, int, int, int) pair in open)
        {
            if (least is null || pair.CompareTo(least.Value) < 0) least = pair;
        }

        return least!.Value;
    }

    private static int Closes(int[] row, int factor, int value, HashSet<(int, int, int, int)> open)
    {
        int count = 0;
        for (int other = 0; other < row.Length; other++)
        {
            if (other == factor || row[other] < 0) continue;
            (int, int, int, int) pair = other < factor ? (other, row[other], factor, value) : (factor, value, other, row[other]);
            if (open.Contains(pair)) count++;
        }

        return count;
    }
}
