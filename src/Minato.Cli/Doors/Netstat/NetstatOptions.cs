namespace Minato.Cli.Doors.Netstat;

/// <summary>What each option of the Linux netstat does.</summary>
internal enum NetstatOption
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
internal static class NetstatOptions
{
    public static OptionSpec[] Table { get; } =
    [
        Option(NetstatOption.Tcp, 't', "tcp", "TCP sockets"),
        Option(NetstatOption.Udp, 'u', "udp", "UDP sockets"),
        Option(NetstatOption.Raw, 'w', "raw", "raw IP sockets"),
        Option(NetstatOption.Unix, 'x', "unix", "UNIX sockets"),
        Option(NetstatOption.V4, '4', "inet", "IPv4 only"),
        Option(NetstatOption.V6, '6', "inet6", "IPv6 only"),
        Option(NetstatOption.All, 'a', "all", "listening and connected"),
        Option(NetstatOption.Listening, 'l', "listening", "only sockets that wait for others"),
        Option(NetstatOption.Numeric, 'n', "numeric", "numbers instead of names"),
        Option(NetstatOption.Programs, 'p', "programs", "the process that holds each socket"),
        Option(NetstatOption.Extend, 'e', "extend", "user and inode"),
        Option(NetstatOption.Timers, 'o', "timers", "the running timer"),
        Option(NetstatOption.Wide, 'W', "wide", "addresses whole"),
        Option(NetstatOption.Wide, 'T', "notrim", null),
        Option(NetstatOption.Continuous, 'c', "continuous", "again every second until ^C"),
        Option(NetstatOption.Help, 'h', "help", "this help"),
        Option(NetstatOption.Version, 'V', "version", "the version"),
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
        Missing('\0', "dialect") with { IsOwn = true },
    ];

    private static OptionSpec Option(NetstatOption id, char letter, string? name, string? help) => new((int)id, letter, name, help);

    private static OptionSpec Missing(char letter, string name) => new((int)NetstatOption.Missing, letter, name, null) { IsMissing = true };
}
