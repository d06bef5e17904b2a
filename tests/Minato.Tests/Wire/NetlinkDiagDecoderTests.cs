using Minato.Model;

namespace Minato.Tests.Wire;

public sealed class NetlinkDiagDecoderTests
{
    [Fact]
    public void Every_field_is_read()
    {
        (SocketEntry row, SocketDetails details) = OtherDecoders.Decode("netlink");

        Assert.Equal((Transport.Netlink, SocketFamily.Netlink, SocketState.Closed), (row.Transport, row.Family, row.State));
        Assert.Equal((16, 4242u, 4343u, 7ul), (row.Protocol, row.LocalNumber, row.PeerNumber, row.Peer.Address.Low));
        Assert.Equal((34567ul, 9000u, 9002u), (row.Inode, row.ReceiveQueue, row.SendQueue));
        Assert.Equal(new SocketId(OtherDecoders.NetNamespace, 0x8877665544332211, SocketIdKind.Cookie), row.Id);
        Assert.Equal(SocketFields.Cookie | SocketFields.OtherEnd, row.Known);
        Assert.Equal(new NetlinkDetails(0x1_0002_0011, 0, 0), details.Netlink);
        Assert.Equal(9008u, details.Memory.Drops);
    }

    [Fact]
    public void Without_a_default_peer_there_is_no_other_end()
    {
        byte[] message = KernelMessages.Of("netlink");
        message[3] = 0;
        SocketEntry row = default;
        Assert.True(OtherDecoders.For("netlink")(message, ref row, null));

        Assert.Equal(SocketFields.Cookie, row.Known);
        Assert.Equal((0u, 0ul), (row.PeerNumber, row.Peer.Address.Low));
    }

    [Theory]
    [InlineData(0, 0ul)]
    [InlineData(1, 0x11ul)]
    [InlineData(4, 0x44332211ul)]
    [InlineData(8, 0x8877665544332211ul)]
    [InlineData(12, 0x8877665544332211ul)]
    public void Groups_come_in_as_many_bytes_as_the_protocol_has_groups_for(int length, ulong groups)
    {
        byte[] value = [0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77, 0x88, 0x99, 0xAA, 0xBB, 0xCC];
        byte[] message = [.. KernelMessages.Of("netlink")[..28], .. NetlinkBytes.Attribute(1, value[..length])];
        SocketEntry row = default;
        SocketDetails details = new();
        Assert.True(OtherDecoders.For("netlink")(message, ref row, details));

        Assert.Equal(groups, details.Netlink.Groups);
    }
}
