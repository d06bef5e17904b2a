using System;
using System.Buffers.Binary;
using Minato.Interop.Linux.Libc;
using Minato.Interop.Linux.SockDiag;
using Minato.Model;

namespace Minato.Wire;

/// <summary>Requests about one internet socket, named by its ends and its cookie: close it, or tell whether it is there.</summary>
internal static class OneSocketRequest
{
    /// <summary>Enough for every request of this class.</summary>
    public const int MaxLength = 128;

    /// <summary>SOCK_DESTROY: the kernel acknowledges it or answers with an error.</summary>
    public static ReadOnlySpan<byte> Destroy(Span<byte> buffer, uint sequence, in SocketEntry socket) =>
        Write(buffer, sequence, SockDiagConstants.SOCK_DESTROY, Netlink.NLM_F_REQUEST | Netlink.NLM_F_ACK, Identify(socket));

    /// <summary>The kernel answers with the socket or with ENOENT.</summary>
    public static ReadOnlySpan<byte> Find(Span<byte> buffer, uint sequence, in SocketEntry socket)
    {
        InetDiagReqV2 request = Identify(socket);

        // udp_dump_one in net/ipv4/udp_diag.c: the two ends of this request, and of no other, are exchanged.
        if (socket.Transport == Transport.Udp)
        {
            (request.id.idiag_sport, request.id.idiag_dport) = (request.id.idiag_dport, request.id.idiag_sport);
            (request.id.idiag_src, request.id.idiag_dst) = (request.id.idiag_dst, request.id.idiag_src);
        }

        return Write(buffer, sequence, SockDiagConstants.SOCK_DIAG_BY_FAMILY, Netlink.NLM_F_REQUEST, request);
    }

    /// <summary>The TCP connection between two ends, whatever its cookie; the kernel answers as <see cref="Find"/> says, or with a listener for them.</summary>
    public static ReadOnlySpan<byte> FindConnection(Span<byte> buffer, uint sequence, in Endpoint local, in Endpoint peer, SocketFields fields)
    {
        SocketEntry socket = new() { Transport = Transport.Tcp, Family = local.Addr.IsV6 ? SocketFamily.Inet6 : SocketFamily.Inet };
        socket.LocalEnd = local;
        socket.PeerEnd = peer;
        InetDiagReqV2 request = Identify(socket);
        request.idiag_ext = SockDiagRequest.Extensions(fields);

        // INET_DIAG_NOCOOKIE
        request.id.idiag_cookie[0] = request.id.idiag_cookie[1] = uint.MaxValue;
        return Write(buffer, sequence, SockDiagConstants.SOCK_DIAG_BY_FAMILY, Netlink.NLM_F_REQUEST, request);
    }

    private static ReadOnlySpan<byte> Write(Span<byte> buffer, uint sequence, ushort type, ushort flags, scoped in InetDiagReqV2 request)
    {
        NetlinkWriter writer = new(buffer, type, flags, sequence);
        writer.Append(request);
        return writer.Message;
    }

    private static InetDiagReqV2 Identify(in SocketEntry socket)
    {
        InetDiagReqV2 request = new()
        {
            sdiag_family = socket.Family == SocketFamily.Inet6 ? (byte)SocketConstants.AF_INET6 : (byte)SocketConstants.AF_INET,
            sdiag_protocol = (byte)ProtocolOf(socket.Transport),

            // Of a raw socket this byte is its IP protocol (struct inet_diag_req_raw).
            pad = socket.Transport == Transport.Raw ? (byte)socket.Protocol : (byte)0,
        };
        request.id.idiag_sport = BinaryPrimitives.ReverseEndianness(socket.LocalEnd.Port);
        request.id.idiag_dport = BinaryPrimitives.ReverseEndianness(socket.PeerEnd.Port);
        SetAddress(ref request.id.idiag_src, in socket.LocalEnd.Addr);
        SetAddress(ref request.id.idiag_dst, in socket.PeerEnd.Addr);
        request.id.idiag_if = socket.InterfaceIndex;
        request.id.idiag_cookie[0] = (uint)socket.Identity.Value;
        request.id.idiag_cookie[1] = (uint)(socket.Identity.Value >> 32);
        return request;
    }

    private static int ProtocolOf(Transport transport) => transport switch
    {
        Transport.Udp => InternetProtocol.IPPROTO_UDP,
        Transport.Raw => InternetProtocol.IPPROTO_RAW,
        Transport.Sctp => InternetProtocol.IPPROTO_SCTP,
        Transport.Dccp => InternetProtocol.IPPROTO_DCCP,

        // The number of MPTCP does not fit here: such a request reaches TCP, where no socket has its cookie.
        _ => InternetProtocol.IPPROTO_TCP,
    };

    private static void SetAddress(ref AddressWords words, in IpAddr address)
    {
        if (!address.IsV6)
        {
            words[0] = BinaryPrimitives.ReverseEndianness((uint)address.Low);
            return;
        }

        words[0] = BinaryPrimitives.ReverseEndianness((uint)(address.High >> 32));
        words[1] = BinaryPrimitives.ReverseEndianness((uint)address.High);
        words[2] = BinaryPrimitives.ReverseEndianness((uint)(address.Low >> 32));
        words[3] = BinaryPrimitives.ReverseEndianness((uint)address.Low);
    }
}
