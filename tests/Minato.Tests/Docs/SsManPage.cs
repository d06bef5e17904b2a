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
        text.Append(ManText.Notice);
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
            text.Append(".TP\n\\fB").Append(word.Word).Append(word.Takes.Length == 0 ? "\\fR" : "\\fR ").Append(ManText.Escaped(word.Takes)).Append('\n');
            text.Append(ManText.Escaped(word.What)).Append(", as in \\fB").Append(ManText.Escaped(word.Example)).Append("\\fR").Append(word.IsSs ? ".\n" : ". Not in ss.\n");
        }

        return text.ToString();
    }

    private static void AppendGroup(StringBuilder text, OptionGroup group)
    {
        text.Append(".SS ").Append(ManText.Escaped(group.Title)).Append('\n');
        ManText.AppendOptions(text, group.Options);
    }
}
