namespace Minato.Cli.Doors.Netstat.MacOs;

/// <summary>What each option of the macOS netstat does.</summary>
internal enum MacOsOption
{
    All,
    Identity,
    Bpf,
    Bytes,
    QueueName,
    Dropped,
    Family,
    Fallback,
    Groups,
    Interfaces,
    Interface,
    KernelControl,
    Whole,
    ListenQueues,
    Memory,
    Numeric,
    Priority,
    Protocol,
    SendQueues,
    Polling,
    Routes,
    Reachability,
    Statistics,
    LinkStatus,
    Watchdog,
    Unix,
    Verbose,
    Wait,
    Wide,
    LinkReachability,
    NonZero,
    Undocumented,
    Help,
}

/// <summary>The one list of the macOS netstat door's options (netstat(1) of macOS): getopt(3) letters, of which some count.</summary>
internal static class MacOsOptions
{
    public static OptionSpec[] Table =>
    [
        Option(MacOsOption.All, 'a', "servers too; with -i multicast addresses, with -r cloned routes"),
        Option(MacOsOption.Identity, 'A', "the kernel's identity of each socket"),
        Option(MacOsOption.Bytes, 'b', "bytes received and sent"),
        Option(MacOsOption.Dropped, 'd', "dropped packets"),
        Option(MacOsOption.Family, 'f', "only one address family: inet, inet6 or unix", "FAMILY"),
        Option(MacOsOption.Groups, 'g', "multicast groups"),
        Option(MacOsOption.Interfaces, 'i', "interfaces"),
        Option(MacOsOption.Interface, 'I', "one interface", "INTERFACE"),
        Option(MacOsOption.Whole, 'l', "IPv6 addresses whole; with -r the MTU too"),
        Option(MacOsOption.ListenQueues, 'L', "the queues of listening sockets"),
        Option(MacOsOption.Memory, 'm', "memory of the network"),
        Option(MacOsOption.Numeric, 'n', "addresses and ports as numbers"),
        Option(MacOsOption.Protocol, 'p', "only one protocol", "PROTOCOL"),
        Option(MacOsOption.Routes, 'r', "routes"),
        Option(MacOsOption.Statistics, 's', "statistics of each protocol; -ss without what is 0"),
        Option(MacOsOption.Unix, 'u', "UNIX sockets"),
        Option(MacOsOption.Verbose, 'v', "process, buffers, state and options of each socket; -vv also packets"),
        Option(MacOsOption.Wait, 'w', "again every so many seconds; interfaces as differences", "SECONDS"),
        Option(MacOsOption.Wide, 'W', "addresses whole"),
        Option(MacOsOption.Bpf, 'B', null),
        Option(MacOsOption.QueueName, 'c', null, "QUEUE"),
        Option(MacOsOption.Fallback, 'F', null),
        Option(MacOsOption.KernelControl, 'k', null),
        Option(MacOsOption.Priority, 'P', null, "PRIORITY"),
        Option(MacOsOption.SendQueues, 'q', null),
        Option(MacOsOption.Polling, 'Q', null),
        Option(MacOsOption.Reachability, 'R', null),
        Option(MacOsOption.LinkStatus, 'S', null),
        Option(MacOsOption.Watchdog, 't', null),
        Option(MacOsOption.LinkReachability, 'x', null),
        Option(MacOsOption.NonZero, 'z', null),
        Option(MacOsOption.Undocumented, '%', null, "VALUE"),
        new((int)MacOsOption.Help, '\0', "help", "this help") { IsOwn = true },
        .. OwnOptions.Table,
    ];

    private static OptionSpec Option(MacOsOption id, char letter, string? help, string? value = null) => new((int)id, letter, null, help, value);
}
