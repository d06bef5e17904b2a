using System;

namespace Minato.Cli.Doors.Netstat;

/// <summary>Which netstat a command line speaks: <c>--dialect NAME</c>, else that of the system it runs on.</summary>
internal static class DialectChoice
{
    /// <summary>The option's name, which every dialect knows.</summary>
    public const string Option = "--dialect";

    /// <summary>What its value may be.</summary>
    public const string Values = "linux, windows, macos or macos=15";

    private static NetstatDialect OfThisSystem =>
        OperatingSystem.IsWindows() ? NetstatDialect.Windows : OperatingSystem.IsMacOS() ? NetstatDialect.MacOs : NetstatDialect.Linux;

    /// <summary>The last choice wins, as with other options. The words stay as they are: each dialect passes over the option.</summary>
    public static NetstatDialect Find(string[] words, out UsageError? error)
    {
        NetstatDialect dialect = OfThisSystem;
        error = null;
        for (int i = 0; i < words.Length && error is null && words[i] != "--"; i++)
        {
            bool isGlued = words[i].StartsWith(Option + "=", StringComparison.Ordinal);
            if (!isGlued && words[i] != Option) continue;
            int column = isGlued ? Option.Length + 1 : 0;
            if (!isGlued && ++i == words.Length)
                error = new UsageError("option '" + Option + "' needs a value: " + Values, i, 0, null);
            else if (!TryParse(words[i][column..], out dialect))
                error = new UsageError("there is no dialect '" + words[i][column..] + "': " + Values, i, column, null);
        }

        return dialect;
    }

    private static bool TryParse(string name, out NetstatDialect dialect)
    {
        (dialect, bool isKnown) = name switch
        {
            "linux" => (NetstatDialect.Linux, true),
            "windows" => (NetstatDialect.Windows, true),
            "macos" => (NetstatDialect.MacOs, true),
            "macos=15" => (NetstatDialect.MacOs15, true),
            _ => (NetstatDialect.Linux, false),
        };
        return isKnown;
    }
}
