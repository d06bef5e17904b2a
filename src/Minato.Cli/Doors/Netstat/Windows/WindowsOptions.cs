namespace Minato.Cli.Doors.Netstat.Windows;

/// <summary>What each option of the Windows netstat does.</summary>
internal enum WindowsOption
{
    All,
    Numeric,
    ProcessId,
    Help,
}

/// <summary>The one list of the Windows netstat door's options: letters in either case, behind <c>-</c> or <c>/</c>.</summary>
internal static class WindowsOptions
{
    public static OptionSpec[] Table =>
    [
        Option(WindowsOption.All, 'a', "all connections and listening ports"),
        Option(WindowsOption.Numeric, 'n', "addresses and ports as numbers"),
        Option(WindowsOption.ProcessId, 'o', "the owning process's number"),
        Option(WindowsOption.Help, '?', "this help"),
        .. OwnOptions.Table,
    ];

    private static OptionSpec Option(WindowsOption id, char letter, string? help, string? value = null) => new((int)id, letter, null, help, value);
}
