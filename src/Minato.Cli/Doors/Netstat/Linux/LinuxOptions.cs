namespace Minato.Cli.Doors.Netstat.Linux;

/// <summary>
/// The one list of the Linux netstat door's options, as netstat of net-tools 2.10 takes them: parser and help come from it.
/// Names of families share one number, so that a beginning which fits several of them is the first, as in getopt_long(3).
/// </summary>
internal static class LinuxOptions
{
    public static OptionSpec[] Table =>
    [
        Option(LinuxOption.Tcp, 't', "tcp", "TCP sockets"),
        Option(LinuxOption.Udp, 'u', "udp", "UDP sockets"),
        Option(LinuxOption.UdpLite, 'U', "udplite", "UDP-Lite sockets"),
        Option(LinuxOption.Sctp, 'S', "sctp", "SCTP endpoints and associations"),
        Option(LinuxOption.Raw, 'w', "raw", "raw IP sockets"),
        Option(LinuxOption.Unix, 'x', "unix", "UNIX sockets"),
        Option(LinuxOption.Bluetooth, '2', "l2cap", "Bluetooth, which the netstat of Debian was built without"),
        Option(LinuxOption.Bluetooth, 'f', "rfcomm", null),
        Option(LinuxOption.Family, '4', "inet", "IPv4 only"),
        Option(LinuxOption.Family, '6', "inet6", "IPv6 only"),
        new((int)LinuxOption.Families, 'A', "protocol", "tables of these families: " + LinuxFamilyWords.List, "FAMILY,FAMILY"),
        .. Families,
        Option(LinuxOption.All, 'a', "all", "listening and connected"),
        Option(LinuxOption.Listening, 'l', "listening", "only sockets that wait for others"),
        Option(LinuxOption.Numeric, 'n', "numeric", "numbers instead of names"),
        Option(LinuxOption.NumericHosts, '\0', "numeric-hosts", "addresses instead of host names"),
        Option(LinuxOption.NumericPorts, '\0', "numeric-ports", "numbers instead of port names"),
        Option(LinuxOption.NumericUsers, '\0', "numeric-users", "numbers instead of user names"),
        Option(LinuxOption.Symbolic, 'N', "symbolic", "names of hardware, where there are any"),
        Option(LinuxOption.Programs, 'p', "programs", "the process that holds each socket"),
        Option(LinuxOption.Extend, 'e', "extend", "user and inode; of routes and interfaces more columns"),
        Option(LinuxOption.Timers, 'o', "timers", "the running timer"),
        Option(LinuxOption.Wide, 'W', "wide", "addresses whole"),
        Option(LinuxOption.Wide, 'T', "notrim", null) with { IsOwn = true },
        Option(LinuxOption.Context, 'Z', "context", "the SELinux context of each process"),
        Option(LinuxOption.Verbose, 'v', "verbose", "which tables this kernel lacks"),
        Option(LinuxOption.Continuous, 'c', "continuous", "again every second until ^C"),
        Option(LinuxOption.Routes, 'r', "route", "routes"),
        Option(LinuxOption.Interfaces, 'i', "interfaces", "interfaces; with -e as ifconfig shows them"),
        Option(LinuxOption.Groups, 'g', "groups", "multicast groups"),
        Option(LinuxOption.Statistics, 's', "statistics", "what the kernel counted"),
        Option(LinuxOption.Masquerade, 'M', "masquerade", "masqueraded connections, of which Linux has had no table since 2.4"),
        Option(LinuxOption.Fib, 'F', "fib", "with -r: the table that packets are sent by, which is the default"),
        Option(LinuxOption.Cache, 'C', "cache", "with -r: the cache, which Linux has no more since 3.6"),
        Option(LinuxOption.Debug, 'd', null, null),
        Option(LinuxOption.Usage, '?', null, null),
        Option(LinuxOption.Help, 'h', "help", "this help"),
        Option(LinuxOption.Version, 'V', "version", "the version"),
        .. OwnOptions.Table,
    ];

    // In the order in which net-tools has them.
    private static OptionSpec[] Families =>
    [
        Option(LinuxOption.Family, '\0', "ip", null),
        Option(LinuxOption.Family, '\0', "tcpip", null),
        Option(LinuxOption.Family, '\0', "unix", null),
        Option(LinuxOption.Family, '\0', "ax25", null),
        Option(LinuxOption.Family, '\0', "netrom", null),
        Option(LinuxOption.Family, '\0', "rose", null),
        Option(LinuxOption.Family, '\0', "ipx", null),
        Option(LinuxOption.Family, '\0', "ddp", null),
        Option(LinuxOption.Family, '\0', "appletalk", null),
        Option(LinuxOption.Family, '\0', "x25", null),
        Option(LinuxOption.Family, '\0', "bluetooth", null),
    ];

    private static OptionSpec Option(LinuxOption id, char letter, string? name, string? help) => new((int)id, letter, name, help);
}
