using System;

namespace Minato.Model;

/// <summary>What kind of socket it is.</summary>
public enum Transport : byte
{
    /// <summary>TCP (RFC 9293).</summary>
    Tcp,

    /// <summary>UDP (RFC 768).</summary>
    Udp,

    /// <summary>A raw IP socket; its port is the IP protocol number.</summary>
    Raw,

    /// <summary>UNIX stream socket.</summary>
    UnixStream,

    /// <summary>UNIX datagram socket.</summary>
    UnixDatagram,

    /// <summary>UNIX sequenced-packet socket.</summary>
    UnixSeqPacket,

    /// <summary>Multipath TCP (RFC 8684).</summary>
    Mptcp,

    /// <summary>SCTP (RFC 9260).</summary>
    Sctp,

    /// <summary>DCCP (RFC 4340); Linux dropped it in 6.16.</summary>
    Dccp,

    /// <summary>Packet socket that sees link-layer headers (packet(7), SOCK_RAW).</summary>
    PacketRaw,

    /// <summary>Packet socket without link-layer headers (packet(7), SOCK_DGRAM).</summary>
    PacketDatagram,

    /// <summary>Netlink socket (netlink(7)).</summary>
    Netlink,

    /// <summary>Stream between a virtual machine and its host (vsock(7)).</summary>
    VsockStream,

    /// <summary>Datagram between a virtual machine and its host (vsock(7)).</summary>
    VsockDatagram,

    /// <summary>Sequenced packets between a virtual machine and its host (vsock(7)).</summary>
    VsockSeqPacket,

    /// <summary>TIPC, of the type that the row's protocol number says (SOCK_STREAM, SOCK_DGRAM, SOCK_RDM, SOCK_SEQPACKET).</summary>
    Tipc,

    /// <summary>AF_XDP socket.</summary>
    Xdp,

    /// <summary>UDP-Lite (RFC 3828).</summary>
    UdpLite,
}

/// <summary>A set of transports.</summary>
[Flags]
public enum Transports
{
    /// <summary>No transport.</summary>
    None = 0,

    /// <summary>TCP.</summary>
    Tcp = 1 << Transport.Tcp,

    /// <summary>UDP.</summary>
    Udp = 1 << Transport.Udp,

    /// <summary>Raw IP.</summary>
    Raw = 1 << Transport.Raw,

    /// <summary>UNIX stream.</summary>
    UnixStream = 1 << Transport.UnixStream,

    /// <summary>UNIX datagram.</summary>
    UnixDatagram = 1 << Transport.UnixDatagram,

    /// <summary>UNIX sequenced packet.</summary>
    UnixSeqPacket = 1 << Transport.UnixSeqPacket,

    /// <summary>Multipath TCP.</summary>
    Mptcp = 1 << Transport.Mptcp,

    /// <summary>SCTP.</summary>
    Sctp = 1 << Transport.Sctp,

    /// <summary>DCCP.</summary>
    Dccp = 1 << Transport.Dccp,

    /// <summary>Packet sockets that see link-layer headers.</summary>
    PacketRaw = 1 << Transport.PacketRaw,

    /// <summary>Packet sockets without link-layer headers.</summary>
    PacketDatagram = 1 << Transport.PacketDatagram,

    /// <summary>Netlink.</summary>
    Netlink = 1 << Transport.Netlink,

    /// <summary>Vsock stream.</summary>
    VsockStream = 1 << Transport.VsockStream,

    /// <summary>Vsock datagram.</summary>
    VsockDatagram = 1 << Transport.VsockDatagram,

    /// <summary>Vsock sequenced packet.</summary>
    VsockSeqPacket = 1 << Transport.VsockSeqPacket,

    /// <summary>TIPC.</summary>
    Tipc = 1 << Transport.Tipc,

    /// <summary>AF_XDP.</summary>
    Xdp = 1 << Transport.Xdp,

    /// <summary>UDP-Lite.</summary>
    UdpLite = 1 << Transport.UdpLite,

    /// <summary>The internet transports that ss calls so: UDP-Lite is not one of them.</summary>
    Inet = Tcp | Udp | Raw | Mptcp | Sctp | Dccp,

    /// <summary>Both kinds of packet socket.</summary>
    Packet = PacketRaw | PacketDatagram,

    /// <summary>All kinds of vsock socket.</summary>
    Vsock = VsockStream | VsockDatagram | VsockSeqPacket,

    /// <summary>All kinds of UNIX socket.</summary>
    Unix = UnixStream | UnixDatagram | UnixSeqPacket,

    /// <summary>Everything this version can list.</summary>
    All = Inet | UdpLite | Unix | Packet | Netlink | Vsock | Tipc | Xdp,
}
