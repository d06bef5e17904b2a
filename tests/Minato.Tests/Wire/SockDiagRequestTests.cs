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

    [Theory]
    [InlineData(SocketFields.None, 0x01)]
    [InlineData(SocketFields.UnixFile, 0x03)]
    [InlineData(SocketFields.UnixPeer, 0x05)]
    [InlineData(SocketFields.UnixQueues, 0x11)]
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
}
