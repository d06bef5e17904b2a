using System;
using Minato.Model;
using Minato.Model.Network;
using Minato.Wire;

namespace Minato.Statistics;

/// <summary>The kernel's forwarding tables, by /proc/net/route and /proc/net/ipv6_route.</summary>
internal static class RouteSource
{
    /// <summary>Gives each route to the consumer, IPv4 first, in the kernel's order, and tells how good the answer is.</summary>
    /// <param name="procRoot">Where /proc is; its tables of the calling thread's namespace are read.</param>
    /// <param name="families">Which tables.</param>
    /// <param name="consumer">Takes the routes.</param>
    public static SocketReport Read(string procRoot, IpFamilies families, IRouteConsumer consumer)
    {
        SocketReport report = new();
        bool goesOn = true;
        if ((families & IpFamilies.V4) != 0) goesOn = ReadV4(procRoot, consumer, report);
        if ((families & IpFamilies.V6) != 0 && goesOn) ReadV6(procRoot, consumer, report);
        return report;
    }

    private static bool ReadV4(string procRoot, IRouteConsumer consumer, SocketReport report)
    {
        using ProcNetLines lines = new(procRoot, "route");
        RouteEntry route = default;
        bool isFirst = true;
        bool goesOn = true;
        while (goesOn && lines.TryRead(out ReadOnlySpan<byte> line))
        {
            bool isHeading = isFirst && line.StartsWith("Iface"u8);
            isFirst = false;
            if (isHeading) continue;
            if (ProcNetRouteDecoder.TryDecode(line, ref route)) goesOn = Give(in route, consumer, report);
            else report.DamagedRows++;
        }

        lines.Tell(report, "IPv4 routes");
        return goesOn;
    }

    private static void ReadV6(string procRoot, IRouteConsumer consumer, SocketReport report)
    {
        using ProcNetLines lines = new(procRoot, "ipv6_route");
        RouteEntry route = default;
        bool goesOn = true;
        while (goesOn && lines.TryRead(out ReadOnlySpan<byte> line))
        {
            if (ProcNetRoute6Decoder.TryDecode(line, ref route)) goesOn = Give(in route, consumer, report);
            else report.DamagedRows++;
        }

        lines.Tell(report, "IPv6 routes");
    }

    private static bool Give(in RouteEntry route, IRouteConsumer consumer, SocketReport report)
    {
        report.Rows++;
        return consumer.Accept(in route);
    }
}
