using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.SockDiag;

/// <summary>A request for AF_XDP sockets.</summary>
[NativeLayout("struct xdp_diag_req", "linux/xdp_diag.h")]
[StructLayout(LayoutKind.Sequential)]
internal struct XdpDiagReq
{
    public byte sdiag_family;
    public byte sdiag_protocol;
    public ushort pad;
    public uint xdiag_ino;
    public uint xdiag_show;
    public CookieWords xdiag_cookie;
}

/// <summary>One AF_XDP socket; attributes follow it.</summary>
[NativeLayout("struct xdp_diag_msg", "linux/xdp_diag.h")]
[StructLayout(LayoutKind.Sequential)]
internal struct XdpDiagMsg
{
    public byte xdiag_family;
    public byte xdiag_type;
    public ushort pad;
    public uint xdiag_ino;
    public CookieWords xdiag_cookie;
}

/// <summary>XDP_DIAG_INFO.</summary>
[NativeLayout("struct xdp_diag_info", "linux/xdp_diag.h")]
[StructLayout(LayoutKind.Sequential)]
internal struct XdpDiagInfo
{
    public uint ifindex;
    public uint queue_id;
}

/// <summary>XDP_DIAG_UMEM: the memory that the rings' frames lie in.</summary>
[NativeLayout("struct xdp_diag_umem", "linux/xdp_diag.h")]
[StructLayout(LayoutKind.Sequential)]
internal struct XdpDiagUmem
{
    public ulong size;
    public uint id;
    public uint num_pages;
    public uint chunk_size;
    public uint headroom;
    public uint ifindex;
    public uint queue_id;
    public uint flags;
    public uint refs;
}

/// <summary>XDP_DIAG_STATS (since 5.9).</summary>
[NativeLayout("struct xdp_diag_stats", "linux/xdp_diag.h")]
[StructLayout(LayoutKind.Sequential)]
internal struct XdpDiagStats
{
    public ulong n_rx_dropped;
    public ulong n_rx_invalid;
    public ulong n_rx_full;
    public ulong n_fill_ring_empty;
    public ulong n_tx_invalid;
    public ulong n_tx_ring_empty;
}

/// <summary>What to show, and the attribute numbers. A ring is one number: its entries.</summary>
[NativeConstants("linux/xdp_diag.h")]
internal static class XdpDiag
{
    public const uint XDP_DU_F_ZEROCOPY = 0x01;
    public const uint XDP_SHOW_INFO = 0x01;
    public const uint XDP_SHOW_RING_CFG = 0x02;
    public const uint XDP_SHOW_UMEM = 0x04;
    public const uint XDP_SHOW_MEMINFO = 0x08;
    public const uint XDP_SHOW_STATS = 0x10;
    public const ushort XDP_DIAG_INFO = 1;
    public const ushort XDP_DIAG_UID = 2;
    public const ushort XDP_DIAG_RX_RING = 3;
    public const ushort XDP_DIAG_TX_RING = 4;
    public const ushort XDP_DIAG_UMEM = 5;
    public const ushort XDP_DIAG_UMEM_FILL_RING = 6;
    public const ushort XDP_DIAG_UMEM_COMPLETION_RING = 7;
    public const ushort XDP_DIAG_MEMINFO = 8;
    public const ushort XDP_DIAG_STATS = 9;
}
