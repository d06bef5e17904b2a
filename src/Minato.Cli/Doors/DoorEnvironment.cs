using System;
using Minato.Model;
using Minato.Rendering.Ss;

namespace Minato.Cli.Doors;

/// <summary>Environment variables that the doors read.</summary>
internal static class DoorEnvironment
{
    private const string SourceVariable = "MINATO_SOURCE";
    private const string OwnersVariable = "MINATO_OWNERS";

    /// <summary>MINATO_SOURCE: bpf, netlink or proc insists on a source; unset or empty is the best that answers.</summary>
    public static SourcePreference Source => Environment.GetEnvironmentVariable(SourceVariable) switch
    {
        "netlink" => SourcePreference.Netlink,
        "proc" => SourcePreference.ProcNet,
        "bpf" => SourcePreference.Bpf,
        _ => SourcePreference.Automatic,
    };

    /// <summary>
    /// The tables that ss's own variables name a file for, or all of them for a root: that is what the variables are for.
    /// Who insists on netlink has none of it.
    /// </summary>
    /// <param name="release">The release of ss whose reading is wanted, misreadings included; null for a true one.</param>
    /// <param name="families">The internet families to read from files, where that is more than what the kernel is asked for.</param>
    public static ProcFiles Files(SsRelease? release = null, IpFamilies families = IpFamilies.None)
    {
        if (Source == SourcePreference.Netlink) return ProcFiles.None;
        return new ProcFiles(FindFile) { HasRoot = Read("PROC_ROOT") is not null, UnixRowsKept = release?.UnixRowsKept ?? 0, Families = families };
    }

    /// <summary>MINATO_OWNERS: bpf or proc insists on a way to the owners of sockets; unset or empty is the faster one that works.</summary>
    public static OwnerPreference Owners => Environment.GetEnvironmentVariable(OwnersVariable) switch
    {
        "bpf" => OwnerPreference.Bpf,
        "proc" => OwnerPreference.Proc,
        _ => OwnerPreference.Automatic,
    };

    /// <summary>What is wrong with that variable, or null. Read by who asks for owners.</summary>
    public static string? OwnersProblem => Environment.GetEnvironmentVariable(OwnersVariable) is null or "" or "bpf" or "proc"
        ? null
        : OwnersVariable + " is neither bpf nor proc";

    /// <summary>What is wrong with a variable, or null.</summary>
    public static string? Problem => Environment.GetEnvironmentVariable(SourceVariable) is null or "" or "bpf" or "netlink" or "proc"
        ? null
        : SourceVariable + " is neither bpf, netlink nor proc";

    /// <summary>MINATO_PROC_ROOT, else the original's own variable, else /proc.</summary>
    public static string ProcRoot(string? original)
    {
        string? root = Read("MINATO_PROC_ROOT") ?? (original is null ? null : Read(original));
        return root is null ? "/proc" : root.TrimEnd('/');
    }

    // What ss's variable of each table is called.
    private static string? FindFile(ProcFile file) => Read(file switch
    {
        ProcFile.Tcp => "PROC_NET_TCP",
        ProcFile.Tcp6 => "PROC_NET_TCP6",
        ProcFile.Udp => "PROC_NET_UDP",
        ProcFile.Udp6 => "PROC_NET_UDP6",
        ProcFile.Raw => "PROC_NET_RAW",
        ProcFile.Raw6 => "PROC_NET_RAW6",
        ProcFile.Unix => "PROC_NET_UNIX",
        ProcFile.Packet => "PROC_NET_PACKET",
        ProcFile.Netlink => "PROC_NET_NETLINK",
        ProcFile.Mptcp => "PROC_NET_MPTCP",
        ProcFile.Sctp => "PROC_NET_SCTP",
        ProcFile.Dccp => "PROC_NET_DCCP",
        ProcFile.SockStat => "PROC_NET_SOCKSTAT",
        ProcFile.SockStat6 => "PROC_NET_SOCKSTAT6",
        ProcFile.Snmp => "PROC_NET_SNMP",
        _ => "PROC_IP_LOCAL_PORT_RANGE",
    });

    private static string? Read(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;
}
