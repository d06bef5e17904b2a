using System;
using System.Collections.Generic;
using System.Text;
using Minato.Cli.Doors;

namespace Minato.Tests.Docs;

/// <summary>Pieces of manual pages in man(7).</summary>
internal static class ManText
{
    public const string Notice = ".\\\" Made from the option tables and a file of this name in .in: do not edit (eng/docs).\n";

    /// <summary>The options that have a place in the help, one paragraph each.</summary>
    public static void AppendOptions(StringBuilder text, IEnumerable<OptionSpec> options)
    {
        foreach (OptionSpec option in options)
        {
            if (option.Help is null) continue;
            text.Append(".TP\n");
            if (option.Short != '\0') text.Append("\\fB\\-").Append(option.Short).Append("\\fR");
            if (option.Short != '\0' && option.Long is not null) text.Append(", ");
            if (option.Long is not null) text.Append("\\fB\\-\\-").Append(Escaped(option.Long)).Append("\\fR");
            text.Append(Hint(option)).Append('\n').Append(Escaped(option.Help)).Append(".\n");
        }
    }

    // A dash is a minus sign only when escaped, and a line must not begin with a dot or an apostrophe.
    public static string Escaped(string text)
    {
        string escaped = text.Replace("\\", "\\e", StringComparison.Ordinal).Replace("-", "\\-", StringComparison.Ordinal).Replace("'", "\\(aq", StringComparison.Ordinal)
            .Replace("…", "\\&...", StringComparison.Ordinal);
        return escaped.StartsWith('.') ? "\\&" + escaped : escaped;
    }

    // Letters have their value behind a blank.
    private static string Hint(OptionSpec option) => option.ValueName is null ? ""
        : option.IsValueOptional ? "[=\\fI" + Escaped(option.ValueName) + "\\fR]"
        : (option.Long is null ? " " : "=") + "\\fI" + Escaped(option.ValueName) + "\\fR";
}
