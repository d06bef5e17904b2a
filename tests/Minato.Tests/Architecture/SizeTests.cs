using System;
using System.Collections.Generic;
using System.Linq;

namespace Minato.Tests.Architecture;

public sealed class SizeTests
{
    private const int MedianLimit = 110;
    private const int SoftLimit = 300;
    private const int HardLimit = 500;
    private const int ProgramLimit = 80;

    /// <summary>Files that may be long, each with the reason.</summary>
    private static readonly Dictionary<string, string> MayBeLong = new(StringComparer.Ordinal);

    private static readonly Dictionary<string, int> Lines = SourceTree.CSharpFiles("src")
        .Where(path => !path.EndsWith(".g.cs", StringComparison.Ordinal))
        .ToDictionary(path => path, SourceTree.LineCount, StringComparer.Ordinal);

    [Fact]
    public void Half_of_the_files_are_short() => Assert.InRange(Lines.Values.Order().ElementAt(Lines.Count / 2), 1, MedianLimit);

    [Fact]
    public void A_long_file_has_a_reason()
    {
        foreach ((string path, int lines) in Lines.Where(file => file.Value > SoftLimit))
            TestContext.Current.TestOutputHelper?.WriteLine($"{path}: {lines} lines (more than {SoftLimit})");
        Findings.None(
            from file in Lines
            where file.Value > HardLimit && !MayBeLong.ContainsKey(file.Key)
            select $"{file.Key}: {file.Value} lines");
    }

    [Fact]
    public void The_list_of_long_files_holds_no_other() =>
        Findings.None(MayBeLong.Keys.Where(path => Lines.GetValueOrDefault(path) <= HardLimit));

    [Fact]
    public void Program_only_opens_the_doors() => Assert.InRange(Lines["src/Minato.Cli/Program.cs"], 1, ProgramLimit);
}
