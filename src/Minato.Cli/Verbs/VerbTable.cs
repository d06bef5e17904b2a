using System;
using Minato.Filter;

namespace Minato.Cli.Verbs;

/// <summary>Runs a verb with the words typed after it and gives the exit code.</summary>
internal delegate int VerbRun(ReadOnlySpan<string> args);

/// <summary>A first word of the command line, what it is for in one line, and what runs it.</summary>
internal readonly record struct Verb(string Name, string Summary, VerbRun Run);

/// <summary>Every verb there is. Help and "did you mean" know no other source.</summary>
internal static class VerbTable
{
    /// <summary>The first words that open a door instead: the program behaves as that tool.</summary>
    private static readonly string[] s_doors = ["ss", "netstat"];

    private static readonly Verb[] s_verbs =
    [
        new("link", "installs this program under the names ss and netstat", LinkVerb.Run),
        new("shell", "opens a shell where ss and netstat are this program", ShellVerb.Run),
        new("help", "says what can be typed", HelpVerb.Run),
        new("version", "names this version", VersionVerb.Run),
    ];

    public static ReadOnlySpan<Verb> All => s_verbs;

    public static ReadOnlySpan<string> Doors => s_doors;

    public static bool TryFind(string word, out Verb verb)
    {
        foreach (Verb candidate in s_verbs)
        {
            if (candidate.Name != word) continue;
            verb = candidate;
            return true;
        }

        verb = default;
        return false;
    }

    /// <summary>The verb or door that was probably meant by <paramref name="word"/>, or null when none is near.</summary>
    public static string? Suggest(string word)
    {
        string[] words = new string[s_doors.Length + s_verbs.Length];
        s_doors.CopyTo(words, 0);
        for (int i = 0; i < s_verbs.Length; i++) words[s_doors.Length + i] = s_verbs[i].Name;
        return NearestWord.Of(word, words);
    }
}
