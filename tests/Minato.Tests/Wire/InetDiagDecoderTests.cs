using System;
using System.Net;
using Minato.Model;
using Minato.Wire;

namespace Minato.Tests.Wire;

public sealed class InetDiagDecoderTests
{
    private const SocketFields Always =
        SocketFields.Backlog | SocketFields.Cookie | SocketFields.Interface | SocketFields.Timer | SocketFields.User;

    // An established connection of user 1000 on eth-something: every field of struct inet_diag_msg is another number.
    private static readonly byte[] Connection =
    [
        2, 1, 2, 3,                                 // AF_INET, ESTABLISHED, keep-alive timer, 3 probes
        0x01, 0xBB, 0xD4, 0x31,                     // ports 443 and 54321, network order
        192, 168, 1, 100, .. new byte[12],          // source
        203, 0, 113, 50, .. new byte[12],           // destination
        .. NetlinkBytes.U32(7),                     // interface
        .. NetlinkBytes.U32(0x44332211),            // cookie, low word first
        .. NetlinkBytes.U32(0x88776655),
        .. NetlinkBytes.U32(7200000),               // the timer fires in two hours
        .. NetlinkBytes.U32(11),                    // receive queue
        .. NetlinkBytes.U32(22),                    // send queue
        .. NetlinkBytes.U32(1000),                  // user
        .. NetlinkBytes.U32(34567),                 // inode
    ];

    [Fact]
    public void Every_field_of_the_fixed_part_is_read()
    {
        SocketEntry row = Decode(Connection, SocketFields.None);

        Assert.Equal((Transport.Tcp, SocketFamily.Inet, SocketState.Established), (row.Transport, row.Family, row.State));
        Assert.Equal(("192.168.1.100", 443), (row.Local.Address.ToIPAddress().ToString(), row.Local.Port));
        Assert.Equal(("203.0.113.50", 54321), (row.Peer.Address.ToIPAddress().ToString(), row.Peer.Port));
        Assert.Equal((11u, 22u, 1000u, 34567ul), (row.ReceiveQueue, row.SendQueue, row.Uid, row.Inode));
        Assert.Equal(7u, row.InterfaceIndex);
        Assert.Equal((TimerKind.KeepAlive, 7200000u, 3), (row.Timer.Kind, row.Timer.Milliseconds, row.Timer.Retries));
        Assert.Equal(new SocketId(4026531840, 0x8877665544332211, SocketIdKind.Cookie), row.Id);
        Assert.Equal(Always, row.Known);
    }

    [Fact]
    public void An_ipv6_address_is_sixteen_bytes_in_network_order()
    {
        byte[] message = DiagBytes.Inet(22, 1, family: 10);
        IPAddress local = IPAddress.Parse("2001:db8:1:2:3:4:5:6");
        local.GetAddressBytes().CopyTo(message, 8);

        SocketEntry row = Decode(message, SocketFields.None);

        Assert.Equal(SocketFamily.Inet6, row.Family);
        Assert.Equal(local, row.Local.Address.ToIPAddress());
        Assert.Equal(IPAddress.IPv6Any, row.Peer.Address.ToIPAddress());
    }

    [Fact]
    public void Attributes_that_were_asked_are_read()
    {
        byte[] message = DiagBytes.Inet(
            22, 1, 2, 10,
            NetlinkBytes.Attribute(8, 2),
            NetlinkBytes.Attribute(15, NetlinkBytes.U32(0xCAFE)),
            NetlinkBytes.Attribute(21, NetlinkBytes.U64(5000000001)));

        SocketEntry row = Decode(message, SocketFields.Mark);

        Assert.Equal((2, 0xCAFEu, 5000000001ul), (row.Shutdown, row.Mark, row.CgroupId));
        Assert.Equal(Always | SocketFields.Shutdown | SocketFields.Mark | SocketFields.Cgroup, row.Known);
    }

    [Fact]
    public void An_attribute_that_this_version_does_not_know_changes_nothing()
    {
        byte[] message = DiagBytes.Inet(22, 1, 2, 10, NetlinkBytes.Attribute(2, new byte[280]), NetlinkBytes.Attribute(999, 1));

        Assert.Equal(Always, Decode(message, SocketFields.Mark).Known);
    }

    [Theory]
    [InlineData(10, 1, true)]
    [InlineData(7, 1, true)]
    [InlineData(10, 0, false)]
    public void Whether_an_unconnected_ipv6_socket_refuses_ipv4_is_read_unasked(byte state, byte value, bool v6Only)
    {
        SocketEntry row = Decode(DiagBytes.Inet(22, 1, 10, state, NetlinkBytes.Attribute(11, value)), SocketFields.None);

        Assert.Equal(v6Only, row.V6Only);
        Assert.True(row.Has(SocketFields.V6Only));
    }

    [Fact]
    public void A_message_cut_anywhere_in_its_fixed_part_is_no_row()
    {
        for (int length = 0; length < Connection.Length; length++)
        {
            SocketEntry row = default;
            Assert.False(InetDiagDecoder.TryDecode(Connection.AsSpan(0, length), Transport.Tcp, SocketFields.None, 0, ref row));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16)]
    public void A_message_of_another_family_is_no_row(byte family)
    {
        SocketEntry row = default;
        Assert.False(InetDiagDecoder.TryDecode(DiagBytes.Inet(22, 1, family), Transport.Tcp, SocketFields.None, 0, ref row));
    }

    [Fact]
    public void Nothing_of_the_row_before_stays_in_the_next()
    {
        SocketEntry row = Decode(DiagBytes.Inet(22, 1, 10, 10, NetlinkBytes.Attribute(11, 1)), SocketFields.None);
        Assert.True(InetDiagDecoder.TryDecode(Connection, Transport.Udp, SocketFields.None, 0, ref row));

        Assert.False(row.V6Only);
        Assert.Equal(Always, row.Known);
    }

    private static SocketEntry Decode(byte[] message, SocketFields asked)
    {
        SocketEntry row = default;
        Assert.True(InetDiagDecoder.TryDecode(message, Transport.Tcp, asked, 4026531840, ref row));
        return row;
    }
}
