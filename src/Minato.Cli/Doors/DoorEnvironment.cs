using System;
using Minato.Model;
using Minato.Rendering.Ss;

namespace Minato.Cli.Doors;

/// <summary>Environment variables that the doors read.</summary>
internal static class DoorEnvironment
{
    private const string SourceVariable = "MINATO_SOURCE";

    // What ss's variable of each table is called, in the order of ProcFile.
    private static readonly string[] FileVariables =
    [
        "PROC_NET_TCP", "PROC_NET_TCP6", "PROC_NET_UDP", "PROC_NET_UDP6", "PROC_NET_RAW", "PROC_NET_RAW6", "PROC_NET_UNIX",
        "PROC_NET_PACKET", "PROC_NET_NETLINK", "PROC_NET_MPTCP", "PROC_NET_SCTP", "PROC_NET_DCCP", "PROC_NET_SOCKSTAT",
        "PROC_NET_SOCKSTAT6", "PROC_NET_SNMP", "PROC_IP_LOCAL_PORT_RANGE",
    ];

    /// <summary>MINATO_SOURCE: netlink or proc insists on a source; unset or empty is the best that answers.</summary>
    public static SourcePreference Source => Environment.GetEnvironmentVariable(SourceVariable) switch
    {
        "netlink" => SourcePreference.Netlink,
        "proc" => SourcePreference.ProcNet,
        _ => SourcePreference.Automatic,
    };

    /// <summary>
    /// The tables that ss's own variables name a file for, or all of them for a root: that is what the variables are for.
    /// Who insists on netlink has none of it.
    /// </summary>
    /// <param name="release">The release of ss whose reading is wanted, misreadings included; null for a true one.</param>
    public static ProcFiles Files(SsRelease? release = null)
    {
        if (Source == SourcePreference.Netlink) return ProcFiles.None;
        ProcFiles files = new() { HasRoot = Read("PROC_ROOT") is not null, UnixRowsKept = release?.UnixRowsKept ?? 0 };
        for (int i = 0; i < FileVariables.Length; i++) files[(ProcFile)i] = Read(FileVariables[i]);
        return files;
    }

    /// <summary>What is wrong with a variable, or null.</summary>
    public static string? Problem => Environment.GetEnvironmentVariable(SourceVariable) is null or "" or "netlink" or "proc"
        ? null
        : SourceVariable + " is neither netlink nor proc";

    /// <summary>MINATO_PROC_ROOT, else the original's own variable, else /proc.</summary>
    public static string ProcRoot(string? original)
    {
        string? root = Read("MINATO_PROC_ROOT") ?? (original is null ? null : Read(original));
        return root is null ? "/proc" : root.TrimEnd('/');
    }

    private static string? Read(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;
}
