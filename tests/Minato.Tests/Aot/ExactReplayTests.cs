using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Minato.Tests.Live;

namespace Minato.Tests.Aot;

/// <summary>
/// Files in place of the kernel, so that nothing moves: what --exact makes of them is compared, with no mask, with what
/// eng/oracles record wrote down from the originals.
/// </summary>
public sealed class ExactReplayTests
{
    [Theory]
    [InlineData("6.1")]
    [InlineData("6.15")]
    [InlineData("7.3")]
    public void A_replay_gives_the_bytes_that_the_original_gave(string release)
    {
        string[] options = [$"--exact={release}", "--show-secrets"];
        List<KeyValuePair<string, string>> expected = Sections(Recorded(release));
        List<KeyValuePair<string, string>> actual = Sections(Replay([Typed.Program, "ss", .. options]));

        Assert.Equal(Keys(expected), Keys(actual));
        string[] different = [.. expected.Zip(actual).Where(pair => pair.First.Value != pair.Second.Value).Select(Difference)];
        if (different.Length > 0) Assert.Fail($"{different.Length} of {expected.Count} differ:\n{string.Join('\n', different)}");
    }

    [Theory]
    [InlineData("6.1")]
    [InlineData("6.15")]
    [InlineData("7.3")]
    public void Every_replay_has_its_record(string release)
    {
        string[] lines = [.. File.ReadLines(Path.Combine(Fixtures, "replays")).Where(line => !line.StartsWith('#')).Select(line => "$ " + line)];

        Assert.InRange(lines.Length, 150, int.MaxValue);
        Assert.Equal(lines, Keys(Sections(Recorded(release))));
    }

    internal static string Replay(string[] program) => Encoding.Latin1.GetString(
        Command.Run([Repository.Path("eng", "oracles"), "replay", .. program], Command.InheritedEnvironment()).Succeeded().OutputBytes);

    internal static string Recorded(string release) =>
        File.ReadAllText(Repository.Path("tests", "Minato.Tests", "Expected", "exact", release + ".txt"), Encoding.Latin1);

    private static string[] Keys(List<KeyValuePair<string, string>> sections) => [.. sections.Select(section => section.Key)];

    private static string Fixtures => Repository.Path("tests", "Minato.Tests", "Fixtures", "Exact");

    /// <summary>What was asked, and the answer with its exit code.</summary>
    private static List<KeyValuePair<string, string>> Sections(string text)
    {
        List<KeyValuePair<string, string>> sections = [];
        foreach (string section in ("\n" + text).Split("\n$ ").Skip(1))
        {
            string[] parts = section.Split('\n', 2);
            sections.Add(new("$ " + parts[0], parts[1].TrimEnd('\n')));
        }

        return sections;
    }

    private static string Difference((KeyValuePair<string, string> Wanted, KeyValuePair<string, string> Given) pair)
    {
        string[] wanted = pair.Wanted.Value.Split('\n'), given = pair.Given.Value.Split('\n');
        int line = 0;
        while (line < wanted.Length && line < given.Length && wanted[line] == given[line]) line++;
        return $"{pair.Wanted.Key}\n  line {line + 1}\n  want |{wanted.ElementAtOrDefault(line)}|\n  have |{given.ElementAtOrDefault(line)}|";
    }
}
