using System.Collections.Generic;
using Minato.Cli.Terminal;
using Minato.Filter;
using Minato.Model;

namespace Minato.Cli.Doors.Ss;

/// <summary>The filter of an ss command line: the words behind the options, and then the file of -F.</summary>
internal static class SsFilter
{
    // Both came into ss with one release.
    private static readonly StateSet NewerStates = StateSet.Of(SocketState.BoundInactive) | StateSet.Of(SocketState.NewSynReceived);

    /// <summary>Reads the filter and lets its states and its family into the selection.</summary>
    /// <returns>Null when it is wrong: that was said, and <paramref name="code"/> is the exit code.</returns>
    public static FilterParse? Read(string program, string[] words, SsArgs args, SsSelection selection, List<FilterLine> lines, out int code)
    {
        code = ExitCode.Done;
        if (args.Filter.Count == 0 && lines.Count == 0) return new FilterParse();
        FilterParse parse = Parse(args, selection, lines);
        if (parse.Error is { } error)
        {
            Message.Error(args.Release is null ? Describe(program, words, args, lines, error) : Original(program, error));
            code = error.SsExitCode;
            return null;
        }

        if (parse.States is { } states) selection.Restate(states);
        if (parse.Family is { } family) selection.Limit(family);

        if (args.Release is null && parse.Note is { } note) Message.Error(program + ": " + note);

        // What ss does silently is a trap: there, an "and" does not go before an "or". -K refuses such a filter.
        if (args.Release is null && parse.Mix is { } mix && !args.Has(SsOption.Kill))
            Message.Error(program + ": and, or without parentheses are read from left to right: " + mix.Read + " (not " + mix.Other + ")");
        return parse;
    }

    private static FilterParse Parse(SsArgs args, SsSelection selection, List<FilterLine> lines)
    {
        ProcFiles files = DoorEnvironment.Files();
        FilterContext context = new()
        {
            Grammar = args.Release is null ? FilterGrammar.Ss : FilterGrammar.SsExact,
            Names = new FilterNames(DoorEnvironment.ProcRoot("PROC_ROOT"), files[ProcFile.LocalPortRange]),
            PreferredFamily = selection.PreferredFamily,
            Transports = SsTableNames.Transports(selection.Tables),
            AllStates = args.Release is { ListsBoundInactive: false } ? StateSet.All.Without(NewerStates) : StateSet.All,
            DefaultStates = selection.States,
        };
        return FilterText.Parse([.. args.Filter], lines.ConvertAll(line => line.Text).ToArray(), context);
    }

    private static string Describe(string program, string[] words, SsArgs args, List<FilterLine> lines, FilterError error)
    {
        string problem = error.Problem + (error.Expected is null ? "" : "; expected " + error.Expected);
        if (error.Word < args.Filter.Count || lines.Count == 0)
        {
            int word = error.Word < args.Filter.Count ? args.FilterWords[error.Word] : words.Length;
            return new UsageError(problem, word, error.Column, error.Nearest).Describe(program, words);
        }

        // A mistake at the end of a file stands behind its last line.
        int at = error.Word - args.Filter.Count;
        bool isBehind = at >= lines.Count;
        FilterLine line = lines[isBehind ? ^1 : at];
        int column = isBehind ? line.Text.Length : error.Column;
        return new UsageError("line " + line.Number + " of the filter file: " + problem, 0, column, error.Nearest).DescribeLine(program, line.Text);
    }

    private static string Original(string program, FilterError error)
    {
        string text = error.SsText.TrimEnd('\n');
        return error.SsShowsUsage ? text + "\n" + program + " --help lists what there is" : text;
    }
}
