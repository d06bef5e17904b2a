using Show = Minato.Rendering.Netstat.Linux.LinuxCounterShow;

namespace Minato.Rendering.Netstat.Linux;

// The counters of net/snmp that net-tools 2.10 has a sentence for, in the order of Linux 6.18; what it says of each was seen by
// giving it files with every counter alone, at 0, 1, 2 and 3000000000.
internal static partial class LinuxCounterLines
{
    private static LinuxCounterLine[] Ip =>
    [
        new("DefaultTTL", null, Show.Never),
        new("InReceives", "% total packets received", Show.Always),
        new("InHdrErrors", "% with invalid headers", Show.WhenCounted),
        new("InAddrErrors", "% with invalid addresses", Show.WhenCounted),
        new("ForwDatagrams", "% forwarded", Show.Always),
        new("InUnknownProtos", "% with unknown protocol", Show.WhenCounted),
        new("InDiscards", "% incoming packets discarded", Show.Always),
        new("InDelivers", "% incoming packets delivered", Show.Always),
        new("OutRequests", "% requests sent out", Show.Always),
        new("OutDiscards", "% outgoing packets dropped", Show.WhenCounted),
        new("OutNoRoutes", "% dropped because of missing route", Show.WhenCounted),
        new("ReasmTimeout", "% fragments dropped after timeout", Show.WhenCounted),
        new("ReasmReqds", "% reassemblies required", Show.WhenCounted),
        new("ReasmOKs", "% packets reassembled ok", Show.WhenCounted),
        new("ReasmFails", "% packet reassemblies failed", Show.WhenCounted),
        new("FragOKs", "% outgoing packets fragmented ok", Show.WhenCounted),
        new("FragFails", "% outgoing packets failed fragmentation", Show.WhenCounted),
        new("FragCreates", "% fragments created", Show.WhenCounted),
    ];

    private static LinuxCounterLine[] Icmp =>
    [
        new("InMsgs", "% ICMP messages received", Show.Always),
        new("InErrors", "% input ICMP message failed", Show.Always),
        new("InDestUnreachs", "destination unreachable: %", Show.InHistogram),
        new("InTimeExcds", "timeout in transit: %", Show.InHistogram),
        new("InParmProbs", "wrong parameters: %", Show.InHistogram),
        new("InSrcQuenchs", "source quenches: %", Show.InHistogram),
        new("InRedirects", "redirects: %", Show.InHistogram),
        new("InEchos", "echo requests: %", Show.InHistogram),
        new("InEchoReps", "echo replies: %", Show.InHistogram),
        new("InTimestamps", "timestamp request: %", Show.InHistogram),
        new("InTimestampReps", "timestamp reply: %", Show.InHistogram),
        new("InAddrMasks", "address mask request: %", Show.InHistogram),
        new("InAddrMaskReps", "address mask replies: %", Show.InHistogram),
        new("OutMsgs", "% ICMP messages sent", Show.Always),
        new("OutErrors", "% ICMP messages failed", Show.Always),
        new("OutDestUnreachs", "destination unreachable: %", Show.OutHistogram),
        new("OutTimeExcds", "time exceeded: %", Show.OutHistogram),
        new("OutParmProbs", "wrong parameters: %", Show.OutHistogram),
        new("OutSrcQuenchs", "source quench: %", Show.OutHistogram),
        new("OutRedirects", "redirect: %", Show.OutHistogram),
        new("OutEchos", "echo requests: %", Show.OutHistogram),
        new("OutEchoReps", "echo replies: %", Show.OutHistogram),
        new("OutTimestamps", "timestamp requests: %", Show.OutHistogram),
        new("OutTimestampReps", "timestamp replies: %", Show.OutHistogram),
        new("OutAddrMasks", "address mask requests: %", Show.OutHistogram),
        new("OutAddrMaskReps", "address mask replies: %", Show.OutHistogram),
    ];

    private static LinuxCounterLine[] Udp =>
    [
        new("InDatagrams", "% packets received", Show.Always),
        new("NoPorts", "% packets to unknown port received", Show.Always),
        new("InErrors", "% packet receive errors", Show.Always),
        new("OutDatagrams", "% packets sent", Show.Always),
        new("RcvbufErrors", "% receive buffer errors", Show.Always),
        new("SndbufErrors", "% send buffer errors", Show.Always),
    ];
}
