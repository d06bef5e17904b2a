namespace Minato.Cli.Doors.Netstat.Linux;

/// <summary>What each option of the Linux netstat does.</summary>
internal enum LinuxOption
{
    All,
    Listening,
    Tcp,
    Udp,
    Raw,
    Unix,
    V4,
    V6,
    Numeric,
    Programs,
    Extend,
    Timers,
    Wide,
    Continuous,
    Help,
    Version,
    Missing,
}

/// <summary>The one list of the Linux netstat door's options (netstat(8) of net-tools): parser and help come from it.</summary>
internal static class LinuxOptions
{
    public static OptionSpec[] Table =>
    [
        Option(LinuxOption.Tcp, 't', "tcp", "TCP sockets"),
        Option(LinuxOption.Udp, 'u', "udp", "UDP sockets"),
        Option(LinuxOption.Raw, 'w', "raw", "raw IP sockets"),
        Option(LinuxOption.Unix, 'x', "unix", "UNIX sockets"),
        Option(LinuxOption.V4, '4', "inet", "IPv4 only"),
        Option(LinuxOption.V6, '6', "inet6", "IPv6 only"),
        Option(LinuxOption.All, 'a', "all", "listening and connected"),
        Option(LinuxOption.Listening, 'l', "listening", "only sockets that wait for others"),
        Option(LinuxOption.Numeric, 'n', "numeric", "numbers instead of names"),
        Option(LinuxOption.Programs, 'p', "programs", "the process that holds each socket"),
        Option(LinuxOption.Extend, 'e', "extend", "user and inode"),
        Option(LinuxOption.Timers, 'o', "timers", "the running timer"),
        Option(LinuxOption.Wide, 'W', "wide", "addresses whole"),
        Option(LinuxOption.Wide, 'T', "notrim", null),
        Option(LinuxOption.Continuous, 'c', "continuous", "again every second until ^C"),
        Option(LinuxOption.Help, 'h', "help", "this help"),
        Option(LinuxOption.Version, 'V', "version", "the version"),
        Missing('r', "route"),
        Missing('i', "interfaces"),
        Missing('g', "groups"),
        Missing('s', "statistics"),
        Missing('M', "masquerade"),
        Missing('U', "udplite"),
        Missing('S', "sctp"),
        Missing('2', "l2cap"),
        Missing('f', "rfcomm"),
        Missing('A', "protocol"),
        Missing('N', "symbolic"),
        Missing('v', "verbose"),
        Missing('F', "fib"),
        Missing('C', "cache"),
        Missing('Z', "context"),
        Missing('\0', "numeric-hosts"),
        Missing('\0', "numeric-ports"),
        Missing('\0', "numeric-users"),
        .. OwnOptions.Table,
    ];

    private static OptionSpec Option(LinuxOption id, char letter, string? name, string? help) => new((int)id, letter, name, help);

    private static OptionSpec Missing(char letter, string name) => new((int)LinuxOption.Missing, letter, name, null) { IsMissing = true };
}
