using System;
using System.Text;

namespace Minato.Cli.Doors;

/// <summary>What was wrong with a command line, where, and what to type instead.</summary>
/// <param name="Problem">What was wrong.</param>
/// <param name="Word">Which word, from 0; -1 when it was none of them (a variable, a link).</param>
/// <param name="Column">Which letter of it, from 0.</param>
/// <param name="Instead">What to type instead, or null.</param>
internal sealed record UsageError(string Problem, int Word, int Column, string? Instead)
{
    /// <summary>The line that getopt_long(3) or the original tool writes about it; null where they have none.</summary>
    public string? Original { get; init; }

    /// <summary>The option that this door does not know, as it is typed; null when something else is wrong.</summary>
    public string? UnknownOption { get; init; }

    /// <summary>The original's exit code where it is not that of its other usage errors.</summary>
    public int? Code { get; init; }

    /// <summary>Whether the original prints no usage after <see cref="Original"/>.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Whether <see cref="Original"/> is getopt_long's, which stands behind the program's name.</summary>
    public bool IsOfGetopt { get; init; }

    /// <summary>The message, with the line as typed and a caret under the place.</summary>
    public string Describe(string program, ReadOnlySpan<string> words)
    {
        StringBuilder text = new();
        text.Append(program).Append(": ");
        AppendPrintable(text, Problem);
        if (Word < 0) return text.ToString();
        text.Append("\n  ").Append(program);
        int caret = 2 + program.Length;
        for (int i = 0; i < words.Length; i++)
        {
            text.Append(' ');
            if (i <= Word) caret += i == Word ? 1 + Column : 1 + words[i].Length;
            AppendPrintable(text, words[i]);
        }

        // A mistake behind the last word: something is missing there.
        if (Word >= words.Length) caret++;
        text.Append('\n').Append(' ', caret).Append("^\n");
        if (Instead is not null) text.Append("did you mean ").Append(Instead).Append("? ");
        return text.Append('`').Append(program).Append(" --help` lists what there is").ToString();
    }

    /// <summary>The message about a line of a file, with a caret under the place.</summary>
    public string DescribeLine(string program, string line)
    {
        StringBuilder text = new();
        text.Append(program).Append(": ");
        AppendPrintable(text, Problem);
        text.Append("\n  ");
        AppendPrintable(text, line);
        text.Append('\n').Append(' ', 2 + Column).Append('^');
        if (Instead is not null) text.Append("\ndid you mean ").Append(Instead).Append('?');
        return text.ToString();
    }

    /// <summary>The original's own line: getopt_long(3) puts the program's name in front, ss writes whole lines.</summary>
    public string DescribeAsOriginal(string program)
    {
        StringBuilder text = new();
        if (IsOfGetopt) text.Append(program).Append(": ");
        AppendPrintable(text, Original ?? Problem);
        if (!IsWhole) text.Append('\n').Append(program).Append(" --help lists what there is");
        return text.ToString();
    }

    // One column a character, so that the caret stays under its place.
    private static void AppendPrintable(StringBuilder text, string word)
    {
        foreach (char character in word) text.Append(char.IsControl(character) ? '?' : character);
    }
}
