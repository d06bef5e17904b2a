using System;
using System.Collections.Generic;
using Minato.Model;
using Minato.Model.Network;
using Minato.Wire;

namespace Minato.Statistics;

/// <summary>What /proc/net/dev and /proc/net/if_inet6 tell of interfaces: names, counters, IPv6 addresses.</summary>
internal static class InterfaceFiles
{
    public static InterfaceEntry[] Read(string procRoot, bool wantsV6, SocketReport report)
    {
        InterfaceEntry[] interfaces = new InterfaceEntry[16];
        int count = 0;
        using (ProcNetLines lines = new(procRoot, "dev"))
        {
            // The two lines of headings have bars.
            while (lines.TryRead(out ReadOnlySpan<byte> line))
            {
                if (line.Contains((byte)'|')) continue;
                ReadOnlySpan<byte> name = ProcNetDevDecoder.Decode(line, out InterfaceCounters counters);
                if (name.IsEmpty)
                {
                    report.DamagedRows++;
                    continue;
                }

                if (count == interfaces.Length) Array.Resize(ref interfaces, count * 2);
                interfaces[count++] = new InterfaceEntry { Name = name.ToArray(), Counters = counters };
            }

            lines.Tell(report, "interfaces");
        }

        Array.Resize(ref interfaces, count);
        if (wantsV6) TryAddV6(procRoot, interfaces, report);
        report.Rows = interfaces.Length;
        if (interfaces.Length > 0) InterfaceSource.Miss(report, "interfaces", "/proc has no flags, MTU, hardware and IPv4 addresses of them");
        return interfaces;
    }

    /// <summary>Adds the addresses of /proc/net/if_inet6; false when it cannot be read, as on a kernel without IPv6.</summary>
    public static bool TryAddV6(string procRoot, ReadOnlySpan<InterfaceEntry> interfaces, SocketReport report)
    {
        using ProcNetLines lines = new(procRoot, "if_inet6");
        if (lines.Errno != 0) return false;
        Dictionary<uint, InterfaceEntry?> byIndex = [];
        foreach (InterfaceEntry entry in interfaces)
        {
            if (entry.Index != 0) byIndex.TryAdd(entry.Index, entry);
        }

        while (lines.TryRead(out ReadOnlySpan<byte> line))
        {
            ReadOnlySpan<byte> name = ProcNetIfInet6Decoder.Decode(line, out uint index, out InterfaceAddress address);
            if (name.IsEmpty)
            {
                report.DamagedRows++;
                continue;
            }

            if (!byIndex.TryGetValue(index, out InterfaceEntry? entry)) byIndex[index] = entry = Find(interfaces, name);
            if (entry is null) continue;
            entry.Index = index;
            entry.Addresses.Add(address);
        }

        report.DamagedRows += lines.Damaged;
        if (lines.Errno != 0) InterfaceSource.Miss(report, "IPv6 addresses", lines.Reason);
        return true;
    }

    private static InterfaceEntry? Find(ReadOnlySpan<InterfaceEntry> interfaces, ReadOnlySpan<byte> name)
    {
        foreach (InterfaceEntry entry in interfaces)
        {
            if (name.SequenceEqual(entry.Name)) return entry;
        }

        return null;
    }
}
