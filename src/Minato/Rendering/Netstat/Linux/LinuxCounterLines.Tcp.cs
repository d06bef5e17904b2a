using Show = Minato.Rendering.Netstat.Linux.LinuxCounterShow;

namespace Minato.Rendering.Netstat.Linux;

// The counters of net/snmp and net/netstat about TCP, in the order of Linux 6.18 and then those of older kernels.
internal static partial class LinuxCounterLines
{
    private static LinuxCounterLine[] Tcp =>
    [
        new("RtoAlgorithm", null, Show.Never),
        new("RtoMin", null, Show.Never),
        new("RtoMax", null, Show.Never),
        new("MaxConn", null, Show.Never),
        new("ActiveOpens", "% active connection openings", Show.Always),
        new("PassiveOpens", "% passive connection openings", Show.Always),
        new("AttemptFails", "% failed connection attempts", Show.Always),
        new("EstabResets", "% connection resets received", Show.Always),
        new("CurrEstab", "% connections established", Show.Always),
        new("InSegs", "% segments received", Show.Always),
        new("OutSegs", "% segments sent out", Show.Always),
        new("RetransSegs", "% segments retransmitted", Show.Always),
        new("InErrs", "% bad segments received", Show.Always),
        new("OutRsts", "% resets sent", Show.Always),
    ];

    private static LinuxCounterLine[] TcpExt =>
    [
        new("SyncookiesSent", "% SYN cookies sent", Show.WhenCounted),
        new("SyncookiesRecv", "% SYN cookies received", Show.WhenCounted),
        new("SyncookiesFailed", "% invalid SYN cookies received", Show.WhenCounted),
        new("EmbryonicRsts", "% resets received for embryonic SYN_RECV sockets", Show.WhenCounted),
        new("PruneCalled", "% packets pruned from receive queue because of socket buffer overrun", Show.WhenCounted),
        new("RcvPruned", "% packets pruned from receive queue", Show.WhenCounted),
        new("OfoPruned", "% packets dropped from out-of-order queue because of socket buffer overrun", Show.WhenCounted),
        new("OutOfWindowIcmps", "% ICMP packets dropped because they were out-of-window", Show.WhenCounted),
        new("LockDroppedIcmps", "% ICMP packets dropped because socket was locked", Show.WhenCounted),
        new("TW", "% TCP sockets finished time wait in fast timer", Show.WhenCounted),
        new("TWRecycled", "% time wait sockets recycled by time stamp", Show.WhenCounted),
        new("PAWSActive", "% active connections rejected because of time stamp", Show.WhenCounted),
        new("PAWSEstab", "% packets rejected in established connections because of timestamp", Show.WhenCounted),
        new("DelayedACKs", "% delayed acks sent", Show.WhenCounted),
        new("DelayedACKLocked", "% delayed acks further delayed because of locked socket", Show.WhenCounted),
        new("DelayedACKLost", "Quick ack mode was activated % times", Show.WhenCounted),
        new("ListenOverflows", "% times the listen queue of a socket overflowed", Show.WhenCounted),
        new("ListenDrops", "% SYNs to LISTEN sockets dropped", Show.WhenCounted),
        new("TCPHPHits", "% packet headers predicted", Show.Always),
        new("TCPPureAcks", "% acknowledgments not containing data payload received", Show.WhenCounted),
        new("TCPHPAcks", "% predicted acknowledgments", Show.WhenCounted),
        new("TCPRenoRecovery", "% times recovered from packet loss due to fast retransmit", Show.WhenCounted),
        new("TCPSACKReorder", "Detected reordering % times using SACK", Show.WhenCounted),
        new("TCPRenoReorder", "Detected reordering % times using reno fast retransmit", Show.WhenCounted),
        new("TCPTSReorder", "Detected reordering % times using time stamp", Show.WhenCounted),
        new("TCPFullUndo", "% congestion windows fully recovered without slow start", Show.WhenCounted),
        new("TCPPartialUndo", "% congestion windows partially recovered using Hoe heuristic", Show.WhenCounted),
        new("TCPLossUndo", "% congestion windows recovered without slow start after partial ack", Show.WhenCounted),
        new("TCPRenoFailures", "% timeouts after reno fast retransmit", Show.WhenCounted),
        new("TCPLossFailures", "% timeouts in loss state", Show.WhenCounted),
        new("TCPFastRetrans", "% fast retransmits", Show.WhenCounted),
        new("TCPSlowStartRetrans", "% retransmits in slow start", Show.WhenCounted),
        new("TCPRcvCollapsed", "% packets collapsed in receive queue due to low socket buffer", Show.WhenCounted),
        new("TCPAbortOnData", "% connections reset due to unexpected data", Show.WhenCounted),
        new("TCPAbortOnClose", "% connections reset due to early user close", Show.WhenCounted),
        new("TCPAbortOnMemory", "% connections aborted due to memory pressure", Show.WhenCounted),
        new("TCPAbortOnTimeout", "% connections aborted due to timeout", Show.WhenCounted),
        new("TCPAbortOnLinger", "% connections aborted after user close in linger timeout", Show.WhenCounted),
        new("TCPAbortFailed", "% times unable to send RST due to no memory", Show.WhenCounted),
        new("TCPMemoryPressures", "TCP ran low on memory % times", Show.WhenCounted),
        new("PAWSPassive", "% passive connections rejected because of time stamp", Show.WhenCounted),
        new("SockMallocOOM", "Ran % times out of system memory during packet sending", Show.WhenCounted),
        new("TCPAbortOnSyn", "% connections reset due to unexpected SYN", Show.WhenCounted),
        new("TCPDirectCopyFromBacklog", "% bytes directly in process context from backlog", Show.WhenCounted),
        new("TCPFACKReorder", "Detected reordering % times using FACK", Show.WhenCounted),
        new("TCPForwardRetrans", "% forward retransmits", Show.WhenCounted),
        new("TCPHPHitsToUser", "% packet headers predicted and directly queued to user", Show.WhenCounted),
        new("TCPLostRetransmits", "% retransmits lost", Show.WhenCounted),
        new("TCPPrequeued", "% packets directly queued to recvmsg prequeue", Show.WhenCounted),
        new("TCPSchedulerFailed", "% times receiver scheduled too late for direct processing", Show.WhenCounted),
    ];
}
