using System;
using System.Collections.Generic;
using System.Linq;

namespace Minato.Tests.Live;

/// <summary>Tables as a reader sees them: what stands in the cells, however wide the columns are.</summary>
internal static class Rows
{
    /// <summary>The line with every run of blanks as one.</summary>
    public static string Words(string line) => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The rows in an order of their own: the kernel's order differs from run to run.</summary>
    public static string[] Sorted(IEnumerable<string> lines) => [.. lines.Select(Words).Order(StringComparer.Ordinal)];

    /// <summary>Asserts that these rows are there, each as often as expected, and no others.</summary>
    public static void AreExactly(IEnumerable<string> expected, IEnumerable<string> actual)
    {
        var missing = new List<string>(Sorted(expected));
        var unexpected = Sorted(actual).Where(row => !missing.Remove(row)).ToArray();
        Assert.True(
            missing.Count == 0 && unexpected.Length == 0,
            $"missing rows:\n{string.Join('\n', missing)}\nunexpected rows:\n{string.Join('\n', unexpected)}");
    }

    public static void AreExactly(string expected, IEnumerable<string> actual) => AreExactly(expected.Split('\n'), actual);

    public static void Include(string expected, IEnumerable<string> actual) =>
        Assert.Contains(expected, actual.Select(Words), StringComparer.Ordinal);
}
