namespace Minato.Rendering.Netstat.Windows;

/// <summary>
/// The sections of Windows' <c>-s</c> in their order, their labels and the columns of their numbers as published captures of
/// Windows 10 have them, and the counters of Linux behind them (RFC 4293, RFC 4022 and RFC 4113 name both).
/// </summary>
internal static class WindowsCounterSections
{
    private const int IpWidth = 35;
    private const int TcpWidth = 36;
    private const int UdpWidth = 22;
    private const int IcmpWidth = 26;

    public static WindowsCounterSection[] All =>
    [
        new(WindowsProtocols.Ip, "IPv4 Statistics", "Ip", IpWidth,
        [
            new("Packets Received", "Ip.InReceives"),
            new("Received Header Errors", "Ip.InHdrErrors"),
            new("Received Address Errors", "Ip.InAddrErrors"),
            new("Datagrams Forwarded", "Ip.ForwDatagrams"),
            new("Unknown Protocols Received", "Ip.InUnknownProtos"),
            new("Received Packets Discarded", "Ip.InDiscards"),
            new("Received Packets Delivered", "Ip.InDelivers"),
            new("Output Requests", "Ip.OutRequests"),
            new("Routing Discards", null),
            new("Discarded Output Packets", "Ip.OutDiscards"),
            new("Output Packet No Route", "Ip.OutNoRoutes"),
            new("Reassembly Required", "Ip.ReasmReqds"),
            new("Reassembly Successful", "Ip.ReasmOKs"),
            new("Reassembly Failures", "Ip.ReasmFails"),
            new("Datagrams Successfully Fragmented", "Ip.FragOKs"),
            new("Datagrams Failing Fragmentation", "Ip.FragFails"),
            new("Fragments Created", "Ip.FragCreates"),
        ]),
        new(WindowsProtocols.Ip6, "IPv6 Statistics", "Ip6", IpWidth,
        [
            new("Packets Received", "Ip6.Ip6InReceives"),
            new("Received Header Errors", "Ip6.Ip6InHdrErrors"),
            new("Received Address Errors", "Ip6.Ip6InAddrErrors"),
            new("Datagrams Forwarded", "Ip6.Ip6OutForwDatagrams"),
            new("Unknown Protocols Received", "Ip6.Ip6InUnknownProtos"),
            new("Received Packets Discarded", "Ip6.Ip6InDiscards"),
            new("Received Packets Delivered", "Ip6.Ip6InDelivers"),
            new("Output Requests", "Ip6.Ip6OutRequests"),
            new("Routing Discards", null),
            new("Discarded Output Packets", "Ip6.Ip6OutDiscards"),
            new("Output Packet No Route", "Ip6.Ip6OutNoRoutes"),
            new("Reassembly Required", "Ip6.Ip6ReasmReqds"),
            new("Reassembly Successful", "Ip6.Ip6ReasmOKs"),
            new("Reassembly Failures", "Ip6.Ip6ReasmFails"),
            new("Datagrams Successfully Fragmented", "Ip6.Ip6FragOKs"),
            new("Datagrams Failing Fragmentation", "Ip6.Ip6FragFails"),
            new("Fragments Created", "Ip6.Ip6FragCreates"),
        ]),
        new(WindowsProtocols.Icmp, "ICMPv4 Statistics", "Icmp", IcmpWidth,
        [
            new("Messages", "Icmp.InMsgs", "Icmp.OutMsgs"),
            new("Errors", "Icmp.InErrors", "Icmp.OutErrors"),
            new("Destination Unreachable", "Icmp.InDestUnreachs", "Icmp.OutDestUnreachs"),
            new("Time Exceeded", "Icmp.InTimeExcds", "Icmp.OutTimeExcds"),
            new("Parameter Problems", "Icmp.InParmProbs", "Icmp.OutParmProbs"),
            new("Source Quenches", "Icmp.InSrcQuenchs", "Icmp.OutSrcQuenchs"),
            new("Redirects", "Icmp.InRedirects", "Icmp.OutRedirects"),
            new("Echo Replies", "Icmp.InEchoReps", "Icmp.OutEchoReps"),
            new("Echos", "Icmp.InEchos", "Icmp.OutEchos"),
            new("Timestamps", "Icmp.InTimestamps", "Icmp.OutTimestamps"),
            new("Timestamp Replies", "Icmp.InTimestampReps", "Icmp.OutTimestampReps"),
            new("Address Masks", "Icmp.InAddrMasks", "Icmp.OutAddrMasks"),
            new("Address Mask Replies", "Icmp.InAddrMaskReps", "Icmp.OutAddrMaskReps"),
            new("Router Solicitations", "?IcmpMsg.InType10", "?IcmpMsg.OutType10"),
            new("Router Advertisements", "?IcmpMsg.InType9", "?IcmpMsg.OutType9"),
        ]),
        new(WindowsProtocols.Icmp6, "ICMPv6 Statistics", "Icmp6", IcmpWidth,
        [
            new("Messages", "Icmp6.Icmp6InMsgs", "Icmp6.Icmp6OutMsgs"),
            new("Errors", "Icmp6.Icmp6InErrors", "Icmp6.Icmp6OutErrors"),
            new("Destination Unreachable", "Icmp6.Icmp6InDestUnreachs", "Icmp6.Icmp6OutDestUnreachs"),
            new("Packet Too Big", "Icmp6.Icmp6InPktTooBigs", "Icmp6.Icmp6OutPktTooBigs"),
            new("Time Exceeded", "Icmp6.Icmp6InTimeExcds", "Icmp6.Icmp6OutTimeExcds"),
            new("Parameter Problems", "Icmp6.Icmp6InParmProblems", "Icmp6.Icmp6OutParmProblems"),
            new("Echos", "Icmp6.Icmp6InEchos", "Icmp6.Icmp6OutEchos"),
            new("Echo Replies", "Icmp6.Icmp6InEchoReplies", "Icmp6.Icmp6OutEchoReplies"),
            new("MLD Queries", "Icmp6.Icmp6InGroupMembQueries", "Icmp6.Icmp6OutGroupMembQueries"),
            new("MLD Reports", "Icmp6.Icmp6InGroupMembResponses+?Icmp6.Icmp6InMLDv2Reports", "Icmp6.Icmp6OutGroupMembResponses+?Icmp6.Icmp6OutMLDv2Reports"),
            new("MLD Dones", "Icmp6.Icmp6InGroupMembReductions", "Icmp6.Icmp6OutGroupMembReductions"),
            new("Router Solicitations", "Icmp6.Icmp6InRouterSolicits", "Icmp6.Icmp6OutRouterSolicits"),
            new("Router Advertisements", "Icmp6.Icmp6InRouterAdvertisements", "Icmp6.Icmp6OutRouterAdvertisements"),
            new("Neighbor Solicitations", "Icmp6.Icmp6InNeighborSolicits", "Icmp6.Icmp6OutNeighborSolicits"),
            new("Neighbor Advertisements", "Icmp6.Icmp6InNeighborAdvertisements", "Icmp6.Icmp6OutNeighborAdvertisements"),
            new("Redirects", "Icmp6.Icmp6InRedirects", "Icmp6.Icmp6OutRedirects"),
            new("Router Renumberings", "?Icmp6.Icmp6InType138", "?Icmp6.Icmp6OutType138"),
        ]),
        new(WindowsProtocols.Tcp, "TCP Statistics for IPv4", "Tcp", TcpWidth,
        [
            new("Active Opens", "Tcp.ActiveOpens"),
            new("Passive Opens", "Tcp.PassiveOpens"),
            new("Failed Connection Attempts", "Tcp.AttemptFails"),
            new("Reset Connections", "Tcp.EstabResets"),
            new("Current Connections", "Tcp.CurrEstab"),
            new("Segments Received", "Tcp.InSegs"),
            new("Segments Sent", "Tcp.OutSegs"),
            new("Segments Retransmitted", "Tcp.RetransSegs"),
        ]),
        new(WindowsProtocols.Tcp6, "TCP Statistics for IPv6", "Tcp6", TcpWidth, []),
        new(WindowsProtocols.Udp, "UDP Statistics for IPv4", "Udp", UdpWidth,
        [
            new("Datagrams Received", "Udp.InDatagrams"),
            new("No Ports", "Udp.NoPorts"),
            new("Receive Errors", "Udp.InErrors"),
            new("Datagrams Sent", "Udp.OutDatagrams"),
        ]),
        new(WindowsProtocols.Udp6, "UDP Statistics for IPv6", "Udp6", UdpWidth,
        [
            new("Datagrams Received", "Udp6.Udp6InDatagrams"),
            new("No Ports", "Udp6.Udp6NoPorts"),
            new("Receive Errors", "Udp6.Udp6InErrors"),
            new("Datagrams Sent", "Udp6.Udp6OutDatagrams"),
        ]),
    ];
}
