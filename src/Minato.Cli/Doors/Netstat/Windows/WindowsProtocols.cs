using System;

namespace Minato.Cli.Doors.Netstat.Windows;

/// <summary>The protocols that <c>-p</c> names.</summary>
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

/// <summary>Their names, in any case.</summary>
internal static class WindowsProtocolNames
{
    /// <summary>Those of a table of sockets.</summary>
    public const string Ports = "TCP, UDP, TCPv6 or UDPv6";

    /// <summary>Those that only have statistics.</summary>
    public const string Others = "IP, IPv6, ICMP or ICMPv6";

    /// <summary>The protocol of that name; none when there is none.</summary>
    public static WindowsProtocols Parse(string name) => name.ToUpperInvariant() switch
    {
        "IP" => WindowsProtocols.Ip,
        "IPV6" => WindowsProtocols.Ip6,
        "ICMP" => WindowsProtocols.Icmp,
        "ICMPV6" => WindowsProtocols.Icmp6,
        "TCP" => WindowsProtocols.Tcp,
        "TCPV6" => WindowsProtocols.Tcp6,
        "UDP" => WindowsProtocols.Udp,
        "UDPV6" => WindowsProtocols.Udp6,
        _ => WindowsProtocols.None,
    };
}
