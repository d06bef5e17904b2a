using System;

namespace Minato.Model;

/// <summary>Fields of a socket that not every source carries. Asked in a query, and told per row in <see cref="SocketEntry.Known"/>.</summary>
[Flags]
public enum SocketFields
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>Length limit of a listener's accept queue.</summary>
    Backlog = 1 << 0,

    /// <summary>Whether an IPv6 socket refuses IPv4.</summary>
    V6Only = 1 << 1,

    /// <summary>The kernel's cookie.</summary>
    Cookie = 1 << 2,

    /// <summary>Firewall mark.</summary>
    Mark = 1 << 3,

    /// <summary>Control group (version 2).</summary>
    Cgroup = 1 << 4,

    /// <summary>Which directions are shut down.</summary>
    Shutdown = 1 << 5,

    /// <summary>Interface the socket is bound to.</summary>
    Interface = 1 << 6,

    /// <summary>Timer.</summary>
    Timer = 1 << 7,

    /// <summary>User that created the socket.</summary>
    User = 1 << 8,

    /// <summary>Inode of a UNIX socket's peer.</summary>
    UnixPeer = 1 << 9,

    /// <summary>Queue lengths of a UNIX socket.</summary>
    UnixQueues = 1 << 10,

    /// <summary>Device and inode of a UNIX socket's file.</summary>
    UnixFile = 1 << 11,

    /// <summary>Who opened the connection, inferred.</summary>
    Direction = 1 << 12,

    /// <summary>Reference count and flags that /proc/net/unix has and unix_diag has not.</summary>
    UnixReferences = 1 << 13,

    /// <summary>Inodes of the peers that wait in a UNIX listener's queue.</summary>
    UnixPending = 1 << 14,

    /// <summary>What the buffers of a socket hold (<see cref="SocketDetails"/>).</summary>
    Memory = 1 << 15,

    /// <summary>What the protocol keeps about a connection, and its congestion control (<see cref="SocketDetails"/>).</summary>
    Info = 1 << 16,

    /// <summary>Type of service, traffic class and class id (<see cref="SocketDetails"/>).</summary>
    TrafficClass = 1 << 17,

    /// <summary>Socket options of the internet families (<see cref="SocketDetails"/>).</summary>
    InetOptions = 1 << 18,

    /// <summary>
    /// That the row was read from a printed table: its queues, inode, user, timer and owners hold a fact only when their own
    /// bits say so, and a state of <see cref="SocketState.Unknown"/> was not printed.
    /// </summary>
    FromText = 1 << 19,

    /// <summary>Queue lengths of a row with <see cref="FromText"/>.</summary>
    Queues = 1 << 20,

    /// <summary>Inode of a row with <see cref="FromText"/>.</summary>
    Inode = 1 << 21,

    /// <summary>Owners of a row with <see cref="FromText"/>: known, and none when there are none.</summary>
    Owners = 1 << 22,

    /// <summary>
    /// That a netlink or TIPC socket has another end: <see cref="SocketEntry.PeerNumber"/>, and as a number the address of
    /// <see cref="SocketEntry.Peer"/>, which is the node of TIPC and the group of netlink.
    /// </summary>
    OtherEnd = 1 << 24,

    /// <summary>What packet, netlink, TIPC and AF_XDP sockets have each for themselves (<see cref="SocketDetails"/>).</summary>
    FamilyDetails = 1 << 25,

    /// <summary>The classic BPF program of a packet socket (<see cref="SocketDetails"/>).</summary>
    PacketFilter = 1 << 26,

    /// <summary>What BPF programs store with a socket (<see cref="SocketDetails"/>).</summary>
    Storage = 1 << 27,
}
