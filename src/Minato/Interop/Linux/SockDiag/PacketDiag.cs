using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.SockDiag;

/// <summary>A request for packet sockets.</summary>
[NativeLayout("struct packet_diag_req", "linux/packet_diag.h")]
[StructLayout(LayoutKind.Sequential)]
internal struct PacketDiagReq
{
    public byte sdiag_family;
    public byte sdiag_protocol;
    public ushort pad;
    public uint pdiag_ino;
    public uint pdiag_show;
    public CookieWords pdiag_cookie;
}

/// <summary>One packet socket; attributes follow it. Its number is the ethertype in host order.</summary>
[NativeLayout("struct packet_diag_msg", "linux/packet_diag.h")]
[StructLayout(LayoutKind.Sequential)]
internal struct PacketDiagMsg
{
    public byte pdiag_family;
    public byte pdiag_type;
    public ushort pdiag_num;
    public uint pdiag_ino;
    public CookieWords pdiag_cookie;
}

/// <summary>PACKET_DIAG_INFO.</summary>
[NativeLayout("struct packet_diag_info", "linux/packet_diag.h")]
[StructLayout(LayoutKind.Sequential)]
internal struct PacketDiagInfo
{
    public uint pdi_index;
    public uint pdi_version;
    public uint pdi_reserve;
    public uint pdi_copy_thresh;
    public uint pdi_tstamp;
    public uint pdi_flags;
}

/// <summary>PACKET_DIAG_RX_RING and PACKET_DIAG_TX_RING.</summary>
[NativeLayout("struct packet_diag_ring", "linux/packet_diag.h")]
[StructLayout(LayoutKind.Sequential)]
internal struct PacketDiagRing
{
    public uint pdr_block_size;
    public uint pdr_block_nr;
    public uint pdr_frame_size;
    public uint pdr_frame_nr;
    public uint pdr_retire_tmo;
    public uint pdr_sizeof_priv;
    public uint pdr_features;
}

/// <summary>What to show, and the attribute numbers.</summary>
[NativeConstants("linux/packet_diag.h")]
internal static class PacketDiag
{
    public const uint PACKET_SHOW_INFO = 0x01;
    public const uint PACKET_SHOW_RING_CFG = 0x04;
    public const uint PACKET_SHOW_FANOUT = 0x08;
    public const uint PACKET_SHOW_MEMINFO = 0x10;
    public const uint PACKET_SHOW_FILTER = 0x20;
    public const ushort PACKET_DIAG_INFO = 0;
    public const ushort PACKET_DIAG_RX_RING = 2;
    public const ushort PACKET_DIAG_TX_RING = 3;
    public const ushort PACKET_DIAG_FANOUT = 4;
    public const ushort PACKET_DIAG_UID = 5;
    public const ushort PACKET_DIAG_MEMINFO = 6;
    public const ushort PACKET_DIAG_FILTER = 7;
}
