using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.SockDiag;

/// <summary>What MPTCP keeps about a connection. Kernels append to it.</summary>
[NativeLayout("struct mptcp_info", "linux/mptcp.h", IsPrefix = true)]
[StructLayout(LayoutKind.Sequential)]
internal struct MptcpInfo
{
    /// <summary>Size of the struct of Linux 5.9, the first that tells it; later ones have appended to it.</summary>
    public const int FirstSize = 40;

    public byte mptcpi_subflows;
    public byte mptcpi_add_addr_signal;
    public byte mptcpi_add_addr_accepted;
    public byte mptcpi_subflows_max;
    public byte mptcpi_add_addr_signal_max;
    public byte mptcpi_add_addr_accepted_max;
    public uint mptcpi_flags;
    public uint mptcpi_token;
    public ulong mptcpi_write_seq;
    public ulong mptcpi_snd_una;
    public ulong mptcpi_rcv_nxt;
    public byte mptcpi_local_addr_used;
    public byte mptcpi_local_addr_max;
    public byte mptcpi_csum_enabled;
    public uint mptcpi_retransmits;
    public ulong mptcpi_bytes_retrans;
    public ulong mptcpi_bytes_sent;
    public ulong mptcpi_bytes_received;
    public ulong mptcpi_bytes_acked;
    public byte mptcpi_subflows_total;
    public byte mptcpi_endp_laminar_max;
    public byte mptcpi_endp_fullmesh_max;
    public uint mptcpi_last_data_sent;
    public uint mptcpi_last_data_recv;
    public uint mptcpi_last_ack_recv;
}
