using System;

namespace Minato.Rendering.Netstat.Windows;

/// <summary>The protocols that Windows' <c>-p</c> names and <c>-s</c> has statistics of.</summary>
[Flags]
internal enum WindowsProtocols
{
    None = 0,
    Ip = 1 << 0,
    Ip6 = 1 << 1,
    Icmp = 1 << 2,
    Icmp6 = 1 << 3,
    Tcp = 1 << 4,
    Tcp6 = 1 << 5,
    Udp = 1 << 6,
    Udp6 = 1 << 7,

    /// <summary>Those that have connections or ports.</summary>
    Ports = Tcp | Tcp6 | Udp | Udp6,

    /// <summary>Those that have statistics.</summary>
    All = Ip | Ip6 | Icmp | Icmp6 | Ports,
}
