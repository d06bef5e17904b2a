using System;
using Minato.Model;
using Minato.Model.Network;

namespace Minato.Rendering.Netstat.Linux;

/// <summary>The interfaces as net-tools 2.10 prints them for -ie: ifconfig's block each.</summary>
internal static class LinuxInterfaceBlocks
{
    public static void Append(Utf8Sink sink, ReadOnlySpan<LinuxInterfaceRow> rows)
    {
        foreach (ref readonly LinuxInterfaceRow row in rows)
        {
            Untrusted.Append(sink, row.Name);
            sink.Append((byte)':');
            if (row.Link.HasLink) AppendLink(sink, row.Link);
            sink.Append((byte)'\n');
            if (row.Address is { } address) AppendV4(sink, in address, row.Link.Flags);
            if (!row.IsAlias) AppendV6(sink, row.Link);
            if (row.Link.HasLink) AppendHardware(sink, row.Link);
            if (!row.IsAlias && row.Link.Counters is { } counters) LinuxInterfaceTotals.Append(sink, in counters, row.Link.HardwareType);
            if (!row.IsAlias) AppendDevice(sink, row.Link);
            sink.Append((byte)'\n');
        }
    }

    // The ioctl has sixteen bits for the flags, and they are printed with a sign.
    private static void AppendLink(Utf8Sink sink, InterfaceEntry link)
    {
        sink.Append(" flags="u8);
        NumberCell.AppendSigned(sink, unchecked((short)link.Flags));
        sink.Append((byte)'<');
        long start = sink.Position;
        Word(sink, start, link.Flags, InterfaceFlags.Up, "UP"u8);
        Word(sink, start, link.Flags, InterfaceFlags.Broadcast, "BROADCAST"u8);
        Word(sink, start, link.Flags, InterfaceFlags.Debug, "DEBUG"u8);
        Word(sink, start, link.Flags, InterfaceFlags.Loopback, "LOOPBACK"u8);
        Word(sink, start, link.Flags, InterfaceFlags.PointToPoint, "POINTOPOINT"u8);
        Word(sink, start, link.Flags, InterfaceFlags.NoTrailers, "NOTRAILERS"u8);
        Word(sink, start, link.Flags, InterfaceFlags.Running, "RUNNING"u8);
        Word(sink, start, link.Flags, InterfaceFlags.NoArp, "NOARP"u8);
        Word(sink, start, link.Flags, InterfaceFlags.Promiscuous, "PROMISC"u8);
        Word(sink, start, link.Flags, InterfaceFlags.AllMulticast, "ALLMULTI"u8);
        Word(sink, start, link.Flags, InterfaceFlags.Slave, "SLAVE"u8);
        Word(sink, start, link.Flags, InterfaceFlags.Master, "MASTER"u8);
        Word(sink, start, link.Flags, InterfaceFlags.Multicast, "MULTICAST"u8);
        Word(sink, start, link.Flags, InterfaceFlags.Dynamic, "DYNAMIC"u8);
        sink.Append(">  mtu "u8);
        sink.AppendNumber(link.Mtu);
    }

    private static void Word(Utf8Sink sink, long start, InterfaceFlags flags, InterfaceFlags flag, ReadOnlySpan<byte> word)
    {
        if ((flags & flag) == 0) return;
        if (sink.Position > start) sink.Append((byte)',');
        sink.Append(word);
    }

    private static void AppendV4(Utf8Sink sink, in InterfaceAddress address, InterfaceFlags flags)
    {
        sink.Append("        inet "u8);
        AddressText.Append(sink, address.Address);
        sink.Append("  netmask "u8);
        AddressText.Append(sink, IpAddr.V4((uint)(uint.MaxValue * (1ul << 32 - address.PrefixLength))));
        if ((flags & InterfaceFlags.Broadcast) != 0)
        {
            sink.Append("  broadcast "u8);
            AddressText.Append(sink, address.Broadcast ?? IpAddr.V4(0));
        }

        if ((flags & InterfaceFlags.PointToPoint) != 0)
        {
            sink.Append("  destination "u8);
            AddressText.Append(sink, address.Peer ?? address.Address);
        }

        sink.Append((byte)'\n');
    }

    private static void AppendV6(Utf8Sink sink, InterfaceEntry link)
    {
        foreach (InterfaceAddress address in link.Addresses)
        {
            if (!address.Address.IsV6) continue;
            sink.Append("        inet6 "u8);
            AddressText.Append(sink, address.Address.IsV4Mapped ? IpAddr.V4((uint)address.Address.Low) : address.Address);
            sink.Append("  prefixlen "u8);
            sink.AppendNumber(address.PrefixLength);
            sink.Append("  scopeid "u8);
            sink.Append(ScopeOf(address.Address));
            sink.Append((byte)'\n');
        }
    }

    // IPV6_ADDR_* of net/ipv6.h, which /proc/net/if_inet6 tells: fe80::/10, fec0::/10, ::1 and ::a.b.c.d.
    private static ReadOnlySpan<byte> ScopeOf(in IpAddr address) => (address.High >> 54) switch
    {
        0xFE80 >> 6 => "0x20<link>"u8,
        0xFEC0 >> 6 => "0x40<site>"u8,
        _ when address.IsLoopback && !address.IsV4Mapped => "0x10<host>"u8,
        _ when address.High == 0 && address.Low is > 1 and <= uint.MaxValue => "0x80<compat,global>"u8,
        _ => "0x0<global>"u8,
    };

    private static void AppendHardware(Utf8Sink sink, InterfaceEntry link)
    {
        LinuxHardware hardware = LinuxHardware.Of(link.HardwareType);
        sink.Append("        "u8);
        sink.Append(hardware.Name);
        hardware.AppendAddress(sink, link.HardwareAddress);
        sink.Append("  txqueuelen "u8);
        sink.AppendNumber(link.TransmitQueueLength);
        sink.Append("  ("u8);
        sink.Append(hardware.Title);
        sink.Append(")\n"u8);
    }

    // Devices of today have none of it.
    private static void AppendDevice(Utf8Sink sink, InterfaceEntry link)
    {
        const int LowestPort = 0x100;
        if (link is { Interrupt: 0, MemoryStart: 0, Dma: 0, BaseAddress: < LowestPort }) return;
        sink.Append("        device "u8);
        if (link.Interrupt != 0)
        {
            sink.Append("interrupt "u8);
            sink.AppendNumber(link.Interrupt);
            sink.Append("  "u8);
        }

        if (link.BaseAddress >= LowestPort)
        {
            sink.Append("base 0x"u8);
            sink.AppendHex(link.BaseAddress);
            sink.Append("  "u8);
        }

        if (link.MemoryStart != 0)
        {
            sink.Append("memory 0x"u8);
            sink.AppendHex(link.MemoryStart);
            sink.Append((byte)'-');
            sink.AppendHex(link.MemoryEnd);
            sink.Append("  "u8);
        }

        if (link.Dma != 0)
        {
            sink.Append("  dma 0x"u8);
            sink.AppendHex(link.Dma);
        }

        sink.Append((byte)'\n');
    }
}
