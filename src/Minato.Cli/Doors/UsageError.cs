using System;
using System.Text;

namespace Minato.Cli.Doors;

/// <summary>What was wrong with a command line, where, and what to type instead.</summary>
/// <param name="Problem">What was wrong.</param>
/// <param name="Word">Which word, from 0.</param>
/// <param name="Column">Which letter of it, from 0.</param>
/// <param name="Instead">What to type instead, or null.</param>
internal sealed record UsageError(string Problem, int Word, int Column, string? Instead)
{
    /// <summary>The message, with the line as typed and a caret under the place.</summary>
    public string Describe(string program, ReadOnlySpan<string> words)
    {
        StringBuilder text = new();
        text.Append(program).Append(": ");
        AppendPrintable(text, Problem);
        text.Append("\n  ").Append(program);
        int caret = 2 + program.Length;
        for (int i = 0; i < words.Length; i++)
        {
            text.Append(' ');
            if (i <= Word) caret += i == Word ? 1 + Column : 1 + words[i].Length;
            AppendPrintable(text, words[i]);
        }

        text.Append('\n').Append(' ', caret).Append("^\n");
        if (Instead is not null) text.Append("did you mean ").Append(Instead).Append("? ");
        return text.Append('`').Append(program).Append(" --help` lists what there is").ToString();
    }

    // One column a character, so that the caret stays under its place.
    private static void AppendPrintable(StringBuilder text, string word)
    {
        foreach (char character in word) text.Append(char.IsControl(character) ? '?' : character);
    }
}
