using System;

namespace Minato.Rendering.Netstat.MacOs;

/// <summary>The protocols of macOS' <c>-s</c> that Linux counts; <c>-p</c> and <c>-f</c> pick of them.</summary>
[Flags]
internal enum MacOsCounterKinds
{
    None = 0,
    Tcp = 1,
    Udp = 2,
    Ip = 4,
    Icmp = 8,
    Ip6 = 16,
    Icmp6 = 32,

    /// <summary><c>-f inet</c>.</summary>
    Inet = Tcp | Udp | Ip | Icmp,

    /// <summary><c>-f inet6</c>.</summary>
    Inet6 = Ip6 | Icmp6,

    All = Inet | Inet6,
}
