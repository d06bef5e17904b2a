using System;

namespace Minato.Model.Network;

/// <summary>What a route is: RTF_* of linux/route.h, and above 16 bits of linux/ipv6_route.h.</summary>
[Flags]
internal enum RouteFlags : uint
{
    None = 0,
    Up = 0x0001,
    Gateway = 0x0002,
    Host = 0x0004,
    Reinstate = 0x0008,
    Dynamic = 0x0010,
    Modified = 0x0020,
    Mtu = 0x0040,
    Window = 0x0080,
    Irtt = 0x0100,
    Reject = 0x0200,

    /// <summary>RTF_NOTCACHED of Linux 2.4; no kernel sets it today.</summary>
    NotCached = 0x0400,
    Default = 0x00010000,
    AllOnLink = 0x00020000,
    AddrConf = 0x00040000,
    PrefixRoute = 0x00080000,
    Anycast = 0x00100000,
    NoNextHop = 0x00200000,
    Expires = 0x00400000,
    RouteInfo = 0x00800000,
    Cache = 0x01000000,
    Flow = 0x02000000,
    Policy = 0x04000000,
    PerProcessor = 0x40000000,
    Local = 0x80000000,
}
