using System;

namespace Minato.Rendering.Netstat.Windows;

/// <summary>The protocols that Windows' <c>-s</c> knows; <c>-p</c> picks one.</summary>
[Flags]
internal enum WindowsCounterKinds
{
    None = 0,
    Ip = 1,
    IpV6 = 2,
    Icmp = 4,
    IcmpV6 = 8,
    Tcp = 16,
    TcpV6 = 32,
    Udp = 64,
    UdpV6 = 128,
    All = 255,
}
