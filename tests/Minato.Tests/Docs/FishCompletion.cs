using System.Globalization;
using System.Text;
using Minato.Cli.Doors;
using Minato.Cli.Doors.Netstat.Linux;
using Minato.Cli.Doors.Ss;

namespace Minato.Tests.Docs;

/// <summary>Completion of minato's command line for fish.</summary>
internal static class FishCompletion
{
    public static string Generate()
    {
        string first = string.Join(' ', CompletionWords.FirstWords());
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"""
            # Completion of minato for fish. Made from the option tables: do not edit (eng/docs).
            function __minato_ss
                set -l words (commandline -opc)
                test (count $words) -gt 1; and test $words[2] = ss -o (string sub -l 1 -- $words[2]) = -
            end

            complete -c minato -f
            complete -c minato -n 'test (count (commandline -opc)) -eq 1' -a '{first}'
            complete -c minato -n __minato_ss -a '{CompletionWords.Filter}'
            complete -c minato -n '__fish_seen_subcommand_from help' -a '{first}'
            complete -c minato -n '__fish_seen_subcommand_from link' -a 'ss netstat --exact --dir --undo --help'

            """);
        AppendOptions(text, "__minato_ss", SsOptions.Table, CompletionWords.Ss());
        AppendOptions(text, "__fish_seen_subcommand_from netstat", LinuxOptions.Table, CompletionWords.Netstat());
        return text.ToString();
    }

    private static void AppendOptions(StringBuilder text, string when, OptionSpec[] table, System.Collections.Generic.IEnumerable<OptionSpec> options)
    {
        foreach (OptionSpec option in options)
        {
            text.Append("complete -c minato -n '").Append(when).Append('\'');
            if (option.Short != '\0') text.Append(" -s ").Append(option.Short);
            if (option.Long is not null) text.Append(" -l ").Append(option.Long);
            if (table == SsOptions.Table) text.Append(Value(option));
            text.Append(" -d '").Append(CompletionWords.HelpOf(table, option).Replace("'", "\\'", System.StringComparison.Ordinal)).Append("'\n");
        }
    }

    private static string Value(OptionSpec option) => CompletionWords.KindOf(option) switch
    {
        ValueKind.Family => " -x -a '" + SsFamilies.Names + "'",
        ValueKind.Tables => " -x -a '" + SsTableNames.Names + "'",
        ValueKind.File => " -r -F",
        ValueKind.Namespace => " -x -a '(path basename /run/netns/*)'",
        ValueKind.Release => " -a '" + CompletionWords.Releases + "'",
        _ => option.ValueName is null ? "" : " -x",
    };
}
