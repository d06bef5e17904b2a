namespace Minato.Model;

/// <summary>
/// What TCP keeps about a connection (linux/tcp.h, <c>struct tcp_info</c>). Kernels append to it: what the running kernel
/// is too old for is null.
/// </summary>
public struct TcpMetrics
{
    /// <summary>State of the connection as TCP keeps it.</summary>
    public SocketState State { readonly get; internal set; }

    /// <summary>Where loss recovery is.</summary>
    public TcpCongestionState CongestionState { readonly get; internal set; }

    /// <summary>Timeouts in a row without an answer to the oldest segment.</summary>
    public byte Retransmits { readonly get; internal set; }

    /// <summary>Zero-window or keep-alive probes without an answer.</summary>
    public byte Probes { readonly get; internal set; }

    /// <summary>How often the timeout has been doubled.</summary>
    public byte Backoff { readonly get; internal set; }

    /// <summary>Options that both ends agreed on.</summary>
    public TcpOptions Options { readonly get; internal set; }

    /// <summary>Shift of the windows that the peer announces (RFC 7323).</summary>
    public byte SendWindowScale { readonly get; internal set; }

    /// <summary>Shift of the windows that this end announces (RFC 7323).</summary>
    public byte ReceiveWindowScale { readonly get; internal set; }

    /// <summary>Whether the delivery rate was measured while the application sent too little to fill the path.</summary>
    public bool IsAppLimited { readonly get; internal set; }

    /// <summary>Why Fast Open failed for the client (linux/tcp.h, enum tcp_fastopen_client_fail).</summary>
    public byte FastOpenFailure { readonly get; internal set; }

    /// <summary>Retransmission timeout in microseconds (RFC 6298).</summary>
    public uint RetransmissionTimeout { readonly get; internal set; }

    /// <summary>Timeout of delayed acknowledgements in microseconds.</summary>
    public uint AckTimeout { readonly get; internal set; }

    /// <summary>Bytes of the largest segment that is sent.</summary>
    public uint SendMss { readonly get; internal set; }

    /// <summary>Bytes of the largest segment received, estimated.</summary>
    public uint ReceiveMss { readonly get; internal set; }

    /// <summary>Segments sent and not yet acknowledged; of a listener: connections that wait to be accepted.</summary>
    public uint Unacked { readonly get; internal set; }

    /// <summary>Segments acknowledged out of order; of a listener: the limit of its accept queue.</summary>
    public uint Sacked { readonly get; internal set; }

    /// <summary>Segments held to be lost.</summary>
    public uint Lost { readonly get; internal set; }

    /// <summary>Segments on their way for a second time.</summary>
    public uint RetransmitsInFlight { readonly get; internal set; }

    /// <summary>Segments up to the highest acknowledged out of order; 0 since Linux 4.15.</summary>
    public uint ForwardAcked { readonly get; internal set; }

    /// <summary>Milliseconds since data was sent.</summary>
    public uint LastDataSent { readonly get; internal set; }

    /// <summary>Milliseconds since an acknowledgement was sent; Linux does not remember and tells 0.</summary>
    public uint LastAckSent { readonly get; internal set; }

    /// <summary>Milliseconds since data was received.</summary>
    public uint LastDataReceived { readonly get; internal set; }

    /// <summary>Milliseconds since an acknowledgement was received.</summary>
    public uint LastAckReceived { readonly get; internal set; }

    /// <summary>Bytes of the largest packet that the path takes.</summary>
    public uint PathMtu { readonly get; internal set; }

    /// <summary>Bytes up to which the receive window may grow at once.</summary>
    public uint ReceiveSlowStartThreshold { readonly get; internal set; }

    /// <summary>Smoothed round-trip time in microseconds.</summary>
    public uint RoundTripTime { readonly get; internal set; }

    /// <summary>Mean deviation of the round-trip time in microseconds.</summary>
    public uint RoundTripVariance { readonly get; internal set; }

    /// <summary>Slow start threshold in segments; 0x7FFFFFFF is none yet.</summary>
    public uint SlowStartThreshold { readonly get; internal set; }

    /// <summary>Congestion window in segments.</summary>
    public uint CongestionWindow { readonly get; internal set; }

    /// <summary>Bytes of the largest segment that this end asked for.</summary>
    public uint AdvertisedMss { readonly get; internal set; }

    /// <summary>Segments that may arrive out of order before loss is assumed.</summary>
    public uint Reordering { readonly get; internal set; }

    /// <summary>Round-trip time in microseconds, as measured by the receiver.</summary>
    public uint ReceiverRoundTripTime { readonly get; internal set; }

    /// <summary>Bytes of receive queue that the connection is tuned for.</summary>
    public uint ReceiveSpace { readonly get; internal set; }

    /// <summary>Segments retransmitted since the connection began.</summary>
    public uint TotalRetransmits { readonly get; internal set; }

    /// <summary>Bytes per second at which segments are paced; all ones is no limit. Since Linux 3.15.</summary>
    public ulong? PacingRate { readonly get; internal set; }

    /// <summary>Most bytes per second that pacing may reach; all ones is no limit. Since Linux 3.15.</summary>
    public ulong? MaxPacingRate { readonly get; internal set; }

    /// <summary>Bytes that the peer has acknowledged. Since Linux 4.1.</summary>
    public ulong? BytesAcked { readonly get; internal set; }

    /// <summary>Bytes received in order. Since Linux 4.1.</summary>
    public ulong? BytesReceived { readonly get; internal set; }

    /// <summary>Segments sent. Since Linux 4.2.</summary>
    public uint? SegmentsOut { readonly get; internal set; }

    /// <summary>Segments received. Since Linux 4.2.</summary>
    public uint? SegmentsIn { readonly get; internal set; }

    /// <summary>Bytes written and not yet sent. Since Linux 4.6.</summary>
    public uint? NotSentBytes { readonly get; internal set; }

    /// <summary>Smallest round-trip time seen lately, in microseconds; all ones is none yet. Since Linux 4.6.</summary>
    public uint? MinRoundTripTime { readonly get; internal set; }

    /// <summary>Segments received that held data. Since Linux 4.6.</summary>
    public uint? DataSegmentsIn { readonly get; internal set; }

    /// <summary>Segments sent that held data. Since Linux 4.6.</summary>
    public uint? DataSegmentsOut { readonly get; internal set; }

    /// <summary>Bytes per second that reached the peer, as measured last. Since Linux 4.9.</summary>
    public ulong? DeliveryRate { readonly get; internal set; }

    /// <summary>Microseconds in which data was on its way. Since Linux 4.10.</summary>
    public ulong? BusyTime { readonly get; internal set; }

    /// <summary>Microseconds of them in which the peer's window held sending back. Since Linux 4.10.</summary>
    public ulong? ReceiveWindowLimited { readonly get; internal set; }

    /// <summary>Microseconds of them in which the send buffer held sending back. Since Linux 4.10.</summary>
    public ulong? SendBufferLimited { readonly get; internal set; }

    /// <summary>Segments that reached the peer. Since Linux 4.18.</summary>
    public uint? Delivered { readonly get; internal set; }

    /// <summary>Segments that reached the peer and met congestion on the way (ECN). Since Linux 4.18.</summary>
    public uint? DeliveredCe { readonly get; internal set; }

    /// <summary>Bytes of data sent, retransmissions included. Since Linux 4.19.</summary>
    public ulong? BytesSent { readonly get; internal set; }

    /// <summary>Bytes of data retransmitted. Since Linux 4.19.</summary>
    public ulong? BytesRetransmitted { readonly get; internal set; }

    /// <summary>Duplicates that the peer reported (RFC 2883). Since Linux 4.19.</summary>
    public uint? DuplicateSacks { readonly get; internal set; }

    /// <summary>How often segments arrived out of order. Since Linux 4.19.</summary>
    public uint? ReorderingSeen { readonly get; internal set; }

    /// <summary>Segments received out of order. Since Linux 5.4.</summary>
    public uint? OutOfOrderPackets { readonly get; internal set; }

    /// <summary>Bytes that the peer has room for. Since Linux 5.4.</summary>
    public uint? SendWindow { readonly get; internal set; }

    /// <summary>Bytes that this end has announced room for. Since Linux 6.2.</summary>
    public uint? ReceiveWindow { readonly get; internal set; }

    /// <summary>How often the connection tried another path (PLB or timeout). Since Linux 6.2.</summary>
    public uint? Rehash { readonly get; internal set; }

    /// <summary>Retransmission timeouts since the connection began. Since Linux 6.7.</summary>
    public ushort? TotalTimeouts { readonly get; internal set; }

    /// <summary>Recoveries from such timeouts. Since Linux 6.7.</summary>
    public ushort? TotalTimeoutRecoveries { readonly get; internal set; }

    /// <summary>Milliseconds spent in such recoveries. Since Linux 6.7.</summary>
    public uint? TotalTimeoutTime { readonly get; internal set; }

    /// <summary>Segments received that met congestion (Accurate ECN). Since Linux 6.18.</summary>
    public uint? ReceivedCe { readonly get; internal set; }

    /// <summary>Bytes that reached the peer marked ECT(1). Since Linux 6.18.</summary>
    public uint? DeliveredE1Bytes { readonly get; internal set; }

    /// <summary>Bytes that reached the peer marked ECT(0). Since Linux 6.18.</summary>
    public uint? DeliveredE0Bytes { readonly get; internal set; }

    /// <summary>Bytes that reached the peer marked CE. Since Linux 6.18.</summary>
    public uint? DeliveredCeBytes { readonly get; internal set; }

    /// <summary>Bytes received marked ECT(1). Since Linux 6.18.</summary>
    public uint? ReceivedE1Bytes { readonly get; internal set; }

    /// <summary>Bytes received marked ECT(0). Since Linux 6.18.</summary>
    public uint? ReceivedE0Bytes { readonly get; internal set; }

    /// <summary>Bytes received marked CE. Since Linux 6.18.</summary>
    public uint? ReceivedCeBytes { readonly get; internal set; }

    /// <summary>The last word as it is: what was seen of Accurate ECN and why it failed, laid out otherwise by later kernels. Since Linux 6.18.</summary>
    public uint? EcnFlags { readonly get; internal set; }
}
