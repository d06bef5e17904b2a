using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.SockDiag;

/// <summary>What TCP keeps about a connection. Kernels append to it; the bit-fields before the first timeout, and in the last word, have no place that C can name.</summary>
[NativeLayout("struct tcp_info", "linux/tcp.h", IsPrefix = true)]
[StructLayout(LayoutKind.Sequential)]
internal struct TcpInfo
{
    /// <summary>Size of the struct of every kernel that Minato knows; later ones have appended to it.</summary>
    public const int FirstSize = 104;

    /// <summary>Where the two window scales share a byte: the peer's in the low half on a little-endian machine.</summary>
    public const int WindowScales = 6;

    /// <summary>Where bit 0 says that the application limits the rate, and bits 1 and 2 why Fast Open failed (little-endian).</summary>
    public const int RateFlags = 7;

    /// <summary>Where the flags of Accurate ECN are.</summary>
    public const int EcnFlags = 276;

    public byte tcpi_state;
    public byte tcpi_ca_state;
    public byte tcpi_retransmits;
    public byte tcpi_probes;
    public byte tcpi_backoff;
    public byte tcpi_options;
    public uint tcpi_rto;
    public uint tcpi_ato;
    public uint tcpi_snd_mss;
    public uint tcpi_rcv_mss;
    public uint tcpi_unacked;
    public uint tcpi_sacked;
    public uint tcpi_lost;
    public uint tcpi_retrans;
    public uint tcpi_fackets;
    public uint tcpi_last_data_sent;
    public uint tcpi_last_ack_sent;
    public uint tcpi_last_data_recv;
    public uint tcpi_last_ack_recv;
    public uint tcpi_pmtu;
    public uint tcpi_rcv_ssthresh;
    public uint tcpi_rtt;
    public uint tcpi_rttvar;
    public uint tcpi_snd_ssthresh;
    public uint tcpi_snd_cwnd;
    public uint tcpi_advmss;
    public uint tcpi_reordering;
    public uint tcpi_rcv_rtt;
    public uint tcpi_rcv_space;
    public uint tcpi_total_retrans;
    public ulong tcpi_pacing_rate;
    public ulong tcpi_max_pacing_rate;
    public ulong tcpi_bytes_acked;
    public ulong tcpi_bytes_received;
    public uint tcpi_segs_out;
    public uint tcpi_segs_in;
    public uint tcpi_notsent_bytes;
    public uint tcpi_min_rtt;
    public uint tcpi_data_segs_in;
    public uint tcpi_data_segs_out;
    public ulong tcpi_delivery_rate;
    public ulong tcpi_busy_time;
    public ulong tcpi_rwnd_limited;
    public ulong tcpi_sndbuf_limited;
    public uint tcpi_delivered;
    public uint tcpi_delivered_ce;
    public ulong tcpi_bytes_sent;
    public ulong tcpi_bytes_retrans;
    public uint tcpi_dsack_dups;
    public uint tcpi_reord_seen;
    public uint tcpi_rcv_ooopack;
    public uint tcpi_snd_wnd;
    public uint tcpi_rcv_wnd;
    public uint tcpi_rehash;
    public ushort tcpi_total_rto;
    public ushort tcpi_total_rto_recoveries;
    public uint tcpi_total_rto_time;
    public uint tcpi_received_ce;
    public uint tcpi_delivered_e1_bytes;
    public uint tcpi_delivered_e0_bytes;
    public uint tcpi_delivered_ce_bytes;
    public uint tcpi_received_e1_bytes;
    public uint tcpi_received_e0_bytes;
    public uint tcpi_received_ce_bytes;
}
