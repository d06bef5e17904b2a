namespace Minato.Model;

/// <summary>A path of an MPTCP connection (linux/mptcp.h, <c>MPTCP_SUBFLOW_ATTR_*</c>); what the kernel did not tell is null.</summary>
public struct MptcpSubflow
{
    /// <summary>Flags, <c>MPTCP_SUBFLOW_FLAG_*</c>.</summary>
    public uint? Flags { readonly get; internal set; }

    /// <summary>The peer's token.</summary>
    public uint? RemoteToken { readonly get; internal set; }

    /// <summary>This end's token.</summary>
    public uint? LocalToken { readonly get; internal set; }

    /// <summary>Number of the peer's address.</summary>
    public byte? RemoteId { readonly get; internal set; }

    /// <summary>Number of this end's address.</summary>
    public byte? LocalId { readonly get; internal set; }

    /// <summary>Where the mapping now received lies in the connection's data.</summary>
    public ulong? MapSequence { readonly get; internal set; }

    /// <summary>Where the mapping now received lies in this path's data.</summary>
    public uint? MapSubflowSequence { readonly get; internal set; }

    /// <summary>Sequence number at which this path's data begins.</summary>
    public uint? SequenceOffset { readonly get; internal set; }

    /// <summary>Bytes of the mapping now received.</summary>
    public uint? MapDataLength { readonly get; internal set; }
}
