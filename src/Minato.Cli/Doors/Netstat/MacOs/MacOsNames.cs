namespace Minato.Cli.Doors.Netstat.MacOs;

/// <summary>What <c>-f</c> narrows the answer to.</summary>
internal enum MacOsFamily
{
    /// <summary>Nothing: all families.</summary>
    Any,
    Inet,
    Inet6,
    Unix,
    Vsock,
    System,
    Route,
    Key,
    Ipx,
}

/// <summary>What <c>-p</c> narrows the answer to.</summary>
internal enum MacOsProtocol
{
    /// <summary>Nothing: all protocols.</summary>
    Any,
    Tcp,
    Udp,
    Ip,
    Icmp,
    Igmp,
    Ipsec,
    Ip6,
    Icmp6,
    Ipsec6,
    Rip6,
    PfKey,
    Mptcp,
    Stream,
    Datagram,
}

/// <summary>The words that <c>-f</c> and <c>-p</c> of macOS know.</summary>
internal static class MacOsNames
{
    public const string Families = "inet, inet6, unix, vsock, systm, route, pfkey or ipx";

    public const string Protocols = "tcp, udp, ip, icmp, igmp, ipsec, ip6, icmp6, ipsec6, rip6, pfkey, mptcp, stream or dgram";

    public static MacOsFamily? Family(string word) => word switch
    {
        "inet" => MacOsFamily.Inet,
        "inet6" => MacOsFamily.Inet6,
        "unix" => MacOsFamily.Unix,
        "vsock" => MacOsFamily.Vsock,
        "systm" => MacOsFamily.System,
        "route" => MacOsFamily.Route,
        "pfkey" => MacOsFamily.Key,
        "ipx" => MacOsFamily.Ipx,
        _ => null,
    };

    public static MacOsProtocol? Protocol(string word) => word switch
    {
        "tcp" => MacOsProtocol.Tcp,
        "udp" => MacOsProtocol.Udp,
        "ip" => MacOsProtocol.Ip,
        "icmp" => MacOsProtocol.Icmp,
        "igmp" => MacOsProtocol.Igmp,
        "ipsec" => MacOsProtocol.Ipsec,
        "ip6" => MacOsProtocol.Ip6,
        "icmp6" => MacOsProtocol.Icmp6,
        "ipsec6" => MacOsProtocol.Ipsec6,
        "rip6" => MacOsProtocol.Rip6,
        "pfkey" => MacOsProtocol.PfKey,
        "mptcp" => MacOsProtocol.Mptcp,
        "stream" => MacOsProtocol.Stream,
        "dgram" => MacOsProtocol.Datagram,
        _ => null,
    };
}
