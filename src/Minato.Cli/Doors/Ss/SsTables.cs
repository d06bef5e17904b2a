using System;
using System.Numerics;
using Minato.Model;

namespace Minato.Cli.Doors.Ss;

/// <summary>The tables that ss selects by: what it counts when it decides whether the Netid column says anything.</summary>
[Flags]
internal enum SsTables
{
    None = 0,
    Tcp = 1 << 0,
    Mptcp = 1 << 1,
    Dccp = 1 << 2,
    Udp = 1 << 3,
    Raw = 1 << 4,
    UnixDatagram = 1 << 5,
    UnixStream = 1 << 6,
    UnixSeqPacket = 1 << 7,
    PacketDatagram = 1 << 8,
    PacketRaw = 1 << 9,
    Netlink = 1 << 10,
    Sctp = 1 << 11,
    VsockStream = 1 << 12,
    VsockDatagram = 1 << 13,
    Tipc = 1 << 14,
    Xdp = 1 << 15,

    Inet = Tcp | Mptcp | Dccp | Udp | Raw | Sctp,
    Unix = UnixDatagram | UnixStream | UnixSeqPacket,
    Packet = PacketDatagram | PacketRaw,
    Vsock = VsockStream | VsockDatagram,

    /// <summary>What ss calls all: TIPC is not in it.</summary>
    All = Inet | Unix | Packet | Netlink | Vsock | Xdp,
}

/// <summary>The tables by the names that -A takes (ss(8)).</summary>
internal static class SsTableNames
{
    public const string Names =
        "all inet tcp mptcp udp raw dccp sctp unix unix_stream unix_dgram unix_seqpacket packet packet_raw packet_dgram netlink vsock vsock_stream vsock_dgram tipc xdp";

    /// <summary>None for an unknown name.</summary>
    public static SsTables Find(ReadOnlySpan<char> name) => name switch
    {
        "all" => SsTables.All,
        "inet" => SsTables.Inet,
        "udp" => SsTables.Udp,
        "dccp" => SsTables.Dccp,
        "tcp" => SsTables.Tcp,
        "mptcp" => SsTables.Mptcp,
        "sctp" => SsTables.Sctp,
        "raw" => SsTables.Raw,
        "unix" => SsTables.Unix,
        "unix_stream" or "u_str" => SsTables.UnixStream,
        "unix_dgram" or "u_dgr" => SsTables.UnixDatagram,
        "unix_seqpacket" or "u_seq" => SsTables.UnixSeqPacket,
        "packet" => SsTables.Packet,
        "packet_raw" or "p_raw" => SsTables.PacketRaw,
        "packet_dgram" or "p_dgr" => SsTables.PacketDatagram,
        "netlink" => SsTables.Netlink,
        "tipc" => SsTables.Tipc,
        "vsock" => SsTables.Vsock,
        "vsock_stream" or "v_str" => SsTables.VsockStream,
        "vsock_dgram" or "v_dgr" => SsTables.VsockDatagram,
        "xdp" => SsTables.Xdp,
        _ => SsTables.None,
    };

    public static bool IsSingle(SsTables tables) => BitOperations.IsPow2((uint)tables);

    /// <summary>The transports of the tables. ss shows a vsock socket of the third type whichever of its two tables is asked.</summary>
    public static Transports Transports(SsTables tables)
    {
        Transports transports = Model.Transports.None;
        foreach ((SsTables table, Transports those) in (ReadOnlySpan<(SsTables, Transports)>)
            [
                (SsTables.Tcp, Model.Transports.Tcp),
                (SsTables.Mptcp, Model.Transports.Mptcp),
                (SsTables.Dccp, Model.Transports.Dccp),
                (SsTables.Udp, Model.Transports.Udp),
                (SsTables.Raw, Model.Transports.Raw),
                (SsTables.UnixDatagram, Model.Transports.UnixDatagram),
                (SsTables.UnixStream, Model.Transports.UnixStream),
                (SsTables.UnixSeqPacket, Model.Transports.UnixSeqPacket),
                (SsTables.PacketDatagram, Model.Transports.PacketDatagram),
                (SsTables.PacketRaw, Model.Transports.PacketRaw),
                (SsTables.Netlink, Model.Transports.Netlink),
                (SsTables.Sctp, Model.Transports.Sctp),
                (SsTables.VsockStream, Model.Transports.VsockStream | Model.Transports.VsockSeqPacket),
                (SsTables.VsockDatagram, Model.Transports.VsockDatagram | Model.Transports.VsockSeqPacket),
                (SsTables.Tipc, Model.Transports.Tipc),
                (SsTables.Xdp, Model.Transports.Xdp),
            ])
        {
            if ((tables & table) != 0) transports |= those;
        }

        return transports;
    }
}
