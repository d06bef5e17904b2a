using System;
using System.Runtime.CompilerServices;
using Minato.Model;

namespace Minato.Rendering.Ss;

/// <summary>
/// The cells that every row has: Netid and the two ends. An end is two cells, because ss aligns addresses to the right and
/// ports to the left of their delimiter; the delimiter belongs to the address.
/// </summary>
internal sealed class SsCells(Utf8Sink sink, IRowNames names, SsColumns columns)
{
    private readonly InetCells _inet = new(sink, names, columns);
    private readonly UnixCells _unix = new(sink, columns);
    private readonly PacketCells _packet = new(sink, names, columns);
    private readonly NetlinkCells _netlink = new(sink, names, columns);
    private readonly VsockCells _vsock = new(sink);
    private readonly TipcCells _tipc = new(sink);
    private readonly XdpCells _xdp = new(sink, names, columns);

    /// <summary>The name of a row's table.</summary>
    public ReadOnlySpan<byte> Netid(in SocketEntry row) => row.Transport switch
    {
        Transport.Tcp => "tcp"u8,
        Transport.Udp => "udp"u8,
        Transport.Raw => columns.Release is null ? "raw"u8 : RawNetid(row.Protocol),
        Transport.UnixStream => "u_str"u8,
        Transport.UnixDatagram => "u_dgr"u8,
        Transport.UnixSeqPacket => "u_seq"u8,
        Transport.Mptcp => "mptcp"u8,
        Transport.Sctp => "sctp"u8,
        Transport.Dccp => "dccp"u8,
        Transport.PacketRaw => "p_raw"u8,
        Transport.PacketDatagram => "p_dgr"u8,
        Transport.Netlink => "nl"u8,
        Transport.VsockStream => "v_str"u8,
        Transport.VsockDatagram => "v_dgr"u8,
        Transport.Tipc => TipcNetid(row.Protocol),
        Transport.Xdp => "xdp"u8,
        _ => "???"u8,
    };

    /// <summary>This machine's end in one piece.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AppendLocal(in SocketEntry row)
    {
        if (row.Family <= SocketFamily.Inet6)
        {
            _inet.AppendLocal(in row);
            return;
        }

        AppendLocalAddress(in row);
        AppendLocalPort(in row);
    }

    /// <summary>The other end in one piece.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AppendPeer(in SocketEntry row)
    {
        if (row.Family <= SocketFamily.Inet6)
        {
            _inet.AppendPeer(in row);
            return;
        }

        AppendPeerAddress(in row);
        AppendPeerPort(in row);
    }

    /// <summary>What stands under "Local Address:", the delimiter included.</summary>
    public void AppendLocalAddress(in SocketEntry row)
    {
        switch (row.Family)
        {
            case SocketFamily.Inet or SocketFamily.Inet6: _inet.AppendLocalAddress(in row); break;
            case SocketFamily.Unix: _unix.AppendLocalAddress(in row); break;
            case SocketFamily.Packet: _packet.AppendLocalAddress(in row); break;
            case SocketFamily.Netlink: _netlink.AppendLocalAddress(in row); break;
            case SocketFamily.Vsock: _vsock.AppendLocalAddress(in row); break;
            case SocketFamily.Tipc: _tipc.AppendLocalAddress(in row); break;
            case SocketFamily.Xdp: _xdp.AppendLocalAddress(in row); break;
        }
    }

    /// <summary>What stands under the local "Port".</summary>
    public void AppendLocalPort(in SocketEntry row)
    {
        switch (row.Family)
        {
            case SocketFamily.Inet or SocketFamily.Inet6: _inet.AppendLocalPort(in row); break;
            case SocketFamily.Unix: _unix.AppendLocalPort(in row); break;
            case SocketFamily.Packet: _packet.AppendLocalPort(in row); break;
            case SocketFamily.Netlink: _netlink.AppendLocalPort(in row); break;
            case SocketFamily.Vsock: _vsock.AppendLocalPort(in row); break;
            case SocketFamily.Tipc: _tipc.AppendLocalPort(in row); break;
            case SocketFamily.Xdp: _xdp.AppendLocalPort(in row); break;
        }
    }

    /// <summary>What stands under "Peer Address:", the delimiter included.</summary>
    public void AppendPeerAddress(in SocketEntry row)
    {
        switch (row.Family)
        {
            case SocketFamily.Inet or SocketFamily.Inet6: _inet.AppendPeerAddress(in row); break;
            case SocketFamily.Unix: _unix.AppendPeerAddress(); break;
            case SocketFamily.Packet or SocketFamily.Xdp: sink.Append((byte)'*'); break;
            case SocketFamily.Netlink: _netlink.AppendPeerAddress(in row); break;
            case SocketFamily.Vsock: _vsock.AppendPeerAddress(in row); break;
            case SocketFamily.Tipc: _tipc.AppendPeerAddress(in row); break;
        }
    }

    /// <summary>What stands under the peer's "Port".</summary>
    public void AppendPeerPort(in SocketEntry row)
    {
        switch (row.Family)
        {
            case SocketFamily.Inet or SocketFamily.Inet6: _inet.AppendPeerPort(in row); break;
            case SocketFamily.Unix: _unix.AppendPeerPort(in row); break;
            case SocketFamily.Netlink: _netlink.AppendPeerPort(in row); break;
            case SocketFamily.Vsock: _vsock.AppendPeerPort(in row); break;
            case SocketFamily.Tipc: _tipc.AppendPeerPort(in row); break;
            default: break;
        }
    }

    // ss takes the IP protocol that the kernel tells for the name of the table, and knows these (netinet/in.h).
    private static ReadOnlySpan<byte> RawNetid(ushort protocol) => protocol switch
    {
        0 => "raw"u8,
        6 => "tcp"u8,
        17 => "udp"u8,
        33 => "dccp"u8,
        58 => "icmp6"u8,
        132 => "sctp"u8,
        _ => "???"u8,
    };

    // SOCK_STREAM, SOCK_DGRAM, SOCK_RDM and SOCK_SEQPACKET (linux/net.h).
    private static ReadOnlySpan<byte> TipcNetid(ushort type) => type switch
    {
        1 => "ti_st"u8,
        2 => "ti_dg"u8,
        4 => "ti_rd"u8,
        5 => "ti_sq"u8,
        _ => "???"u8,
    };
}
