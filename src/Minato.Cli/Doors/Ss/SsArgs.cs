using System;
using System.Collections.Generic;
using Minato.Filter;
using Minato.Rendering.Ss;

namespace Minato.Cli.Doors.Ss;

/// <summary>An option as typed.</summary>
/// <param name="Option">What it does.</param>
/// <param name="Value">Its value, or null.</param>
/// <param name="Word">The word it stands in.</param>
internal readonly record struct TypedOption(SsOption Option, string? Value, int Word);

/// <summary>The ss door's command line as typed, up to its first mistake: no decisions yet.</summary>
internal sealed class SsArgs
{
    private readonly List<TypedOption> _options = [];
    private readonly List<string> _filter = [];
    private readonly List<int> _filterWords = [];
    private UInt128 _typed;
    private List<FilterLine>? _lines;

    private SsArgs(SsRelease? release) => Release = release;

    /// <summary>The release of ss whose options are known here; null for all that Minato has.</summary>
    public SsRelease? Release { get; }

    /// <summary>The options in their order: for ss the later one often wins.</summary>
    public IReadOnlyList<TypedOption> Options => _options;

    /// <summary>The words that are no options: a filter.</summary>
    public IReadOnlyList<string> Filter => _filter;

    /// <summary>Which word of the command line each word of the filter is.</summary>
    public IReadOnlyList<int> FilterWords => _filterWords;

    /// <summary>The lines of the filter file.</summary>
    public List<FilterLine> FilterLines => _lines ?? [];

    /// <summary>What is wrong with the word after the last option taken, or null.</summary>
    public UsageError? Error { get; private set; }

    public static SsArgs Parse(string[] words, SsRelease? release)
    {
        SsArgs args = new(release);
        OptionReader reader = new(SsOptions.KnownTo(release), words);
        while (reader.TryRead())
        {
            if (reader.Option is null)
            {
                args._filter.Add(reader.Value!);
                args._filterWords.Add(reader.WordIndex);
                continue;
            }

            TypedOption option = new((SsOption)reader.Option.Id, reader.Value, reader.WordIndex);
            args.Error = args.Check(option, words);
            if (args.Error is not null) return args;
            args._options.Add(option);
            args._typed |= UInt128.One << (int)option.Option;

            // As ss does: these two answer at once, whatever follows.
            if (args.IsHelp || args.Has(SsOption.Version)) return args;
        }

        args.Error = reader.Error ?? args.CheckDryRun();
        return args;
    }

    /// <summary>Whether the option was typed.</summary>
    public bool Has(SsOption option) => (_typed >> (int)option & 1) != 0;

    /// <summary>The option's last value, or null when it was not typed or has none.</summary>
    public string? ValueOf(SsOption option)
    {
        string? value = null;
        foreach (TypedOption typed in _options)
        {
            if (typed.Option == option) value = typed.Value;
        }

        return value;
    }

    /// <summary>Whether the help was asked, by its own option or as a family.</summary>
    public bool IsHelp => Has(SsOption.Help) || (Has(SsOption.Family) && ValueOf(SsOption.Family) == SsFamilies.Help);

    private UsageError? CheckDryRun()
    {
        if (!Has(SsOption.DryRun) || Has(SsOption.Kill)) return null;
        int word = _options.Find(static option => option.Option == SsOption.DryRun).Word;
        return new UsageError("option '--dry-run' goes with -K: it shows what that would close", word, 0, "--dry-run -K");
    }

    private UsageError? Check(in TypedOption option, string[] words) => option.Option switch
    {
        SsOption.Family when option.Value != SsFamilies.Help && SsFamilies.Find(option.Value!) == SsFamily.None => new UsageError(
            "there is no family '" + option.Value + "'; there are: " + SsFamilies.Names, option.Word, Place(option, words, option.Value!, 0), null)
        {
            Original = "ss: \"" + option.Value + "\" is invalid family",
        },
        SsOption.Query => CheckTables(option, words),
        SsOption.FilterFile => CheckFilterFile(option, words),
        _ => null,
    };

    // ss opens it as soon as it is named.
    private UsageError? CheckFilterFile(in TypedOption option, string[] words)
    {
        if (_lines is not null) return new UsageError("only one filter file can be read", option.Word, 0, null) { Original = "More than one filter file", IsWhole = true };
        _lines = SsFilterFile.Read(option.Value!, isExact: Release is not null, out string problem, out string original);
        return _lines is null
            ? new UsageError(problem, option.Word, Place(option, words, option.Value!, 0), null) { Original = original, IsWhole = true }
            : null;
    }

    private UsageError? CheckTables(in TypedOption option, string[] words)
    {
        int at = 0;
        foreach (string name in option.Value!.Split(','))
        {
            if (!SsSelection.IsTable(Release, name.StartsWith('!') ? name[1..] : name))
            {
                return new UsageError(
                    "there is no table '" + name + "'; there are: " + SsTableNames.Names, option.Word, Place(option, words, option.Value, at), NearestTable(name))
                {
                    Original = "ss: \"" + name + "\" is illegal socket table id",
                };
            }

            at += name.Length + 1;
        }

        return null;
    }

    private static string? NearestTable(string name) => NearestWord.Of(name.TrimStart('!'), SsTableNames.Names.Split(' ')) is { } nearest
        ? (name.StartsWith('!') ? "!" : "") + nearest
        : null;

    // A value glued to its option stands at the end of the word; one that stands alone is a word of its own.
    private static int Place(in TypedOption option, string[] words, string value, int at)
    {
        string word = words[option.Word];
        return word.EndsWith(value, StringComparison.Ordinal) ? word.Length - value.Length + at : word.Length + 1 + at;
    }
}
