using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Minato.Tests.Architecture;

namespace Minato.Tests.Readme;

public sealed partial class ReadmeTextTests
{
    // Of the program's own making, for its shells and its tests; MINATO_LANG does nothing yet.
    private static readonly string[] Inside = ["MINATO_BINARY", "MINATO_LANG", "MINATO_ZDOTDIR"];

    // What a build leaves beside the rooms.
    private static readonly string[] NoRooms = ["bin", "obj"];

    [Fact]
    public void Both_languages_show_the_same_command_lines() =>
        Assert.Equal(Sorted(ReadmeFile.English.Commands), Sorted(ReadmeFile.Japanese.Commands));

    [Fact]
    public void Both_languages_show_the_same_output() =>
        Assert.Equal(Shown(ReadmeFile.English), Shown(ReadmeFile.Japanese));

    [Fact]
    public void The_first_command_lines_build_and_run_and_then_test()
    {
        string[] lines = ReadmeFile.English.Blocks("sh").First();

        Assert.Collection(
            lines,
            line => Assert.StartsWith("./minato ", line, StringComparison.Ordinal),
            line => Assert.StartsWith("./test ", line, StringComparison.Ordinal));
    }

    [Fact]
    public void The_test_command_is_the_one_that_CI_calls() =>
        Assert.Contains("exec ./test\n", SourceTree.Text(".ci/run"), StringComparison.Ordinal);

    [Fact]
    public void Both_languages_name_the_same_variables() => Assert.Equal(Variables(ReadmeFile.English.Text), Variables(ReadmeFile.Japanese.Text));

    [Fact]
    public void Every_variable_that_a_user_may_set_is_in_the_README()
    {
        string[] sources =
        [
            .. SourceTree.CSharpFiles("src"), "minato", "test", "eng/need", "eng/publish",
        ];

        Assert.Equal(Variables(ReadmeFile.English.Text), Variables(string.Concat(sources.Select(SourceTree.Text)), Inside));
    }

    [Fact]
    public void The_library_sample_is_the_one_that_is_compiled_here()
    {
        string source = SourceTree.Text("tests/Minato.Tests/Readme/LibrarySampleTests.cs");

        foreach (string[] sample in new[] { ReadmeFile.English, ReadmeFile.Japanese }.Select(readme => readme.Blocks("csharp").Single()))
            Assert.Contains(string.Concat(sample.Select(line => "        " + line + "\n")), source, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_link_in_the_papers_leads_somewhere()
    {
        IEnumerable<string> papers = Directory.EnumerateFiles(SourceTree.Root, "*.md")
            .Concat(Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "docs"), "*.md", SearchOption.AllDirectories));
        IEnumerable<string> lost =
            from paper in papers
            from Match link in Link().Matches(File.ReadAllText(paper))
            let target = Path.Combine(Path.GetDirectoryName(paper)!, link.Groups["target"].Value)
            where !Path.Exists(target)
            select $"{Path.GetFileName(paper)}: {link.Groups["target"].Value}";

        Assert.Empty(lost);
    }

    [Fact]
    public void Every_room_has_a_page()
    {
        IEnumerable<string> rooms = Directory.EnumerateDirectories(Path.Combine(SourceTree.Root, "src", "Minato"))
            .Concat(Directory.EnumerateDirectories(Path.Combine(SourceTree.Root, "src", "Minato.Cli")))
            .Select(folder => Path.GetFileName(folder)!)
            .Append("SocketInspector")
            .Except(NoRooms, StringComparer.Ordinal);
        IEnumerable<string> pages = Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "docs", "architecture"), "*.md")
            .Select(page => Path.GetFileNameWithoutExtension(page)!)
            .Where(page => page != "README");

        Assert.Equal(Sorted(rooms), Sorted(pages));
    }

    private static string Sorted(IEnumerable<string> lines) => string.Join('\n', lines.Order(StringComparer.Ordinal));

    private static string Shown(ReadmeFile readme) =>
        string.Join('\n', readme.Sessions.SelectMany(session => session.Output.Prepend(session.Command)));

    private static string Variables(string text, params string[] except) =>
        Sorted(Variable().Matches(text).Select(match => match.Value).Distinct(StringComparer.Ordinal).Except(except, StringComparer.Ordinal));

    [GeneratedRegex("""\bMINATO_[A-Z_]+\b""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Variable();

    [GeneratedRegex("""\]\((?<target>[^)#:]+)(#[^)]*)?\)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
