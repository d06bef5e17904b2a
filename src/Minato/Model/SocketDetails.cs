using System;

namespace Minato.Model;

/// <summary>
/// What a socket has beside its row when it is asked: too large to stand in every row. One object serves many sockets
/// after each other and is valid only while its batch is.
/// </summary>
public sealed partial class SocketDetails
{
    private PacketDetails? _packet;
    private XdpDetails? _xdp;

    internal SocketDetails()
    {
    }

    /// <summary>Which parts hold a fact about this socket; the others must not be read.</summary>
    public DetailParts Known { get; internal set; }

    /// <summary>What the buffers hold.</summary>
    public SocketMemory Memory { get; internal set; }

    /// <summary>Of a packet socket.</summary>
    public PacketDetails Packet => _packet ??= new PacketDetails();

    /// <summary>Of an AF_XDP socket.</summary>
    public XdpDetails Xdp => _xdp ??= new XdpDetails();

    /// <summary>Of a netlink socket.</summary>
    public NetlinkDetails Netlink { get; internal set; }

    /// <summary>Of a TIPC socket.</summary>
    public TipcDetails Tipc { get; internal set; }

    /// <summary>In a row that was read from a printed table: what no field holds.</summary>
    internal PrintedCells? Printed { get; set; }

    /// <summary>Whether the part holds a fact.</summary>
    public bool Has(DetailParts part) => (Known & part) == part;

    internal void SetMemory(in SocketMemory memory)
    {
        Memory = memory;
        Known |= DetailParts.Memory;
    }

    internal void SetNetlink(in NetlinkDetails netlink)
    {
        Netlink = netlink;
        Known |= DetailParts.Netlink;
    }

    internal void SetTipc(in TipcDetails tipc)
    {
        Tipc = tipc;
        Known |= DetailParts.Tipc;
    }

    /// <summary>The same details in an object of their own, which stays when the batch has gone.</summary>
    internal SocketDetails Copy()
    {
        SocketDetails copy = (SocketDetails)MemberwiseClone();
        copy._packet = _packet?.Copy();
        copy._xdp = _xdp?.Copy();
        copy.DetachLists();
        return copy;
    }

    /// <summary>Makes the object ready for the next socket: no part is known.</summary>
    internal void Clear() => Known = DetailParts.None;
}

/// <summary>The parts of <see cref="SocketDetails"/>.</summary>
[Flags]
public enum DetailParts
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>What the buffers hold.</summary>
    Memory = 1 << 0,

    /// <summary>The metrics of a TCP connection.</summary>
    Tcp = 1 << 1,

    /// <summary>The name of the congestion control.</summary>
    Congestion = 1 << 2,

    /// <summary>What Vegas keeps.</summary>
    Vegas = 1 << 3,

    /// <summary>What DCTCP keeps.</summary>
    Dctcp = 1 << 4,

    /// <summary>What BBR keeps.</summary>
    Bbr = 1 << 5,

    /// <summary>Type of service.</summary>
    TypeOfService = 1 << 6,

    /// <summary>IPv6 traffic class.</summary>
    TrafficClass = 1 << 7,

    /// <summary>Class id of the socket's priority or control group.</summary>
    ClassId = 1 << 8,

    /// <summary>Socket options of the internet families.</summary>
    InetOptions = 1 << 9,

    /// <summary>The upper layer protocol over TCP.</summary>
    UpperLayer = 1 << 10,

    /// <summary>MD5 signature keys.</summary>
    Md5Keys = 1 << 11,

    /// <summary>The metrics of an MPTCP connection.</summary>
    Mptcp = 1 << 12,

    /// <summary>The metrics of an SCTP association.</summary>
    Sctp = 1 << 13,

    /// <summary>All local addresses of an SCTP association.</summary>
    SctpLocals = 1 << 14,

    /// <summary>All peer addresses of an SCTP association.</summary>
    SctpPeers = 1 << 15,

    /// <summary>The older, shorter account of what the buffers hold.</summary>
    OldMemory = 1 << 16,

    /// <summary>What /proc/net/tcp has behind the inode.</summary>
    ProcNet = 1 << 17,

    /// <summary>What packet sockets have.</summary>
    Packet = 1 << 20,

    /// <summary>What netlink sockets have.</summary>
    Netlink = 1 << 21,

    /// <summary>What TIPC sockets have.</summary>
    Tipc = 1 << 22,

    /// <summary>What AF_XDP sockets have.</summary>
    Xdp = 1 << 23,

    /// <summary>What BPF programs store with the socket.</summary>
    Storage = 1 << 24,
}
