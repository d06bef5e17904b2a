using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Routing;

/// <summary>Counters of an interface; newer kernels append to it.</summary>
[NativeLayout("struct rtnl_link_stats64", "linux/if_link.h", IsPrefix = true)]
[StructLayout(LayoutKind.Sequential)]
internal struct RtnlLinkStats64
{
    public ulong rx_packets;
    public ulong tx_packets;
    public ulong rx_bytes;
    public ulong tx_bytes;
    public ulong rx_errors;
    public ulong tx_errors;
    public ulong rx_dropped;
    public ulong tx_dropped;
    public ulong multicast;
    public ulong collisions;
    public ulong rx_length_errors;
    public ulong rx_over_errors;
    public ulong rx_crc_errors;
    public ulong rx_frame_errors;
    public ulong rx_fifo_errors;
    public ulong rx_missed_errors;
    public ulong tx_aborted_errors;
    public ulong tx_carrier_errors;
    public ulong tx_fifo_errors;
    public ulong tx_heartbeat_errors;
    public ulong tx_window_errors;
    public ulong rx_compressed;
    public ulong tx_compressed;
}

/// <summary>What an old device occupies.</summary>
[NativeLayout("struct rtnl_link_ifmap", "linux/if_link.h")]
[StructLayout(LayoutKind.Sequential)]
internal struct RtnlLinkIfMap
{
    public ulong mem_start;
    public ulong mem_end;
    public ulong base_addr;
    public ushort irq;
    public byte dma;
    public byte port;
}

/// <summary>Attributes of an interface.</summary>
[NativeConstants("linux/if_link.h")]
internal static class IfLinkAttribute
{
    public const ushort IFLA_ADDRESS = 1;
    public const ushort IFLA_IFNAME = 3;
    public const ushort IFLA_MTU = 4;
    public const ushort IFLA_TXQLEN = 13;
    public const ushort IFLA_MAP = 14;
    public const ushort IFLA_STATS64 = 23;
}
