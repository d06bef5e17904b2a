using System;
using Minato.Model.Network;

namespace Minato.Rendering.Netstat.Linux;

/// <summary>The letters of net-tools 2.10 for a route's flags, each table with its own. Observed by giving it every flag.</summary>
internal static class LinuxRouteFlags
{
    /// <summary>Room for all letters of a route.</summary>
    public const int Most = 24;

    /// <summary>Writes the letters of an IPv4 route and gives their number.</summary>
    public static int WriteV4(Span<byte> to, RouteFlags flags)
    {
        int at = 0;
        bool isReject = (flags & RouteFlags.Reject) != 0;
        to[at++] = isReject ? (byte)'!' : (byte)'U';
        if (!isReject) Letter(to, ref at, flags, RouteFlags.Gateway, 'G');
        Letter(to, ref at, flags, RouteFlags.Host, 'H');
        Letter(to, ref at, flags, RouteFlags.Reinstate, 'R');
        Letter(to, ref at, flags, RouteFlags.Dynamic, 'D');
        Letter(to, ref at, flags, RouteFlags.Modified, 'M');
        Letter(to, ref at, flags, RouteFlags.Default, 'd');
        Letter(to, ref at, flags, RouteFlags.AllOnLink, 'a');
        Letter(to, ref at, flags, RouteFlags.AddrConf, 'c');
        Letter(to, ref at, flags, RouteFlags.NoNextHop, 'o');
        Letter(to, ref at, flags, RouteFlags.Expires, 'e');
        Letter(to, ref at, flags, RouteFlags.Cache, 'c');
        Letter(to, ref at, flags, RouteFlags.Flow, 'f');
        Letter(to, ref at, flags, RouteFlags.Policy, 'p');
        Letter(to, ref at, flags, RouteFlags.Local, 'l');
        Letter(to, ref at, flags, RouteFlags.Mtu, 'u');
        Letter(to, ref at, flags, RouteFlags.Window, 'w');
        Letter(to, ref at, flags, RouteFlags.Irtt, 'i');
        Letter(to, ref at, flags, RouteFlags.NotCached, 'n');
        return at;
    }

    /// <summary>Writes the letters of an IPv6 route and gives their number.</summary>
    public static int WriteV6(Span<byte> to, RouteFlags flags)
    {
        int at = 0;
        Letter(to, ref at, flags, RouteFlags.Up, 'U');
        Letter(to, ref at, flags, RouteFlags.Reject, '!');
        Letter(to, ref at, flags, RouteFlags.Gateway, 'G');
        Letter(to, ref at, flags, RouteFlags.Host, 'H');
        Letter(to, ref at, flags, RouteFlags.Default, 'D');
        Letter(to, ref at, flags, RouteFlags.AddrConf, 'A');
        Letter(to, ref at, flags, RouteFlags.Cache, 'C');
        Letter(to, ref at, flags, RouteFlags.AllOnLink, 'a');
        Letter(to, ref at, flags, RouteFlags.Expires, 'e');
        Letter(to, ref at, flags, RouteFlags.Modified, 'm');
        Letter(to, ref at, flags, RouteFlags.NoNextHop, 'n');
        Letter(to, ref at, flags, RouteFlags.Flow, 'f');
        return at;
    }

    private static void Letter(Span<byte> to, ref int at, RouteFlags flags, RouteFlags flag, char letter)
    {
        if ((flags & flag) != 0) to[at++] = (byte)letter;
    }
}
