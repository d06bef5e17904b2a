using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Minato.Tests.Architecture;

namespace Minato.Tests.Docs;

/// <summary>docs/reference/faults.md names tests: they are there.</summary>
public sealed partial class FaultTableTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "reference", "faults.md"));

    [Fact]
    public void Every_test_of_the_table_exists()
    {
        HashSet<string> known = [.. typeof(FaultTableTests).Assembly.GetTypes().Select(type => type.Name)];

        Assert.All(TestName().Matches(Page), match => Assert.Contains(match.Groups["name"].Value, known));
    }

    [Fact]
    public void Every_fault_has_a_row_with_a_test()
    {
        string[] rows = ["N1-8", "B1-7", "P1-7", "T1-3", "O1-7", "D1-2", "K1-4", "X1-2"];
        string[] wanted = [.. rows.SelectMany(row => Enumerable.Range(1, row[3] - '0').Select(number => row[..1] + number))];
        string[] named = [.. Row().Matches(Page).Select(match => match.Groups["row"].Value)];

        Assert.Equal(wanted, named);
    }

    [GeneratedRegex("`(?<name>\\w+Tests)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TestName();

    [GeneratedRegex("^\\| (?<row>[A-Z]\\d) \\|.*`", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();
}
