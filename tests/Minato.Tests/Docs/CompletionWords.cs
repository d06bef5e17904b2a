using System;
using System.Collections.Generic;
using Minato.Cli.Doors;
using Minato.Cli.Doors.Netstat.Linux;
using Minato.Cli.Doors.Ss;
using Minato.Cli.Verbs;
using Minato.Filter;

namespace Minato.Tests.Docs;

/// <summary>What completions for a shell are made of, from the tables that the program itself reads.</summary>
internal static class CompletionWords
{
    public const string Releases = "6.1 6.15 7.3 auto newest";

    /// <summary>Every first word: doors and verbs.</summary>
    public static IEnumerable<string> FirstWords()
    {
        foreach (string door in VerbTable.Doors.ToArray()) yield return door;
        foreach (Verb verb in VerbTable.All.ToArray()) yield return verb.Name;
    }

    /// <summary>The options that a person can use, and each of the second spellings that have a long name.</summary>
    public static IEnumerable<OptionSpec> Ss() => Usable(SsOptions.Table);

    public static IEnumerable<OptionSpec> Netstat() => Usable(LinuxOptions.Table);

    /// <summary>What an option of ss takes as its value.</summary>
    public static ValueKind KindOf(OptionSpec option) => (SsOption)option.Id switch
    {
        SsOption.Family => ValueKind.Family,
        SsOption.Query => ValueKind.Tables,
        SsOption.FilterFile or SsOption.Diag => ValueKind.File,
        SsOption.Net => ValueKind.Namespace,
        SsOption.Exact => ValueKind.Release,
        _ => ValueKind.None,
    };

    /// <summary>The words that a filter begins a condition with, and those that join conditions.</summary>
    public static string Filter
    {
        get
        {
            string words = "and or not";
            foreach (FilterWord word in FilterWords.All) words += " " + word.Word;
            return words;
        }
    }

    /// <summary>The help of an option; a second spelling has that of the first.</summary>
    public static string HelpOf(OptionSpec[] table, OptionSpec option) =>
        option.Help ?? Array.Find(table, other => other.Id == option.Id && other.Help is not null)!.Help!;

    private static IEnumerable<OptionSpec> Usable(OptionSpec[] table)
    {
        foreach (OptionSpec option in table)
        {
            if (!option.IsMissing && (option.Help is not null || option.Long is not null)) yield return option;
        }
    }
}

internal enum ValueKind
{
    None,
    Family,
    Tables,
    File,
    Namespace,
    Release,
}
