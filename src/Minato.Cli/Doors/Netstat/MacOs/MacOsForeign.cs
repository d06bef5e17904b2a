namespace Minato.Cli.Doors.Netstat.MacOs;

/// <summary>What was asked that only a Mac can answer, and why.</summary>
internal static class MacOsForeign
{
    // In the order in which they are told: one is enough to refuse.
    private static MacOsOption[] Options =>
    [
        MacOsOption.Bpf, MacOsOption.QueueName, MacOsOption.SendQueues, MacOsOption.Polling, MacOsOption.Reachability, MacOsOption.LinkReachability,
        MacOsOption.LinkStatus, MacOsOption.Watchdog, MacOsOption.KernelControl, MacOsOption.Fallback, MacOsOption.Priority, MacOsOption.NonZero,
        MacOsOption.Undocumented,
    ];

    /// <summary>The reason why the command line has no answer on Linux, or null.</summary>
    public static string? Describe(MacOsArgs args)
    {
        foreach (MacOsOption option in Options)
        {
            if (args.Has(option)) return Reason(option);
        }

        return Reason(args.Family) ?? (args.Has(MacOsOption.Statistics) ? ReasonOfStatistics(args) : Reason(args.Protocol));
    }

    private static string? Reason(MacOsProtocol protocol) => protocol switch
    {
        MacOsProtocol.Mptcp => "-p mptcp: how macOS lays out its table of Multipath TCP is not published; `minato ss -M` lists these sockets",
        MacOsProtocol.Ipsec or MacOsProtocol.Ipsec6 or MacOsProtocol.PfKey => "-p ipsec, ipsec6 and pfkey: IPsec has no sockets",
        MacOsProtocol.Rip6 => "-p rip6: macOS' raw IPv6 sockets; -p ip6 lists them",
        _ => null,
    };

    private static string? ReasonOfStatistics(MacOsArgs args)
    {
        if (args.Has(MacOsOption.Routes)) return "-rs: the macOS kernel counts redirects and lookups of its own routing tables; `netstat --dialect macos -s` has what Linux counts";
        if (args.Has(MacOsOption.Groups)) return "-gs: the macOS kernel counts multicast forwarding of its own; Linux's is shown by `ip -s mroute`";
        bool isOfInterface = args.Has(MacOsOption.Interfaces) || args.Has(MacOsOption.Interface);
        return isOfInterface ? "-is: protocols by interface are counted by the macOS kernel; Linux counts IPv6 alone so, in /proc/net/dev_snmp6" : null;
    }

    private static string? Reason(MacOsFamily family) => family switch
    {
        MacOsFamily.Vsock => "-f vsock: how macOS lays out its vsock table is not published; `minato ss --vsock` lists these sockets",
        MacOsFamily.System => "-f systm: kernel events and kernel controls are sockets of the macOS kernel; Linux's like are netlink's, which `minato ss -A netlink` lists",
        MacOsFamily.Route => "-f route: routing sockets are BSD's; Linux's like are netlink's, which `minato ss -A netlink` lists",
        MacOsFamily.Key => "-f pfkey: how macOS lays out its key management table is not published",
        MacOsFamily.Ipx => "-f ipx: Linux has had no IPX since 5.15",
        _ => null,
    };

    private static string? Reason(MacOsOption option) => option switch
    {
        MacOsOption.Bpf => "-B: BPF devices are BSD's; Linux's like are packet sockets, which `minato ss -0` lists, and what they counted is told to their owner alone",
        MacOsOption.QueueName or MacOsOption.SendQueues => "-q and -c: these are the send queues of macOS' own schedulers; Linux's are shown by `tc -s qdisc`",
        MacOsOption.Polling => "-Q: opportunistic polling is a facility of the macOS kernel",
        MacOsOption.Reachability => "-R: reachability is kept by macOS beside each route; Linux keeps neighbours, which `ip neigh` shows",
        MacOsOption.LinkReachability => "-x: link-layer reachability is kept by macOS alone; Linux keeps neighbours, which `ip neigh` shows",
        MacOsOption.LinkStatus => "-S: link quality and interface state are metrics of the macOS kernel",
        MacOsOption.Watchdog => "-t: the watchdog timers of interfaces are BSD's",
        MacOsOption.KernelControl => "-k: undocumented by Apple, and of the macOS kernel",
        MacOsOption.Fallback => "-F: undocumented by Apple, and of the macOS kernel",
        MacOsOption.Priority => "-P: undocumented by Apple, and of the macOS kernel",
        MacOsOption.NonZero => "-z: undocumented by Apple; zeros are left out with -ss",
        MacOsOption.Undocumented => "-%: undocumented by Apple, and of the macOS kernel",
        _ => null,
    };
}
