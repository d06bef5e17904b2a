using System;
using Minato.Model;

namespace Minato.Tests.Wire;

/// <summary>Vsock, TIPC and AF_XDP: what the kernel's structs say of them, as no module of theirs can be asked everywhere.</summary>
public sealed class OtherDiagDecoderTests
{
    private static readonly SocketId Cookie = new(OtherDecoders.NetNamespace, 0x8877665544332211, SocketIdKind.Cookie);

    [Theory]
    [InlineData("vsock-stream", Transport.VsockStream, SocketState.Listen)]
    [InlineData("vsock-dgram", Transport.VsockDatagram, SocketState.Closed)]
    [InlineData("vsock-seqpacket", Transport.VsockSeqPacket, SocketState.Established)]
    public void A_vsock_socket_is_read(string message, Transport transport, SocketState state)
    {
        SocketEntry row = OtherDecoders.Decode(message).Entry;

        Assert.Equal((transport, SocketFamily.Vsock, state), (row.Transport, row.Family, row.State));
        Assert.Equal((3ul, 5201u, (ulong)uint.MaxValue, uint.MaxValue), (row.Local.Address.Low, row.LocalNumber, row.Peer.Address.Low, row.PeerNumber));
        Assert.Equal((34567ul, 2, Cookie), (row.Inode, row.Shutdown, row.Id));
    }

    [Fact]
    public void A_vsock_socket_of_an_unknown_type_is_no_row()
    {
        byte[] message = KernelMessages.Of("vsock-stream");
        message[1] = 4;
        SocketEntry row = default;

        Assert.False(OtherDecoders.For("vsock")(message, ref row, null));
    }

    [Fact]
    public void A_connected_TIPC_socket_is_read()
    {
        (SocketEntry row, SocketDetails details) = OtherDecoders.Decode("tipc-connected");

        Assert.Equal((Transport.Tipc, SocketFamily.Tipc, SocketState.Established, 1), (row.Transport, row.Family, row.State, row.Protocol));
        Assert.Equal((0x01001001ul, 1234567u, 0x01001002ul, 7654321u), (row.Local.Address.Low, row.LocalNumber, row.Peer.Address.Low, row.PeerNumber));
        Assert.Equal((34567ul, 1000u, 11u, 22u, Cookie), (row.Inode, row.Uid, row.ReceiveQueue, row.SendQueue, row.Id));
        Assert.Equal(SocketFields.Cookie | SocketFields.User | SocketFields.OtherEnd, row.Known);
        Assert.Equal(new TipcDetails(TipcCongestion.Connection, 33, HasPublication: false, new TipcName(18888, 17)), details.Tipc);
    }

    [Fact]
    public void A_TIPC_socket_without_a_connection_has_no_other_end()
    {
        (SocketEntry row, SocketDetails details) = OtherDecoders.Decode("tipc-bound");

        Assert.Equal((SocketState.Closed, 4), (row.State, row.Protocol));
        Assert.False(row.Has(SocketFields.OtherEnd));
        Assert.Equal(new TipcDetails(TipcCongestion.None, 33, HasPublication: true, Via: null), details.Tipc);
    }

    [Fact]
    public void An_XDP_socket_is_read()
    {
        (SocketEntry row, SocketDetails details) = OtherDecoders.Decode("xdp");

        Assert.Equal((Transport.Xdp, SocketFamily.Xdp, SocketState.Closed), (row.Transport, row.Family, row.State));
        Assert.Equal((2u, 5u, 34567ul, 1000u, 9000u, Cookie), (row.InterfaceIndex, row.LocalNumber, row.Inode, row.Uid, row.ReceiveQueue, row.Id));
        Assert.Equal((64u, 128u, 256u, 512u), (details.Xdp.ReceiveRing, details.Xdp.SendRing, details.Xdp.FillRing, details.Xdp.CompletionRing));
        Assert.Equal(new XdpMemory(1, 1ul << 33, 4096, 2048, 256, 3, 4, IsZeroCopy: true, 6), details.Xdp.Memory);
        Assert.Equal(new XdpLosses(51, 52, 53, 54, 55, 56), details.Xdp.Losses);
        Assert.Equal(9007u, details.Memory.Backlog);
    }

    [Fact]
    public void What_an_XDP_socket_has_not_is_not_known()
    {
        SocketEntry row = default;
        SocketDetails details = new();
        Assert.True(OtherDecoders.For("xdp")(KernelMessages.Of("xdp").AsSpan(0, 16), ref row, details));

        Assert.Equal((null, null, null, null), (details.Xdp.ReceiveRing, details.Xdp.SendRing, details.Xdp.FillRing, details.Xdp.CompletionRing));
        Assert.Null(details.Xdp.Memory);
        Assert.Null(details.Xdp.Losses);
        Assert.False(row.Has(SocketFields.Interface));
    }
}
