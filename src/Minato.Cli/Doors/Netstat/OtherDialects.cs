using System;
using Minato.Cli.Doors.Netstat.Linux;
using Minato.Cli.Doors.Netstat.MacOs;
using Minato.Cli.Doors.Netstat.Windows;

namespace Minato.Cli.Doors.Netstat;

/// <summary>Who typed an option of another system's netstat is told whose it is.</summary>
internal static class OtherDialects
{
    /// <summary>The dialects that have the option that was refused, or null.</summary>
    public static string? Describe(UsageError error, NetstatDialect dialect)
    {
        if (error.UnknownOption is not { } name) return null;
        string? found = null;
        Describe(NetstatDialect.Linux, "linux", LinuxOptions.Table, name, dialect, ref found);
        Describe(NetstatDialect.Windows, "windows", WindowsOptions.Table, name, dialect, ref found);
        Describe(NetstatDialect.MacOs, "macos", MacOsOptions.Table, name, dialect, ref found);
        return found;
    }

    private static void Describe(NetstatDialect other, string word, OptionSpec[] options, string name, NetstatDialect dialect, ref string? found)
    {
        if (other == dialect || (other == NetstatDialect.MacOs && dialect == NetstatDialect.MacOs15)) return;

        // Windows has letters in either case: who typed one there may mean either of another system's.
        OptionSpec? option = Find(options, name) ?? (dialect == NetstatDialect.Windows ? Find(options, InOtherCase(name)) : null);
        if (option is not { Help: { } help }) return;
        found = (found is null ? "" : found + "\n") + "the " + word + " dialect has " + (name.Length > 2 ? name : option.Name) + " (" + help + "): --dialect " + word;
    }

    private static string InOtherCase(string name) =>
        name.Length == 2 ? "-" + (char.IsAsciiLetterLower(name[1]) ? char.ToUpperInvariant(name[1]) : char.ToLowerInvariant(name[1])) : name;

    private static OptionSpec? Find(OptionSpec[] options, string name) =>
        Array.Find(options, option => name.StartsWith("--", StringComparison.Ordinal) ? "--" + option.Long == name : option.Short != '\0' && "-" + option.Short == name);
}
