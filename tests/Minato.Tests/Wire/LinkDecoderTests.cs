using System;
using CsCheck;
using Minato.Model;
using Minato.Model.Network;
using Minato.Wire;

namespace Minato.Tests.Wire;

/// <summary>RTM_NEWLINK and RTM_NEWADDR of rtnetlink(7).</summary>
public sealed class LinkDecoderTests
{
    private const ushort IflaAddress = 1;
    private const ushort IflaName = 3;
    private const ushort IflaMtu = 4;
    private const ushort IflaQueue = 13;
    private const ushort IflaMap = 14;
    private const ushort IflaStats64 = 23;
    private const ushort IfaAddress = 1;
    private const ushort IfaLocal = 2;
    private const ushort IfaLabel = 3;
    private const ushort IfaBroadcast = 4;
    private const ushort IfaFlags = 8;

    private static byte[] Link =>
    [
        0, 0, .. NetlinkBytes.U16(1), .. NetlinkBytes.U32(7), .. NetlinkBytes.U32(0x11043), .. NetlinkBytes.U32(0),
        .. NetlinkBytes.Attribute(IflaName, [.. "eth0\0"u8]),
        .. NetlinkBytes.Attribute(IflaMtu, NetlinkBytes.U32(1500)),
        .. NetlinkBytes.Attribute(IflaQueue, NetlinkBytes.U32(1000)),
        .. NetlinkBytes.Attribute(IflaAddress, 2, 0, 0, 0, 0, 1),
        .. NetlinkBytes.Attribute(IflaMap, [.. NetlinkBytes.U64(0xF0000000), .. NetlinkBytes.U64(0xF0020000), .. NetlinkBytes.U64(0x2000), .. NetlinkBytes.U16(19), 3, 0, 0, 0, 0, 0]),
        .. NetlinkBytes.Attribute(IflaStats64, Stats(24)),
        .. NetlinkBytes.Attribute(999, 1, 2, 3),
    ];

    private static byte[] Address =>
    [
        2, 24, 0x80, 253, .. NetlinkBytes.U32(7),
        .. NetlinkBytes.Attribute(IfaAddress, 10, 0, 0, 2),
        .. NetlinkBytes.Attribute(IfaLocal, 10, 0, 0, 1),
        .. NetlinkBytes.Attribute(IfaBroadcast, 10, 0, 0, 255),
        .. NetlinkBytes.Attribute(IfaLabel, [.. "eth0:1\0"u8]),
        .. NetlinkBytes.Attribute(IfaFlags, NetlinkBytes.U32(0x280)),
    ];

    [Fact]
    public void An_interface_is_read_with_its_counters()
    {
        InterfaceEntry link = LinkDecoder.Decode(Link)!;
        Assert.Equal("eth0"u8, link.Name);
        Assert.Equal((7u, true, 1500u, 1000u, (ushort)1), (link.Index, link.HasLink, link.Mtu, link.TransmitQueueLength, link.HardwareType));
        Assert.Equal(InterfaceFlags.Up | InterfaceFlags.Broadcast | InterfaceFlags.Running | InterfaceFlags.Multicast | InterfaceFlags.LowerUp, link.Flags);
        Assert.Equal([2, 0, 0, 0, 0, 1], link.HardwareAddress);
        Assert.Equal((0xF0000000ul, 0xF0020000ul, (ushort)0x2000, (ushort)19, (byte)3), (link.MemoryStart, link.MemoryEnd, link.BaseAddress, link.Interrupt, link.Dma));
    }

    // The struct's numbers are 1, 2, 3 …, so that each sum shows what went into it.
    [Fact]
    public void Counters_are_added_as_proc_net_dev_adds_them()
    {
        InterfaceCounters counters = LinkDecoder.Decode(Link)!.Counters!.Value;
        Assert.Equal((1ul, 3ul, 5ul, 7ul + 16), (counters.ReceivedPackets, counters.ReceivedBytes, counters.ReceiveErrors, counters.ReceiveDropped));
        Assert.Equal((15ul, 11ul + 12 + 13 + 14, 22ul, 9ul), (counters.ReceiveOverruns, counters.ReceiveFrame, counters.ReceivedCompressed, counters.Multicast));
        Assert.Equal((2ul, 4ul, 6ul, 8ul), (counters.SentPackets, counters.SentBytes, counters.SendErrors, counters.SendDropped));
        Assert.Equal((19ul, 10ul, 18ul + 17 + 21 + 20, 23ul), (counters.SendOverruns, counters.Collisions, counters.SendCarrier, counters.SentCompressed));
    }

    [Fact]
    public void Counters_that_are_too_short_are_none()
    {
        byte[] link = [.. new byte[16], .. NetlinkBytes.Attribute(IflaName, [.. "eth0\0"u8]), .. NetlinkBytes.Attribute(IflaStats64, Stats(22))];
        Assert.Null(LinkDecoder.Decode(link)!.Counters);
    }

    [Fact]
    public void An_interface_without_a_name_or_with_one_that_none_has_is_no_row()
    {
        Assert.Null(LinkDecoder.Decode(new byte[16]));
        Assert.Null(LinkDecoder.Decode([.. new byte[16], .. NetlinkBytes.Attribute(IflaName, [.. "sixteen-letters0\0"u8])]));
        Assert.Null(LinkDecoder.Decode([.. new byte[16], .. NetlinkBytes.Attribute(IflaName, 0)]));
        Assert.Null(LinkDecoder.Decode(Link.AsSpan(0, 15)));
        Assert.Null(LinkDecoder.Decode(Link.AsSpan(0, Link.Length - 3)));
    }

    [Fact]
    public void An_address_has_its_other_end_and_its_label()
    {
        Assert.True(LinkAddressDecoder.TryDecode(Address, out uint index, out InterfaceAddress address));
        Assert.Equal(7u, index);
        Assert.Equal((IpAddr.V4(0x0A000001), (byte)24, IpAddr.V4(0x0A000002), IpAddr.V4(0x0A0000FF)), (address.Address, address.PrefixLength, address.Peer, address.Broadcast));
        Assert.Equal(((byte)253, 0x280u), (address.Scope, address.Flags));
        Assert.Equal("eth0:1"u8, address.Label!);
    }

    [Fact]
    public void An_address_of_a_shared_network_has_no_other_end()
    {
        byte[] shared = [10, 64, 0x80, 0, .. NetlinkBytes.U32(3), .. NetlinkBytes.Attribute(IfaAddress, IpAddr.V6(0x20010db800000000, 1).ToIPAddress().GetAddressBytes())];
        Assert.True(LinkAddressDecoder.TryDecode(shared, out _, out InterfaceAddress address));
        Assert.Equal((IpAddr.V6(0x20010db800000000, 1), (IpAddr?)null, 0x80u), (address.Address, address.Peer, address.Flags));
    }

    [Fact]
    public void An_address_of_another_family_is_passed_over()
    {
        Assert.True(LinkAddressDecoder.TryDecode([17, .. Address.AsSpan(1)], out uint index, out _));
        Assert.Equal(0u, index);
    }

    [Fact]
    public void A_prefix_longer_than_the_address_is_damage() =>
        Assert.False(LinkAddressDecoder.TryDecode([2, 33, .. Address.AsSpan(2)], out _, out _));

    [Fact]
    public void Any_bytes_are_an_interface_with_a_name_or_none_and_an_address_or_none() =>
        Gen.Select(Gen.Int[0, 4000], Gen.Byte).Array[0, 8].Sample(changes =>
        {
            foreach (byte[] message in new[] { Link, Address })
            {
                foreach ((int at, byte value) in changes) message[at % message.Length] = value;
                ReadOnlySpan<byte> cut = message.AsSpan(0, changes.Length > 4 ? changes[0].Item1 % message.Length : message.Length);
                if (LinkDecoder.Decode(cut) is { } link) Assert.InRange(link.Name.Length, 1, 15);
                if (LinkAddressDecoder.TryDecode(cut, out uint index, out InterfaceAddress address) && index != 0) Assert.InRange(address.PrefixLength, 0, 128);
            }
        }, iter: 10_000);

    private static byte[] Stats(int count)
    {
        byte[] bytes = new byte[count * 8];
        for (int i = 0; i < count; i++) NetlinkBytes.U64((ulong)i + 1).CopyTo(bytes, i * 8);
        return bytes;
    }
}
