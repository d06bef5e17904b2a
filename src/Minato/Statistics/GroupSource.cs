using System;
using Minato.Model;
using Minato.Model.Network;
using Minato.Wire;

namespace Minato.Statistics;

/// <summary>The multicast groups that interfaces listen to, by /proc/net/igmp and /proc/net/igmp6.</summary>
internal static class GroupSource
{
    /// <summary>What <see cref="Unavailable.What"/> says of a missing table of IPv4.</summary>
    public const string V4 = "IPv4 groups";

    /// <summary>Gives each group to the consumer, IPv4 first, in the kernel's order, and tells how good the answer is.</summary>
    /// <param name="procRoot">Where /proc is; its tables of the calling thread's namespace are read.</param>
    /// <param name="families">Which tables.</param>
    /// <param name="consumer">Takes the groups.</param>
    public static SocketReport Read(string procRoot, IpFamilies families, IGroupConsumer consumer)
    {
        SocketReport report = new();
        bool goesOn = true;
        if ((families & IpFamilies.V4) != 0) goesOn = ReadV4(procRoot, consumer, report);
        if ((families & IpFamilies.V6) != 0 && goesOn) ReadV6(procRoot, consumer, report);
        return report;
    }

    private static bool ReadV4(string procRoot, IGroupConsumer consumer, SocketReport report)
    {
        using ProcNetLines lines = new(procRoot, "igmp");
        ProcNetIgmpDecoder decoder = default;
        GroupEntry group = default;
        bool isFirst = true;
        bool goesOn = true;
        while (goesOn && lines.TryRead(out ReadOnlySpan<byte> line))
        {
            bool isHeading = isFirst && line.StartsWith("Idx"u8);
            isFirst = false;
            if (isHeading) continue;
            if (!decoder.TryDecode(line, ref group, out bool isGroup)) report.DamagedRows++;
            else if (isGroup) goesOn = Give(in group, consumer, report);
        }

        lines.Tell(report, V4);
        return goesOn;
    }

    private static void ReadV6(string procRoot, IGroupConsumer consumer, SocketReport report)
    {
        using ProcNetLines lines = new(procRoot, "igmp6");
        GroupEntry group = default;
        bool goesOn = true;
        while (goesOn && lines.TryRead(out ReadOnlySpan<byte> line))
        {
            if (ProcNetIgmp6Decoder.TryDecode(line, ref group)) goesOn = Give(in group, consumer, report);
            else report.DamagedRows++;
        }

        lines.Tell(report, "IPv6 groups");
    }

    private static bool Give(in GroupEntry group, IGroupConsumer consumer, SocketReport report)
    {
        report.Rows++;
        return consumer.Accept(in group);
    }
}
