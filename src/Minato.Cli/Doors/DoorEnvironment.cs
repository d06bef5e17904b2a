using System;
using Minato.Model;

namespace Minato.Cli.Doors;

/// <summary>Environment variables that the doors read.</summary>
internal static class DoorEnvironment
{
    private const string SourceVariable = "MINATO_SOURCE";

    /// <summary>
    /// MINATO_SOURCE: netlink or proc insists on a source; unset or empty is the best that answers, but the tables of
    /// /proc when <paramref name="original"/> (PROC_ROOT behind ss) names another root: that is what it is for.
    /// </summary>
    public static SourcePreference Source(string? original) => Environment.GetEnvironmentVariable(SourceVariable) switch
    {
        "netlink" => SourcePreference.Netlink,
        "proc" => SourcePreference.ProcNet,
        _ => original is not null && !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(original))
            ? SourcePreference.ProcNet
            : SourcePreference.Automatic,
    };

    /// <summary>What is wrong with a variable, or null.</summary>
    public static string? Problem => Environment.GetEnvironmentVariable(SourceVariable) is null or "" or "netlink" or "proc"
        ? null
        : SourceVariable + " is neither netlink nor proc";

    /// <summary>MINATO_PROC_ROOT, else the original's own variable, else /proc.</summary>
    public static string ProcRoot(string? original)
    {
        string? root = Environment.GetEnvironmentVariable("MINATO_PROC_ROOT");
        if (string.IsNullOrEmpty(root) && original is not null) root = Environment.GetEnvironmentVariable(original);
        return string.IsNullOrEmpty(root) ? "/proc" : root.TrimEnd('/');
    }
}
