using System;
using System.Collections.Generic;
using Minato.Rendering.Ss;

namespace Minato.Cli.Doors.Ss;

/// <summary>The one list of the ss door's options (ss(8)): parser, help, man page and completions come from it.</summary>
internal static class SsOptions
{
    public static OptionGroup[] Groups { get; } =
    [
        new("Which sockets (nothing named: all of them but TIPC's)",
        [
            Option(SsOption.Tcp, 't', "tcp", "TCP"),
            Option(SsOption.Udp, 'u', "udp", "UDP"),
            Option(SsOption.Raw, 'w', "raw", "raw IP"),
            Option(SsOption.Unix, 'x', "unix", "UNIX, as -f unix"),
            Option(SsOption.Mptcp, 'M', "mptcp", "multipath TCP"),
            Option(SsOption.Sctp, 'S', "sctp", "SCTP"),
            Option(SsOption.Dccp, 'd', "dccp", "DCCP"),
            Option(SsOption.Packet, '0', "packet", "packet, as -f link"),
            Option(SsOption.Vsock, '\0', "vsock", "vsock, as -f vsock"),
            Option(SsOption.Tipc, '\0', "tipc", "TIPC, as -f tipc"),
            Option(SsOption.Xdp, '\0', "xdp", "XDP, as -f xdp"),
            Option(SsOption.V4, '4', "ipv4", "IPv4 only, as -f inet"),
            Option(SsOption.V6, '6', "ipv6", "IPv6 only, as -f inet6"),
            Option(SsOption.Family, 'f', "family", "one family: " + SsFamilies.Names, "FAMILY"),
            Option(SsOption.Query, 'A', "query", "tables, !TABLE leaves one out: " + SsTableNames.Names, "TABLE,..."),
            Option(SsOption.Query, '\0', "socket", null, "TABLE,..."),
        ]),
        new("In which state (nothing named: what is connected)",
        [
            Option(SsOption.All, 'a', "all", "listening and connected"),
            Option(SsOption.Listening, 'l', "listening", "only sockets that wait for others"),
            Option(SsOption.BoundInactive, 'B', "bound-inactive", "only TCP sockets with a port that neither wait nor talk"),
            Option(SsOption.FilterFile, 'F', "filter", "reads the filter from FILE (- is standard input)", "FILE"),
        ]),
        new("What is shown of them",
        [
            Option(SsOption.Numeric, 'n', "numeric", "ports as numbers, bit rates in full"),
            Option(SsOption.Resolve, 'r', "resolve", "host names instead of addresses (2 s at most)"),
            Option(SsOption.Processes, 'p', "processes", "the processes that hold each socket"),
            Option(SsOption.Threads, 'T', "threads", "the threads too"),
            Option(SsOption.Context, 'Z', "context", "SELinux context of the processes"),
            Option(SsOption.Contexts, 'z', "contexts", "SELinux context of the processes and of the sockets"),
            Option(SsOption.Extended, 'e', "extended", "user, inode, cookie and more"),
            Option(SsOption.Timers, 'o', "options", "the running timer"),
            Option(SsOption.Memory, 'm', "memory", "what the socket's buffers hold"),
            Option(SsOption.Info, 'i', "info", "what TCP, MPTCP and SCTP keep about a connection"),
            Option(SsOption.TypeOfService, '\0', "tos", "type of service, traffic class and priority"),
            Option(SsOption.Cgroup, '\0', "cgroup", "control group"),
            Option(SsOption.InetOptions, '\0', "inet-sockopt", "internet socket options that are set"),
            Option(SsOption.TipcInfo, '\0', "tipcinfo", "what TIPC keeps about a socket"),
            Option(SsOption.Bpf, 'b', "bpf", "the BPF filter of packet sockets"),
            Option(SsOption.BpfMaps, '\0', "bpf-maps", "what BPF programs store with a socket"),
            Option(SsOption.BpfMapId, '\0', "bpf-map-id", "the same of one map", "ID"),
            Option(SsOption.NoHeader, 'H', "no-header", "no header line"),
            Option(SsOption.NoQueues, 'Q', "no-queues", "no Recv-Q and Send-Q"),
            Option(SsOption.OneLine, 'O', "oneline", "never two lines for a socket"),
        ]),
        new("What else to do",
        [
            Option(SsOption.Summary, 's', "summary", "how many sockets there are"),
            Option(SsOption.Events, 'E', "events", "shows sockets as they are destroyed, until ^C"),
            Option(SsOption.Kill, 'K', "kill", "closes what is listed, and shows it"),
            Own(SsOption.DryRun, "dry-run", "with -K: shows what would be closed"),
            Option(SsOption.Diag, 'D', "diag", "writes the kernel's TCP list to FILE (- is standard output)", "FILE"),
            Option(SsOption.Net, 'N', "net", "in another network namespace: a name, pid:N or a path", "NAMESPACE"),
            Own(SsOption.Exact, "exact", "ss's own bytes: 6.1, 6.15, 7.3, auto, newest", "RELEASE") with { IsValueOptional = true },
            Own(SsOption.ShowSecrets, "show-secrets", "MD5 keys as they are"),
            Own(SsOption.Debug, "debug", "says on standard error where the answer came from"),
            Option(SsOption.Help, 'h', "help", "this help"),
            Option(SsOption.Version, 'V', "version", "the version"),
            Option(SsOption.Version, 'v', null, null),
        ]),
    ];

    /// <summary>All of them.</summary>
    public static OptionSpec[] Table { get; } = Flatten();

    /// <summary>What a release of ss would know, and the three of Minato's own that stay behind --exact.</summary>
    public static OptionSpec[] KnownTo(SsRelease? release) =>
        release is null ? Table : Array.FindAll(Table, option => IsKnownTo(release, option));

    private static bool IsKnownTo(SsRelease release, OptionSpec option) => (SsOption)option.Id switch
    {
        SsOption.Exact or SsOption.ShowSecrets or SsOption.Debug => true,
        SsOption.NoQueues => release.HasNoQueues,
        SsOption.BoundInactive => release.ListsBoundInactive,
        SsOption.BpfMaps or SsOption.BpfMapId => release.HasBpfMaps,
        SsOption.Dccp => !release.DropsDccp,
        _ => !option.IsOwn,
    };

    private static OptionSpec Option(SsOption id, char letter, string? name, string? help, string? value = null) =>
        new((int)id, letter, name, help, value);

    private static OptionSpec Own(SsOption id, string name, string help, string? value = null) =>
        new((int)id, '\0', name, help, value) { IsOwn = true };

    private static OptionSpec[] Flatten()
    {
        List<OptionSpec> all = [];
        foreach (OptionGroup group in Groups) all.AddRange(group.Options);
        return [.. all];
    }
}
