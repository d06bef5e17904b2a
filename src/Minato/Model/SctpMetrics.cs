namespace Minato.Model;

/// <summary>What SCTP keeps about a socket or an association (linux/sctp.h, <c>struct sctp_info</c>): the parts that tools show.</summary>
public struct SctpMetrics
{
    /// <summary>This end's verification tag.</summary>
    public uint Tag { readonly get; internal set; }

    /// <summary>State of the association, numbered as <see cref="SctpState"/>.</summary>
    public uint State { readonly get; internal set; }

    /// <summary>Bytes that this end has announced room for.</summary>
    public uint ReceiveWindow { readonly get; internal set; }

    /// <summary>Data chunks not acknowledged.</summary>
    public ushort UnackedChunks { readonly get; internal set; }

    /// <summary>Data chunks received and not read.</summary>
    public ushort PendingChunks { readonly get; internal set; }

    /// <summary>Streams that come in.</summary>
    public ushort InStreams { readonly get; internal set; }

    /// <summary>Streams that go out.</summary>
    public ushort OutStreams { readonly get; internal set; }

    /// <summary>Bytes from which a message is split.</summary>
    public uint FragmentationPoint { readonly get; internal set; }

    /// <summary>Chunks that wait to be read.</summary>
    public uint InQueue { readonly get; internal set; }

    /// <summary>Chunks that wait to be sent.</summary>
    public uint OutQueue { readonly get; internal set; }

    /// <summary>Errors since the peer last answered.</summary>
    public uint OverallErrors { readonly get; internal set; }

    /// <summary>Packets that may go out at once.</summary>
    public uint MaxBurst { readonly get; internal set; }

    /// <summary>Bytes of the largest data chunk.</summary>
    public uint MaxSegment { readonly get; internal set; }

    /// <summary>Bytes that the peer has room for.</summary>
    public uint PeerReceiveWindow { readonly get; internal set; }

    /// <summary>The peer's verification tag.</summary>
    public uint PeerTag { readonly get; internal set; }

    /// <summary>What the peer can do, as bits: ECN, IPv4 and IPv6 addresses, adaptation, partial reliability, authentication.</summary>
    public byte PeerCapable { readonly get; internal set; }

    /// <summary>Whether the peer's next packet is to be acknowledged at once.</summary>
    public byte PeerSack { readonly get; internal set; }

    /// <summary>Seconds without data after which the association ends.</summary>
    public uint AutoClose { readonly get; internal set; }

    /// <summary>What this end told the peer's upper layer.</summary>
    public uint AdaptationIndication { readonly get; internal set; }

    /// <summary>Bytes after which a message is delivered in parts.</summary>
    public uint PartialDeliveryPoint { readonly get; internal set; }

    /// <summary>Small messages are sent at once (SCTP_NODELAY).</summary>
    public byte NoDelay { readonly get; internal set; }

    /// <summary>Large messages are refused instead of split (SCTP_DISABLE_FRAGMENTS).</summary>
    public byte DisableFragments { readonly get; internal set; }

    /// <summary>IPv4 addresses are given as IPv6 (SCTP_I_WANT_MAPPED_V4_ADDR).</summary>
    public byte V4Mapped { readonly get; internal set; }

    /// <summary>Parts of messages may mix (SCTP_FRAGMENT_INTERLEAVE).</summary>
    public byte FragmentInterleave { readonly get; internal set; }
}
