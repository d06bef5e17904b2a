namespace Minato.Model;

/// <summary>
/// What MPTCP keeps about a connection (linux/mptcp.h, <c>struct mptcp_info</c>). Kernels append to it: what the running
/// kernel is too old for is null.
/// </summary>
public struct MptcpMetrics
{
    /// <summary>Paths beside the first.</summary>
    public byte Subflows { readonly get; internal set; }

    /// <summary>Addresses announced to the peer.</summary>
    public byte AddAddrSignal { readonly get; internal set; }

    /// <summary>Announced addresses of the peer that were accepted.</summary>
    public byte AddAddrAccepted { readonly get; internal set; }

    /// <summary>Limit of paths beside the first.</summary>
    public byte SubflowsMax { readonly get; internal set; }

    /// <summary>Limit of addresses to announce.</summary>
    public byte AddAddrSignalMax { readonly get; internal set; }

    /// <summary>Limit of announced addresses to accept.</summary>
    public byte AddAddrAcceptedMax { readonly get; internal set; }

    /// <summary>Flags, <c>MPTCP_INFO_FLAG_*</c>: bit 0 fell back to TCP, bit 1 has the peer's key.</summary>
    public uint Flags { readonly get; internal set; }

    /// <summary>This end's token.</summary>
    public uint Token { readonly get; internal set; }

    /// <summary>Sequence number of the next byte to send.</summary>
    public ulong WriteSequence { readonly get; internal set; }

    /// <summary>Sequence number of the oldest byte not acknowledged.</summary>
    public ulong SendUnacked { readonly get; internal set; }

    /// <summary>Sequence number of the next byte expected.</summary>
    public ulong ReceiveNext { readonly get; internal set; }

    /// <summary>Local addresses in use. Null before Linux 5.16 or so.</summary>
    public byte? LocalAddressesUsed { readonly get; internal set; }

    /// <summary>Limit of local addresses. Null before Linux 5.16 or so.</summary>
    public byte? LocalAddressesMax { readonly get; internal set; }

    /// <summary>Whether data is checksummed. Null before Linux 5.16 or so.</summary>
    public byte? ChecksumEnabled { readonly get; internal set; }

    /// <summary>Timeouts of the connection's own retransmission. Since Linux 6.5.</summary>
    public uint? Retransmits { readonly get; internal set; }

    /// <summary>Bytes retransmitted. Since Linux 6.5.</summary>
    public ulong? BytesRetransmitted { readonly get; internal set; }

    /// <summary>Bytes sent. Since Linux 6.5.</summary>
    public ulong? BytesSent { readonly get; internal set; }

    /// <summary>Bytes received. Since Linux 6.5.</summary>
    public ulong? BytesReceived { readonly get; internal set; }

    /// <summary>Bytes acknowledged. Since Linux 6.5.</summary>
    public ulong? BytesAcked { readonly get; internal set; }

    /// <summary>Paths, the first included. Since Linux 6.8.</summary>
    public byte? SubflowsTotal { readonly get; internal set; }

    /// <summary>Limit of addresses for paths of any kind. Since Linux 6.18.</summary>
    public byte? LaminarMax { readonly get; internal set; }

    /// <summary>Limit of addresses for a full mesh. Since Linux 6.19.</summary>
    public byte? FullMeshMax { readonly get; internal set; }

    /// <summary>Milliseconds since data was sent. Since Linux 6.10.</summary>
    public uint? LastDataSent { readonly get; internal set; }

    /// <summary>Milliseconds since data was received. Since Linux 6.10.</summary>
    public uint? LastDataReceived { readonly get; internal set; }

    /// <summary>Milliseconds since an acknowledgement was received. Since Linux 6.10.</summary>
    public uint? LastAckReceived { readonly get; internal set; }
}
