namespace Minato.Cli.Doors.Netstat.MacOs;

/// <summary>What each option of the macOS netstat does.</summary>
internal enum MacOsOption
{
    All,
    Numeric,
    Wide,
    Help,
}

/// <summary>The one list of the macOS netstat door's options (netstat(1) of macOS).</summary>
internal static class MacOsOptions
{
    public static OptionSpec[] Table =>
    [
        Option(MacOsOption.All, 'a', "servers too"),
        Option(MacOsOption.Numeric, 'n', "addresses and ports as numbers"),
        Option(MacOsOption.Wide, 'W', "addresses whole"),
        new((int)MacOsOption.Help, '\0', "help", "this help") { IsOwn = true },
        .. OwnOptions.Table,
    ];

    private static OptionSpec Option(MacOsOption id, char letter, string? help, string? value = null) => new((int)id, letter, null, help, value);
}
