using System;
using System.Text;
using Minato.Cli.Doors;
using Minato.Cli.Doors.Ss;
using Minato.Filter;
using Minato.Tests.Architecture;

namespace Minato.Tests.Docs;

/// <summary>minato-ss(1): the options from their table, the rest from docs/man/minato-ss.in.</summary>
internal static class SsManPage
{
    private const string OptionsMark = "@OPTIONS@\n";

    public static string Generate()
    {
        string body = SourceTree.Text("docs/man/minato-ss.in");
        int mark = body.IndexOf(OptionsMark, StringComparison.Ordinal);
        StringBuilder text = new();
        text.Append(".\\\" Made from the option table and minato-ss.in: do not edit (eng/docs).\n");
        text.Append(body, 0, mark);
        foreach (OptionGroup group in SsOptions.Groups) AppendGroup(text, group);
        text.Append(body, mark + OptionsMark.Length, body.Length - mark - OptionsMark.Length);
        return text.Replace("@FILTER@\n", FilterText()).ToString();
    }

    private static string FilterText()
    {
        StringBuilder text = new();
        foreach (FilterWord word in FilterWords.All)
        {
            text.Append(".TP\n\\fB").Append(word.Word).Append(word.Takes.Length == 0 ? "\\fR" : "\\fR ").Append(Escaped(word.Takes)).Append('\n');
            text.Append(Escaped(word.What)).Append(", as in \\fB").Append(Escaped(word.Example)).Append("\\fR").Append(word.IsSs ? ".\n" : ". Not in ss.\n");
        }

        return text.ToString();
    }

    private static void AppendGroup(StringBuilder text, OptionGroup group)
    {
        text.Append(".SS ").Append(Escaped(group.Title)).Append('\n');
        foreach (OptionSpec option in group.Options)
        {
            if (option.Help is null) continue;
            text.Append(".TP\n");
            if (option.Short != '\0') text.Append("\\fB\\-").Append(option.Short).Append("\\fR, ");
            text.Append("\\fB\\-\\-").Append(Escaped(option.Long!)).Append("\\fR").Append(Hint(option)).Append('\n');
            text.Append(Escaped(option.Help)).Append(".\n");
        }
    }

    private static string Hint(OptionSpec option) => option.ValueName is null ? ""
        : option.IsValueOptional ? "[=\\fI" + Escaped(option.ValueName) + "\\fR]"
        : "=\\fI" + Escaped(option.ValueName) + "\\fR";

    // A dash is a minus sign only when escaped, and a line must not begin with a dot or an apostrophe.
    private static string Escaped(string text)
    {
        string escaped = text.Replace("\\", "\\e", StringComparison.Ordinal).Replace("-", "\\-", StringComparison.Ordinal).Replace("'", "\\(aq", StringComparison.Ordinal)
            .Replace("…", "\\&...", StringComparison.Ordinal);
        return escaped.StartsWith('.') ? "\\&" + escaped : escaped;
    }
}
