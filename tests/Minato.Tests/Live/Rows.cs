using System;
using System.Collections.Generic;

namespace Minato.Tests.Live;

/// <summary>Tables as a reader sees them: what stands in the cells, however wide the columns are.</summary>
internal static class Rows
{
    /// <summary>The line with every run of blanks as one.</summary>
    public static string Words(string line) => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    public static string[] Words(IEnumerable<string> lines)
    {
        var rows = new List<string>();
        foreach (var line in lines)
            rows.Add(Words(line));
        return [.. rows];
    }

    /// <summary>The rows in an order of their own: the kernel's order differs from run to run.</summary>
    public static string[] Sorted(IEnumerable<string> lines)
    {
        var rows = Words(lines);
        Array.Sort(rows, StringComparer.Ordinal);
        return rows;
    }

    /// <summary>Asserts that these rows are there, each once, and no others.</summary>
    public static void AreExactly(string expected, IEnumerable<string> actual) =>
        Assert.Equal(Sorted(expected.Split('\n')), Sorted(actual));

    public static void Include(string expected, IEnumerable<string> actual) =>
        Assert.Contains(expected, Words(actual), StringComparer.Ordinal);
}
