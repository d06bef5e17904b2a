namespace Minato.Cli.Doors.Netstat.Windows;

/// <summary>
/// The one list of the Windows netstat door's options (<c>netstat /?</c> of Windows 11, build 22000): letters in either case,
/// behind <c>-</c> or <c>/</c>. Parser and help come from it.
/// </summary>
internal static class WindowsOptions
{
    public static OptionSpec[] Table =>
    [
        Option(WindowsOption.All, 'a', "all connections and listening ports"),
        Option(WindowsOption.Executable, 'b', "the program that holds each socket, on a line of its own"),
        Option(WindowsOption.Ethernet, 'e', "totals of the network interfaces"),
        Option(WindowsOption.FullNames, 'f', "foreign names with their domain"),
        Option(WindowsOption.TimeInState, 'i', "how long a connection has been in its state"),
        Option(WindowsOption.Numeric, 'n', "addresses and ports as numbers"),
        Option(WindowsOption.ProcessId, 'o', "the owning process's number"),
        Option(WindowsOption.Protocol, 'p', "one protocol: " + WindowsProtocolNames.Ports + "; with -s also " + WindowsProtocolNames.Others, "PROTO"),
        Option(WindowsOption.Bound, 'q', "as -a, and TCP ports that are bound without listening"),
        Option(WindowsOption.Routes, 'r', "the routing table"),
        Option(WindowsOption.Statistics, 's', "statistics of each protocol"),
        Option(WindowsOption.Offload, 't', "where each connection is handled"),
        Option(WindowsOption.NetworkDirect, 'x', "NetworkDirect connections, listeners and shared endpoints"),
        Option(WindowsOption.Template, 'y', "the connection template of each connection; nothing goes with it"),
        Option(WindowsOption.Help, '?', null),
        new((int)WindowsOption.Help, '\0', "help", "this help, as /?") { IsOwn = true },
        .. OwnOptions.Table,
    ];

    private static OptionSpec Option(WindowsOption id, char letter, string? help, string? value = null) => new((int)id, letter, null, help, value);
}
