using Minato.Rendering.Netstat.Windows;

namespace Minato.Cli.Doors.Netstat.Windows;

/// <summary>The names of protocols behind <c>-p</c>, in any case.</summary>
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
