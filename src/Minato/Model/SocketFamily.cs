using System;

namespace Minato.Model;

/// <summary>Address family of a socket.</summary>
public enum SocketFamily : byte
{
    /// <summary>IPv4.</summary>
    Inet,

    /// <summary>IPv6; a dual-stack socket is one of these.</summary>
    Inet6,

    /// <summary>UNIX domain.</summary>
    Unix,

    /// <summary>Link layer (packet(7)).</summary>
    Packet,

    /// <summary>Netlink (netlink(7)).</summary>
    Netlink,

    /// <summary>Virtual machine and host (vsock(7)).</summary>
    Vsock,

    /// <summary>TIPC.</summary>
    Tipc,

    /// <summary>AF_XDP.</summary>
    Xdp,
}

/// <summary>A set of internet address families.</summary>
[Flags]
public enum IpFamilies
{
    /// <summary>Neither.</summary>
    None = 0,

    /// <summary>IPv4.</summary>
    V4 = 1 << SocketFamily.Inet,

    /// <summary>IPv6.</summary>
    V6 = 1 << SocketFamily.Inet6,

    /// <summary>IPv4 and IPv6.</summary>
    Both = V4 | V6,
}
