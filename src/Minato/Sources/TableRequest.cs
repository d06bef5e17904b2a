using Minato.Filter.Kernel;
using Minato.Model;

namespace Minato.Sources;

/// <summary>A table of the kernel that is asked as one.</summary>
internal enum SocketTable : byte
{
    Tcp,
    Udp,
    Raw,
    Unix,
    Mptcp,
    Sctp,
    Dccp,
    Packet,
    Netlink,
    Vsock,
    Tipc,
    Xdp,
    UdpLite,
}

/// <summary>What is wanted of one table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Families">Internet families; ignored for UNIX.</param>
/// <param name="Transports">Which UNIX types; ignored for the others.</param>
/// <param name="States">States wanted.</param>
/// <param name="Fields">Optional fields wanted.</param>
/// <param name="FamiliesApart">IPv4 rows before IPv6 rows instead of the kernel's mixed order.</param>
/// <param name="NetNamespace">Inode of the network namespace, for row identities; 0 when it was not read.</param>
internal readonly record struct TableRequest(
    SocketTable Table,
    IpFamilies Families,
    Transports Transports,
    StateSet States,
    SocketFields Fields,
    bool FamiliesApart,
    ulong NetNamespace)
{
    /// <summary>What the kernel can check of the filter, for the internet tables; null is no filter, or nothing that it can.</summary>
    public KernelFilter? Filter { get; init; }

    /// <summary>Whether rows must come in the order of the kernel's walk: nothing may read the table in several parts at once.</summary>
    public bool InWalkOrder { get; init; }

    /// <summary>Whether rows must have the kernel's cookie, though nobody shows it.</summary>
    public bool NamesSockets { get; init; }

    /// <summary>The transport of an internet table's rows.</summary>
    public Transport InetTransport => Table switch
    {
        SocketTable.Udp => Transport.Udp,
        SocketTable.UdpLite => Transport.UdpLite,
        SocketTable.Raw => Transport.Raw,
        SocketTable.Mptcp => Transport.Mptcp,
        SocketTable.Sctp => Transport.Sctp,
        SocketTable.Dccp => Transport.Dccp,
        _ => Transport.Tcp,
    };

    /// <summary>Whether a row's kind was asked: tables of several kinds are dumped whole.</summary>
    public bool Wants(Transport transport) => (Transports & (Transports)(1 << (int)transport)) != 0;

    /// <summary>Whether SCTP and UDP-Lite come from their files in /proc, which alone have what netstat prints of them.</summary>
    public bool ReadsRareFiles { get; init; }

    /// <summary>Whether the table is to be read from its file whatever the kernel could be asked.</summary>
    public bool InsistsOnFile => ReadsRareFiles && Table is SocketTable.Sctp or SocketTable.UdpLite;

    /// <summary>Whether the table has a file in /proc; the others are known to netlink alone.</summary>
    public bool HasFile => InsistsOnFile || Table is SocketTable.Tcp or SocketTable.Udp or SocketTable.Raw or SocketTable.Unix or SocketTable.Packet or SocketTable.Netlink;

    /// <summary>The file that decides whether the table is read from files.</summary>
    public ProcFile File => Table switch
    {
        SocketTable.Tcp => ProcFile.Tcp,
        SocketTable.Udp or SocketTable.UdpLite => ProcFile.Udp,
        SocketTable.Raw => ProcFile.Raw,
        SocketTable.Unix => ProcFile.Unix,
        SocketTable.Packet => ProcFile.Packet,
        SocketTable.Netlink => ProcFile.Netlink,
        SocketTable.Mptcp => ProcFile.Mptcp,
        SocketTable.Sctp => ProcFile.Sctp,
        _ => ProcFile.Dccp,
    };
}
