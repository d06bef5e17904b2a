using System;
using Minato.Cli.Terminal;
using Minato.Cli.Verbs;
using Minato.Rendering.Ss;

namespace Minato.Cli.Doors.Ss;

/// <summary>
/// Whether ss's own bytes are wanted, and which release's: by the option, else by MINATO_EXACT, else by the link that led
/// here (sudo, cron and systemd drop the variable and keep the link).
/// </summary>
internal static class SsExact
{
    /// <summary>The release, or null for Minato's own table; <paramref name="error"/> tells of one that is not known.</summary>
    public static SsRelease? Choose(string[] words, out UsageError? error) =>
        Choose(words, Environment.GetEnvironmentVariable(ExactName.Variable), StartedAs.LinkTargetName, InstalledSs.FindRelease, out error);

    internal static SsRelease? Choose(string[] words, string? variable, string? link, Func<SsRelease> installed, out UsageError? error)
    {
        error = null;
        if (FindOption(words, out string? value, out int word))
        {
            if (TryFind(value ?? "newest", installed, out SsRelease? release)) return release;
            error = new UsageError(
                "there is no release '" + value + "' of ss to follow; there are: " + ExactName.Releases,
                word, words[word].Length - value!.Length, null);
            return null;
        }

        if (variable is not null)
        {
            if (variable is "" or "0") return null;
            if (TryFind(variable, installed, out SsRelease? release)) return release;
            error = new UsageError(ExactName.Variable + " names no release of ss that is known; there are: " + ExactName.Releases, -1, 0, null);
            return null;
        }

        if (link is null || !ExactName.Is(link)) return null;
        string named = link.Length == ExactName.Newest.Length ? "newest" : link[(ExactName.Newest.Length + 1)..];
        if (TryFind(named, installed, out SsRelease? linked)) return linked;
        error = new UsageError("the link " + link + " names no release of ss that is known; there are: " + ExactName.Releases, -1, 0, null);
        return null;
    }

    private static bool TryFind(string name, Func<SsRelease> installed, out SsRelease? release)
    {
        release = name switch
        {
            "1" or "newest" => SsRelease.Newest,
            "auto" => installed(),
            _ => SsRelease.Find(name),
        };
        return release is not null;
    }

    // The option decides which options there are, so it is looked for before the line is read, also behind a mistake.
    private static bool FindOption(string[] words, out string? value, out int word)
    {
        value = null;
        word = -1;
        OptionReader reader = new(SsOptions.Table, words);
        while (reader.TryRead())
        {
            if (reader.Option is null || (SsOption)reader.Option.Id != SsOption.Exact) continue;
            value = reader.Value;
            word = reader.WordIndex;
        }

        if (reader.Error is null) return word >= 0;
        for (int i = reader.WordIndex + 1; i < words.Length && words[i] != "--"; i++)
        {
            if (words[i] == "--exact") value = null;
            else if (words[i].StartsWith("--exact=", StringComparison.Ordinal)) value = words[i]["--exact=".Length..];
            else continue;
            word = i;
        }

        return word >= 0;
    }
}
