using System;
using Minato.Model;
using Minato.Wire;

namespace Minato.Tests.Wire;

public sealed class OneSocketRequestTests
{
    private static readonly byte[] V4Local = [127, 0, 0, 1, .. new byte[12]];
    private static readonly byte[] V4Peer = [192, 0, 2, 7, .. new byte[12]];

    [Fact]
    public void Destroying_names_the_socket_by_its_ends_its_interface_and_its_cookie()
    {
        SocketEntry socket = Socket(Transport.Tcp);

        byte[] expected =
        [
            .. NetlinkBytes.U32(72), .. NetlinkBytes.U16(21), .. NetlinkBytes.U16(5), .. NetlinkBytes.U32(3), .. NetlinkBytes.U32(0),
            2, 6, 0, 0, .. NetlinkBytes.U32(0),
            .. NetlinkBytes.Net16(8080), .. NetlinkBytes.Net16(4321), .. V4Local, .. V4Peer,
            .. NetlinkBytes.U32(4), .. NetlinkBytes.U64(0x1_0000_0007),
        ];
        Assert.Equal(expected, OneSocketRequest.Destroy(new byte[OneSocketRequest.MaxLength], 3, socket).ToArray());
    }

    [Fact]
    public void An_IPv6_socket_is_named_by_its_whole_address()
    {
        SocketEntry socket = Socket(Transport.Tcp);
        socket.Family = SocketFamily.Inet6;
        socket.LocalEnd = new Endpoint(IpAddr.V6(0x2001_0db8_0001_0002, 0x0003_0004_0005_0006), 80);

        ReadOnlySpan<byte> request = OneSocketRequest.Destroy(new byte[OneSocketRequest.MaxLength], 3, socket);
        Assert.Equal(10, request[16]);
        Assert.Equal([0x20, 1, 0x0d, 0xb8, 0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6], request.Slice(28, 16).ToArray());
    }

    [Fact]
    public void Looking_for_a_UDP_socket_exchanges_its_ends()
    {
        ReadOnlySpan<byte> request = OneSocketRequest.Find(new byte[OneSocketRequest.MaxLength], 3, Socket(Transport.Udp));

        Assert.Equal([.. NetlinkBytes.Net16(4321), .. NetlinkBytes.Net16(8080), .. V4Peer, .. V4Local], request.Slice(24, 36).ToArray());
    }

    [Fact]
    public void Destroying_a_UDP_socket_does_not()
    {
        ReadOnlySpan<byte> request = OneSocketRequest.Destroy(new byte[OneSocketRequest.MaxLength], 3, Socket(Transport.Udp));

        Assert.Equal([.. NetlinkBytes.Net16(8080), .. NetlinkBytes.Net16(4321), .. V4Local, .. V4Peer], request.Slice(24, 36).ToArray());
    }

    [Fact]
    public void A_raw_socket_is_named_by_its_protocol_too()
    {
        SocketEntry socket = Socket(Transport.Raw);
        socket.Protocol = 1;

        Assert.Equal([2, 255, 0, 1], OneSocketRequest.Destroy(new byte[OneSocketRequest.MaxLength], 3, socket).Slice(16, 4).ToArray());
    }

    private static SocketEntry Socket(Transport transport)
    {
        SocketEntry socket = new() { Transport = transport, Family = SocketFamily.Inet, InterfaceIndex = 4 };
        socket.LocalEnd = new Endpoint(IpAddr.V4(0x7F000001), 8080);
        socket.PeerEnd = new Endpoint(IpAddr.V4(0xC0000207), 4321);
        socket.Identity.Set(0, 0x1_0000_0007, SocketIdKind.Cookie);
        return socket;
    }
}
