using System;
using System.Collections.Generic;
using Minato.Model;
using Minato.Model.Network;
using Minato.Wire;

namespace Minato.Statistics;

/// <summary>The multicast addresses of the link layer that interfaces listen to, by /proc/net/dev_mcast.</summary>
internal static class LinkGroupSource
{
    /// <summary>The addresses in the kernel's order.</summary>
    /// <param name="procRoot">Where /proc is; its table of the calling thread's namespace is read.</param>
    /// <param name="report">How good the answer is.</param>
    public static List<LinkGroupEntry> Read(string procRoot, out SocketReport report)
    {
        report = new SocketReport();
        List<LinkGroupEntry> groups = [];
        using ProcNetLines lines = new(procRoot, "dev_mcast");
        while (lines.TryRead(out ReadOnlySpan<byte> line))
        {
            if (ProcNetDevMcastDecoder.Decode(line) is { } group) groups.Add(group);
            else report.DamagedRows++;
        }

        lines.Tell(report, "groups of the link layer");
        report.Rows = groups.Count;
        return groups;
    }
}
