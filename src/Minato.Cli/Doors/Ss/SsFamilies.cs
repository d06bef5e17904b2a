using System;

namespace Minato.Cli.Doors.Ss;

/// <summary>Address families that ss selects by.</summary>
[Flags]
internal enum SsFamily
{
    None = 0,
    Inet = 1 << 0,
    Inet6 = 1 << 1,
    Unix = 1 << 2,
    Link = 1 << 3,
    Netlink = 1 << 4,
    Vsock = 1 << 5,
    Tipc = 1 << 6,
    Xdp = 1 << 7,
}

/// <summary>The families by the names that -f takes (ss(8)).</summary>
internal static class SsFamilies
{
    public const string Names = "inet inet6 link unix netlink vsock tipc xdp";

    /// <summary>What -f takes beside a family: asks for the help.</summary>
    public const string Help = "help";

    /// <summary>Every family, each alone.</summary>
    public static ReadOnlySpan<SsFamily> All =>
    [
        SsFamily.Inet, SsFamily.Inet6, SsFamily.Unix, SsFamily.Link, SsFamily.Netlink, SsFamily.Vsock, SsFamily.Tipc, SsFamily.Xdp,
    ];

    /// <summary>None for an unknown name.</summary>
    public static SsFamily Find(string name) => name switch
    {
        "inet" => SsFamily.Inet,
        "inet6" => SsFamily.Inet6,
        "link" => SsFamily.Link,
        "unix" => SsFamily.Unix,
        "netlink" => SsFamily.Netlink,
        "vsock" => SsFamily.Vsock,
        "tipc" => SsFamily.Tipc,
        "xdp" => SsFamily.Xdp,
        _ => SsFamily.None,
    };
}
