using System;
using System.Collections.Generic;
using Minato.Interop.Linux;
using Minato.Model;
using Minato.Model.Network;
using Minato.Wire;

namespace Minato.Statistics;

/// <summary>What /proc/net/dev and /proc/net/if_inet6 tell of interfaces: names, counters, IPv6 addresses.</summary>
internal static class InterfaceFiles
{
    public static List<InterfaceEntry> Read(string procRoot, bool wantsV6, SocketReport report)
    {
        List<InterfaceEntry> interfaces = [];
        using (ProcNetLines lines = new(procRoot, "dev"))
        {
            // The two lines of headings have bars.
            while (lines.TryRead(out ReadOnlySpan<byte> line))
            {
                if (line.Contains((byte)'|')) continue;
                ReadOnlySpan<byte> name = ProcNetDevDecoder.Decode(line, out InterfaceCounters counters);
                if (name.IsEmpty) report.DamagedRows++;
                else interfaces.Add(new InterfaceEntry { Name = name.ToArray(), Counters = counters });
            }

            lines.Tell(report, "interfaces");
        }

        if (wantsV6 && interfaces.Count > 0) AddAddresses(procRoot, interfaces, report);
        report.Rows = interfaces.Count;
        if (interfaces.Count > 0) InterfaceSource.Miss(report, "interfaces", "/proc has no flags, MTU, hardware and IPv4 addresses of them");
        return interfaces;
    }

    private static void AddAddresses(string procRoot, List<InterfaceEntry> interfaces, SocketReport report)
    {
        using ProcNetLines lines = new(procRoot, "if_inet6");
        while (lines.TryRead(out ReadOnlySpan<byte> line))
        {
            ReadOnlySpan<byte> name = ProcNetIfInet6Decoder.Decode(line, out uint index, out InterfaceAddress address);
            if (name.IsEmpty) report.DamagedRows++;
            else Add(interfaces, name, index, in address);
        }

        // A kernel without IPv6 has no such file.
        if (lines.Errno != Errno.ENOENT) lines.Tell(report, "IPv6 addresses");
    }

    private static void Add(List<InterfaceEntry> interfaces, ReadOnlySpan<byte> name, uint index, in InterfaceAddress address)
    {
        foreach (InterfaceEntry entry in interfaces)
        {
            if (!name.SequenceEqual(entry.Name)) continue;
            entry.Index = index;
            entry.Addresses.Add(address);
            return;
        }
    }
}
