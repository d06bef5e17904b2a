using Show = Minato.Rendering.Netstat.Linux.LinuxCounterShow;

namespace Minato.Rendering.Netstat.Linux;

// The counters of net/snmp6.
internal static partial class LinuxCounterLines
{
    private static LinuxCounterLine[] Ip6 =>
    [
        new("Ip6InReceives", "% total packets received", Show.Always),
        new("Ip6InHdrErrors", "% with invalid headers", Show.WhenCounted),
        new("Ip6InTooBigErrors", "% with packets too big", Show.WhenCounted),
        new("Ip6InNoRoutes", "% incoming packets with no route", Show.WhenCounted),
        new("Ip6InAddrErrors", "% with invalid addresses", Show.WhenCounted),
        new("Ip6InUnknownProtos", "% with unknown protocol", Show.WhenCounted),
        new("Ip6InTruncatedPkts", "% with truncated packets", Show.WhenCounted),
        new("Ip6InDiscards", "% incoming packets discarded", Show.Always),
        new("Ip6InDelivers", "% incoming packets delivered", Show.Always),
        new("Ip6OutForwDatagrams", "% forwarded", Show.Always),
        new("Ip6OutRequests", "% requests sent out", Show.Always),
        new("Ip6OutDiscards", "% outgoing packets dropped", Show.WhenCounted),
        new("Ip6OutNoRoutes", "% dropped because of missing route", Show.WhenCounted),
        new("Ip6ReasmTimeout", "% fragments dropped after timeout", Show.WhenCounted),
        new("Ip6ReasmReqds", "% reassemblies required", Show.WhenCounted),
        new("Ip6ReasmOKs", "% packets reassembled ok", Show.WhenCounted),
        new("Ip6ReasmFails", "% packet reassemblies failed", Show.WhenCounted),
        new("Ip6FragOKs", "% outgoing packets fragmented ok", Show.WhenCounted),
        new("Ip6FragFails", "% outgoing packets failed fragmentation", Show.WhenCounted),
        new("Ip6FragCreates", "% fragments created", Show.WhenCounted),
        new("Ip6InMcastPkts", "% incoming multicast packets", Show.WhenCounted),
        new("Ip6OutMcastPkts", "% outgoing multicast packets", Show.WhenCounted),
    ];

    private static LinuxCounterLine[] Icmp6 =>
    [
        new("Icmp6InMsgs", "% ICMP messages received", Show.Always),
        new("Icmp6InErrors", "% input ICMP message failed", Show.Always),
        new("Icmp6OutMsgs", "% ICMP messages sent", Show.Always),
        new("Icmp6InDestUnreachs", "destination unreachable: %", Show.InHistogram),
        new("Icmp6InPktTooBigs", "packets too big: %", Show.InHistogram),
        new("Icmp6InTimeExcds", "received ICMPv6 time exceeded: %", Show.InHistogram),
        new("Icmp6InParmProblems", "parameter problem: %", Show.InHistogram),
        new("Icmp6InEchos", "echo requests: %", Show.InHistogram),
        new("Icmp6InEchoReplies", "echo replies: %", Show.InHistogram),
        new("Icmp6InGroupMembQueries", "group member queries: %", Show.InHistogram),
        new("Icmp6InGroupMembResponses", "group member responses: %", Show.InHistogram),
        new("Icmp6InGroupMembReductions", "group member reductions: %", Show.InHistogram),
        new("Icmp6InRouterSolicits", "router solicits: %", Show.InHistogram),
        new("Icmp6InRouterAdvertisements", "router advertisement: %", Show.InHistogram),
        new("Icmp6InNeighborSolicits", "neighbour solicits: %", Show.InHistogram),
        new("Icmp6InNeighborAdvertisements", "neighbour advertisement: %", Show.InHistogram),
        new("Icmp6InRedirects", "redirects: %", Show.InHistogram),
        new("Icmp6OutDestUnreachs", "destination unreachable: %", Show.OutHistogram),
        new("Icmp6OutPktTooBigs", "packets too big: %", Show.OutHistogram),
        new("Icmp6OutTimeExcds", "sent ICMPv6 time exceeded: %", Show.OutHistogram),
        new("Icmp6OutParmProblems", "parameter problem: %", Show.OutHistogram),
        new("Icmp6OutEchos", "echo requests: %", Show.OutHistogram),
        new("Icmp6OutEchoReplies", "echo replies: %", Show.OutHistogram),
        new("Icmp6OutGroupMembQueries", "group member queries: %", Show.OutHistogram),
        new("Icmp6OutGroupMembResponses", "group member responses: %", Show.OutHistogram),
        new("Icmp6OutGroupMembReductions", "group member reductions: %", Show.OutHistogram),
        new("Icmp6OutRouterSolicits", "router solicits: %", Show.OutHistogram),
        new("Icmp6OutNeighborSolicits", "neighbor solicits: %", Show.OutHistogram),
        new("Icmp6OutNeighborAdvertisements", "neighbor advertisements: %", Show.OutHistogram),
        new("Icmp6OutRedirects", "redirects: %", Show.OutHistogram),
    ];

    private static LinuxCounterLine[] Udp6 =>
    [
        new("Udp6InDatagrams", "% packets received", Show.Always),
        new("Udp6NoPorts", "% packets to unknown port received", Show.Always),
        new("Udp6InErrors", "% packet receive errors", Show.Always),
        new("Udp6OutDatagrams", "% packets sent", Show.Always),
    ];
}
