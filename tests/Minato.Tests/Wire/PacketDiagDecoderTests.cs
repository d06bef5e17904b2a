using System;
using Minato.Model;

namespace Minato.Tests.Wire;

public sealed class PacketDiagDecoderTests
{
    [Fact]
    public void The_row_of_a_packet_socket_is_read()
    {
        SocketEntry row = OtherDecoders.Decode("packet").Entry;

        Assert.Equal((Transport.PacketRaw, SocketFamily.Packet, SocketState.Closed), (row.Transport, row.Family, row.State));
        Assert.Equal((0x0806, 2u, 34567ul, 1000u), (row.Protocol, row.InterfaceIndex, row.Inode, row.Uid));
        Assert.Equal((9000u, 0u), (row.ReceiveQueue, row.SendQueue));
        Assert.Equal(new SocketId(OtherDecoders.NetNamespace, 0x8877665544332211, SocketIdKind.Cookie), row.Id);
        Assert.Equal(SocketFields.Cookie | SocketFields.Interface | SocketFields.User, row.Known);
    }

    [Fact]
    public void Settings_rings_fanout_and_filter_are_read()
    {
        SocketDetails details = OtherDecoders.Decode("packet").Details;

        Assert.True(details.Has(DetailParts.Packet | DetailParts.Memory));
        Assert.Equal(new PacketSettings(1, 1500, PacketFlags.Running | PacketFlags.Loss), details.Packet.Settings);
        Assert.Equal(new PacketRing(4096, 8, 2048, 16, 60, 1), details.Packet.ReceiveRing);
        Assert.Equal(new PacketRing(8192, 2, 1024, 32, 0, 0), details.Packet.SendRing);
        Assert.Equal(new PacketFanout(99, 4), details.Packet.Fanout);
        Assert.Equal(
            [new PacketInstruction(0x28, 0, 0, 12), new PacketInstruction(0x15, 0, 1, 0x0806), new PacketInstruction(6, 0, 0, uint.MaxValue)],
            details.Packet.Filter.ToArray());
        Assert.Equal(new SocketMemory(9000, 9001, 9002, 9003, 9004, 9005, 9006, 9007, 9008), details.Memory);
    }

    [Fact]
    public void What_the_socket_before_had_is_gone()
    {
        SocketEntry entry = default;
        SocketDetails details = new();
        Assert.True(OtherDecoders.For("packet")(KernelMessages.Of("packet"), ref entry, details));
        details.Clear();
        entry = default;
        Assert.True(OtherDecoders.For("packet")(KernelMessages.Of("packet").AsSpan(0, 16), ref entry, details));

        Assert.False(details.Has(DetailParts.Memory));
        Assert.Null(details.Packet.Settings);
        Assert.Null(details.Packet.ReceiveRing);
        Assert.Null(details.Packet.SendRing);
        Assert.Null(details.Packet.Fanout);
        Assert.False(details.Packet.HasFilter);
    }

    [Fact]
    public void A_filter_that_may_not_be_seen_is_an_empty_one()
    {
        SocketEntry entry = default;
        SocketDetails details = new();
        byte[] message = [.. KernelMessages.Of("packet")[..16], .. NetlinkBytes.Attribute(7)];
        Assert.True(OtherDecoders.For("packet")(message, ref entry, details));

        Assert.True(details.Packet.HasFilter);
        Assert.True(details.Packet.Filter.IsEmpty);
    }

    [Theory]
    [InlineData(3, Transport.PacketRaw)]
    [InlineData(2, Transport.PacketDatagram)]
    [InlineData(10, Transport.PacketDatagram)]
    public void Only_SOCK_RAW_sees_link_headers(byte type, Transport transport)
    {
        SocketEntry entry = default;
        byte[] message = KernelMessages.Of("packet")[..16];
        message[1] = type;
        Assert.True(OtherDecoders.For("packet")(message, ref entry, null));

        Assert.Equal(transport, entry.Transport);
    }
}
