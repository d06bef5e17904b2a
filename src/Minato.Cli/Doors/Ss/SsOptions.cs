namespace Minato.Cli.Doors.Ss;

/// <summary>What each option of the ss door does.</summary>
internal enum SsOption
{
    Tcp,
    Udp,
    Raw,
    Unix,
    V4,
    V6,
    All,
    Listening,
    Numeric,
    Resolve,
    Processes,
    Extended,
    Timers,
    NoHeader,
    NoQueues,
    OneLine,
    Exact,
    Help,
    Version,
    Missing,
}

/// <summary>The one list of the ss door's options (ss(8)): parser and help come from it.</summary>
internal static class SsOptions
{
    public static OptionSpec[] Table { get; } =
    [
        Option(SsOption.Tcp, 't', "tcp", "TCP sockets"),
        Option(SsOption.Udp, 'u', "udp", "UDP sockets"),
        Option(SsOption.Raw, 'w', "raw", "raw IP sockets"),
        Option(SsOption.Unix, 'x', "unix", "UNIX sockets"),
        Option(SsOption.V4, '4', "ipv4", "IPv4 only"),
        Option(SsOption.V6, '6', "ipv6", "IPv6 only"),
        Option(SsOption.Listening, 'l', "listening", "only sockets that wait for others"),
        Option(SsOption.All, 'a', "all", "listening and connected"),
        Option(SsOption.Numeric, 'n', "numeric", "ports as numbers"),
        Option(SsOption.Resolve, 'r', "resolve", "host names instead of addresses (2 s at most)"),
        Option(SsOption.Processes, 'p', "processes", "the processes that hold each socket"),
        Option(SsOption.Extended, 'e', "extended", "user, inode, cookie and more"),
        Option(SsOption.Timers, 'o', "options", "the running timer"),
        Option(SsOption.NoHeader, 'H', "no-header", "no header line"),
        Option(SsOption.NoQueues, 'Q', "no-queues", "no Recv-Q and Send-Q"),
        Option(SsOption.OneLine, 'O', "oneline", "never two lines for a socket"),
        Option(SsOption.Help, 'h', "help", "this help"),
        Option(SsOption.Version, 'V', "version", "the version"),
        Option(SsOption.Version, 'v', null, null),
        new((int)SsOption.Exact, '\0', "exact", null) { IsOwn = true },
        Missing('d', "dccp"),
        Missing('S', "sctp"),
        Missing('M', "mptcp"),
        Missing('0', "packet"),
        Missing('\0', "vsock"),
        Missing('\0', "tipc"),
        Missing('\0', "xdp"),
        Missing('B', "bound-inactive"),
        Missing('m', "memory"),
        Missing('T', "threads"),
        Missing('i', "info"),
        Missing('\0', "tipcinfo"),
        Missing('s', "summary"),
        Missing('\0', "tos"),
        Missing('\0', "cgroup"),
        Missing('b', "bpf"),
        Missing('E', "events"),
        Missing('Z', "context"),
        Missing('z', "contexts"),
        Missing('N', "net"),
        Missing('f', "family"),
        Missing('A', "query"),
        Missing('\0', "socket"),
        Missing('K', "kill"),
        Missing('\0', "inet-sockopt"),
        Missing('D', "diag"),
        Missing('F', "filter"),
    ];

    private static OptionSpec Option(SsOption id, char letter, string? name, string? help) => new((int)id, letter, name, help);

    // Known, so that its name gets a true answer instead of "unknown option".
    private static OptionSpec Missing(char letter, string name) => new((int)SsOption.Missing, letter, name, null) { IsMissing = true };
}
