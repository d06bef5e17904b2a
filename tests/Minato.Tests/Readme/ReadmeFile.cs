using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Minato.Tests.Architecture;

namespace Minato.Tests.Readme;

/// <summary>A README, taken apart.</summary>
internal sealed partial class ReadmeFile
{
    private readonly List<(string Language, string[] Lines)> _blocks = [];

    private ReadmeFile(string name)
    {
        Text = SourceTree.Text(name);
        foreach (Match block in Fence().Matches(Text))
            _blocks.Add((block.Groups["language"].Value, block.Groups["lines"].Value.TrimEnd('\n').Split('\n')));
    }

    public static ReadmeFile English { get; } = new("README.md");

    public static ReadmeFile Japanese { get; } = new("README.ja.md");

    public string Text { get; }

    /// <summary>The fenced blocks of a language, each as its lines.</summary>
    public IEnumerable<string[]> Blocks(string language) => _blocks.Where(block => block.Language == language).Select(block => block.Lines);

    /// <summary>Each command with the output shown below it.</summary>
    public IEnumerable<(string Command, string[] Output)> Sessions =>
        Blocks("console").Select(lines => (lines[0]["$ ".Length..], lines[1..]));

    /// <summary>Every command line that a reader may type, once: in blocks and in the text.</summary>
    public IEnumerable<string> Commands => Sessions.Select(session => session.Command)
        .Concat(Blocks("sh").SelectMany(lines => lines).Select(line => Comment().Replace(line, "")))
        .Concat(InlineCommand().Matches(Fence().Replace(Text, "")).Select(match => match.Groups["command"].Value))
        .Distinct(StringComparer.Ordinal);

    [GeneratedRegex("""^```(?<language>\w+)\n(?<lines>.*?)^```$""", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fence();

    [GeneratedRegex(""" +# .*$""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Comment();

    [GeneratedRegex("""`(?<command>(sudo )?(\./)?(minato|test|ss|netstat)( [^`]*)?)`""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InlineCommand();
}
