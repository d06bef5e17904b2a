using Minato.Model;
using Minato.Wire;

namespace Minato.Tests.Wire;

public sealed class SockDiagRequestTests
{
    // NLM_F_REQUEST | NLM_F_ROOT | NLM_F_MATCH
    private const ushort Dump = 0x301;

    private readonly byte[] _buffer = new byte[SockDiagRequest.MaxLength];

    [Fact]
    public void One_old_style_request_asks_for_tcp_of_both_families() => Assert.Equal(
        NetlinkBytes.Message(NetlinkBytes.TcpDiag, 9,
        [
            2, 0, 0, 0,                     // idiag_family, which this interface ignores; no address lengths, no extensions
            .. new byte[48],                // id: any socket
            .. NetlinkBytes.U32(1 << 10),   // idiag_states: LISTEN
            .. NetlinkBytes.U32(0),         // idiag_dbs
        ], Dump),
        SockDiagRequest.TcpBothFamilies(_buffer, 9, StateSet.Of(SocketState.Listen), SocketFields.None).ToArray());

    [Theory]
    [InlineData(SocketFamily.Inet, 2, 6)]
    [InlineData(SocketFamily.Inet6, 10, 17)]
    public void An_internet_request_names_its_family_protocol_and_states(SocketFamily family, byte number, byte protocol) => Assert.Equal(
        NetlinkBytes.Message(NetlinkBytes.SockDiag, 9,
        [
            number, protocol, 0, 0,         // sdiag_family, sdiag_protocol, no extensions
            .. NetlinkBytes.U32(1 << 7),    // idiag_states: CLOSE
            .. new byte[48],                // id: any socket
        ], Dump),
        SockDiagRequest.Inet(_buffer, 9, family, protocol, StateSet.Of(SocketState.Closed), SocketFields.None).ToArray());

    // linux/inet_diag.h: MEMINFO 1, INFO 2, VEGASINFO 3, CONG 4, TOS 5, TCLASS 6, SKMEMINFO 7, each a bit lower.
    [Theory]
    [InlineData(SocketFields.None, 0x00)]
    [InlineData(SocketFields.Memory, 0x40)]
    [InlineData(SocketFields.Info, 0x0E)]
    [InlineData(SocketFields.TrafficClass, 0x30)]
    [InlineData(SocketFields.InetOptions | SocketFields.Cgroup | SocketFields.Mark, 0x00)]
    [InlineData(SocketFields.Memory | SocketFields.Info | SocketFields.TrafficClass, 0x7E)]
    public void Only_what_is_wanted_is_asked_of_an_internet_table(SocketFields fields, byte extensions)
    {
        Assert.Equal(extensions, SockDiagRequest.TcpBothFamilies(_buffer, 9, StateSet.All, fields)[16 + 3]);
        Assert.Equal(extensions, SockDiagRequest.Inet(_buffer, 9, SocketFamily.Inet, 17, StateSet.All, fields)[16 + 2]);
    }

    [Fact]
    public void A_protocol_number_that_does_not_fit_goes_as_an_attribute() => Assert.Equal(
        NetlinkBytes.Message(NetlinkBytes.SockDiag, 9,
        [
            2, 255, 0, 0,                   // no protocol: the attribute counts
            .. NetlinkBytes.U32(1 << 7),
            .. new byte[48],
            .. NetlinkBytes.Attribute(3, NetlinkBytes.U32(262)),
        ], Dump),
        SockDiagRequest.Inet(_buffer, 9, SocketFamily.Inet, 262, StateSet.Of(SocketState.Closed), SocketFields.None).ToArray());

    [Theory]
    [InlineData(SocketFields.None, 0x01)]
    [InlineData(SocketFields.UnixFile, 0x03)]
    [InlineData(SocketFields.UnixPeer, 0x05)]
    [InlineData(SocketFields.UnixQueues, 0x11)]
    [InlineData(SocketFields.Memory, 0x21)]
    [InlineData(SocketFields.User, 0x41)]
    public void A_unix_request_asks_for_names_and_what_is_wanted(SocketFields fields, uint show) => Assert.Equal(
        NetlinkBytes.Message(NetlinkBytes.SockDiag, 9,
        [
            1, 0, 0, 0,                     // sdiag_family, sdiag_protocol
            .. NetlinkBytes.U32(0x3FFE),    // udiag_states: all
            .. NetlinkBytes.U32(0),         // udiag_ino: any
            .. NetlinkBytes.U32(show),      // udiag_show
            .. new byte[8],                 // udiag_cookie
        ], Dump),
        SockDiagRequest.Unix(_buffer, 9, StateSet.All, fields).ToArray());

    [Theory]
    [InlineData(SocketFields.None, 0x11)]
    [InlineData(SocketFields.Memory, 0x11)]
    [InlineData(SocketFields.FamilyDetails, 0x1D)]
    [InlineData(SocketFields.PacketFilter, 0x31)]
    public void A_packet_request_asks_for_rings_and_filters_only_when_they_are_wanted(SocketFields fields, uint show) => Assert.Equal(
        NetlinkBytes.Message(NetlinkBytes.SockDiag, 9,
        [
            17, 0, 0, 0,                    // sdiag_family, sdiag_protocol
            .. NetlinkBytes.U32(0),         // pdiag_ino: any
            .. NetlinkBytes.U32(show),      // pdiag_show
            .. new byte[8],                 // pdiag_cookie
        ], Dump),
        SockDiagRequest.Packet(_buffer, 9, fields).ToArray());

    [Theory]
    [InlineData(SocketFields.None, 0x01)]
    [InlineData(SocketFields.FamilyDetails, 0x03)]
    public void A_netlink_request_asks_for_all_protocols(SocketFields fields, uint show) => Assert.Equal(
        NetlinkBytes.Message(NetlinkBytes.SockDiag, 9,
        [
            16, 255, 0, 0,                  // sdiag_family, sdiag_protocol: all
            .. NetlinkBytes.U32(0),         // ndiag_ino: any
            .. NetlinkBytes.U32(show),      // ndiag_show
            .. new byte[8],                 // ndiag_cookie
        ], Dump),
        SockDiagRequest.Netlink(_buffer, 9, fields).ToArray());

    [Fact]
    public void A_vsock_request_names_its_states_and_leaves_what_is_reserved() => Assert.Equal(
        NetlinkBytes.Message(NetlinkBytes.SockDiag, 9, [40, 0, 0, 0, .. NetlinkBytes.U32(1 << 10), .. new byte[16]], Dump),
        SockDiagRequest.Vsock(_buffer, 9, StateSet.Of(SocketState.Listen)).ToArray());

    [Fact]
    public void A_TIPC_request_is_its_states() => Assert.Equal(
        NetlinkBytes.Message(NetlinkBytes.SockDiag, 9, [30, 0, 0, 0, .. NetlinkBytes.U32(1 << 10)], Dump),
        SockDiagRequest.Tipc(_buffer, 9, StateSet.Of(SocketState.Listen)).ToArray());

    [Theory]
    [InlineData(SocketFields.None, 0x09)]
    [InlineData(SocketFields.FamilyDetails, 0x1F)]
    public void An_XDP_request_asks_for_rings_only_when_they_are_wanted(SocketFields fields, uint show) => Assert.Equal(
        NetlinkBytes.Message(NetlinkBytes.SockDiag, 9, [44, 0, 0, 0, .. NetlinkBytes.U32(0), .. NetlinkBytes.U32(show), .. new byte[8]], Dump),
        SockDiagRequest.Xdp(_buffer, 9, fields).ToArray());
}
