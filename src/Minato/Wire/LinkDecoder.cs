using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Minato.Interop.Linux.Routing;
using Minato.Model.Network;

namespace Minato.Wire;

/// <summary>One RTM_NEWLINK message of rtnetlink(7): an interface with its counters.</summary>
internal static class LinkDecoder
{
    /// <summary>Null for a message that is not whole or has no name.</summary>
    public static InterfaceEntry? Decode(ReadOnlySpan<byte> payload)
    {
        if (!MemoryMarshal.TryRead(payload, out IfInfoMsg head)) return null;
        AttributeReader reader = new(payload[Unsafe.SizeOf<IfInfoMsg>()..]);
        byte[]? name = null;
        byte[] hardware = [];
        uint mtu = 0;
        uint queue = 0;
        RtnlLinkIfMap map = default;
        InterfaceCounters? counters = null;
        while (reader.TryRead())
        {
            switch (reader.Type)
            {
                case IfLinkAttribute.IFLA_IFNAME: name = ReadName(reader.Value); break;
                case IfLinkAttribute.IFLA_ADDRESS: hardware = reader.Value.ToArray(); break;
                case IfLinkAttribute.IFLA_MTU: reader.TryUInt32(out mtu); break;
                case IfLinkAttribute.IFLA_TXQLEN: reader.TryUInt32(out queue); break;
                case IfLinkAttribute.IFLA_MAP: reader.TryStruct(out map); break;
                case IfLinkAttribute.IFLA_STATS64:
                    if (reader.TryStruct(out RtnlLinkStats64 stats)) counters = Sum(in stats);
                    break;
            }
        }

        if (reader.Fault != NetlinkFault.None || name is null) return null;
        return new InterfaceEntry
        {
            Name = name,
            Index = (uint)head.ifi_index,
            HasLink = true,
            Flags = (InterfaceFlags)head.ifi_flags,
            HardwareType = head.ifi_type,
            HardwareAddress = hardware,
            Mtu = mtu,
            TransmitQueueLength = queue,
            Counters = counters,
            MemoryStart = map.mem_start,
            MemoryEnd = map.mem_end,
            BaseAddress = (ushort)map.base_addr,
            Interrupt = map.irq,
            Dma = map.dma,
        };
    }

    /// <summary>The bytes up to the first NUL; null for what is no interface's name.</summary>
    internal static byte[]? ReadName(ReadOnlySpan<byte> value)
    {
        int end = value.IndexOf((byte)0);
        if (end >= 0) value = value[..end];
        return InterfaceName.IsOne(value) ? value.ToArray() : null;
    }

    // As dev_seq_printf_stats of net/core/net-procfs.c adds them.
    private static InterfaceCounters Sum(in RtnlLinkStats64 stats) => new()
    {
        ReceivedBytes = stats.rx_bytes,
        ReceivedPackets = stats.rx_packets,
        ReceiveErrors = stats.rx_errors,
        ReceiveDropped = stats.rx_dropped + stats.rx_missed_errors,
        ReceiveOverruns = stats.rx_fifo_errors,
        ReceiveFrame = stats.rx_length_errors + stats.rx_over_errors + stats.rx_crc_errors + stats.rx_frame_errors,
        ReceivedCompressed = stats.rx_compressed,
        Multicast = stats.multicast,
        SentBytes = stats.tx_bytes,
        SentPackets = stats.tx_packets,
        SendErrors = stats.tx_errors,
        SendDropped = stats.tx_dropped,
        SendOverruns = stats.tx_fifo_errors,
        Collisions = stats.collisions,
        SendCarrier = stats.tx_carrier_errors + stats.tx_aborted_errors + stats.tx_window_errors + stats.tx_heartbeat_errors,
        SentCompressed = stats.tx_compressed,
    };
}
