using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.SockDiag;

/// <summary>Room for an address of any family: the family (16 bits), and behind the port the address.</summary>
[InlineArray(Size)]
internal struct SockAddrStorage
{
    public const int Size = 128;

    private byte _first;
}

/// <summary>What SCTP keeps about a socket or an association.</summary>
[NativeLayout("struct sctp_info", "linux/sctp.h", IsPrefix = true)]
[StructLayout(LayoutKind.Sequential)]
internal struct SctpInfo
{
    public uint sctpi_tag;
    public uint sctpi_state;
    public uint sctpi_rwnd;
    public ushort sctpi_unackdata;
    public ushort sctpi_penddata;
    public ushort sctpi_instrms;
    public ushort sctpi_outstrms;
    public uint sctpi_fragmentation_point;
    public uint sctpi_inqueue;
    public uint sctpi_outqueue;
    public uint sctpi_overall_error;
    public uint sctpi_max_burst;
    public uint sctpi_maxseg;
    public uint sctpi_peer_rwnd;
    public uint sctpi_peer_tag;
    public byte sctpi_peer_capable;
    public byte sctpi_peer_sack;
    public ushort __reserved1;
    public ulong sctpi_isacks;
    public ulong sctpi_osacks;
    public ulong sctpi_opackets;
    public ulong sctpi_ipackets;
    public ulong sctpi_rtxchunks;
    public ulong sctpi_outofseqtsns;
    public ulong sctpi_idupchunks;
    public ulong sctpi_gapcnt;
    public ulong sctpi_ouodchunks;
    public ulong sctpi_iuodchunks;
    public ulong sctpi_oodchunks;
    public ulong sctpi_iodchunks;
    public ulong sctpi_octrlchunks;
    public ulong sctpi_ictrlchunks;
    public SockAddrStorage sctpi_p_address;
    public int sctpi_p_state;
    public uint sctpi_p_cwnd;
    public uint sctpi_p_srtt;
    public uint sctpi_p_rto;
    public uint sctpi_p_hbinterval;
    public uint sctpi_p_pathmaxrxt;
    public uint sctpi_p_sackdelay;
    public uint sctpi_p_sackfreq;
    public uint sctpi_p_ssthresh;
    public uint sctpi_p_partial_bytes_acked;
    public uint sctpi_p_flight_size;
    public ushort sctpi_p_error;
    public ushort __reserved2;
    public uint sctpi_s_autoclose;
    public uint sctpi_s_adaptation_ind;
    public uint sctpi_s_pd_point;
    public byte sctpi_s_nodelay;
    public byte sctpi_s_disable_fragments;
    public byte sctpi_s_v4mapped;
    public byte sctpi_s_frag_interleave;
    public uint sctpi_s_type;
    public uint __reserved3;
}
