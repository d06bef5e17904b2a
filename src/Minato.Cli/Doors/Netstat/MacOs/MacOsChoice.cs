using Minato.Model;

namespace Minato.Cli.Doors.Netstat.MacOs;

/// <summary>Which rows -f and -p leave: macOS goes by the addresses, so that a socket of both families is listed under either.</summary>
internal sealed class MacOsChoice(MacOsFamily family, MacOsProtocol protocol)
{
    // netinet/in.h
    private const ushort IPPROTO_ICMP = 1;
    private const ushort IPPROTO_IGMP = 2;
    private const ushort IPPROTO_ICMPV6 = 58;

    /// <summary>Whether every row is left.</summary>
    public bool IsAll => family is not (MacOsFamily.Inet or MacOsFamily.Inet6) && protocol is MacOsProtocol.Any or MacOsProtocol.Tcp or MacOsProtocol.Udp;

    /// <summary>Whether the row is left.</summary>
    public bool Has(in SocketEntry row) => HasFamily(in row) && (row.Transport != Transport.Raw || HasRaw(row.LocalEnd.Port, IsV4(in row)));

    private static bool IsV4(in SocketEntry row) => !row.LocalEnd.Addr.IsV6 || row.LocalEnd.Addr.IsV4Mapped;

    private bool HasFamily(in SocketEntry row) => family switch
    {
        MacOsFamily.Inet => IsV4(in row) || (row.LocalEnd.Addr.IsUnspecified && !row.V6Only),
        MacOsFamily.Inet6 => !IsV4(in row),
        _ => true,
    };

    private bool HasRaw(ushort number, bool isV4) => protocol switch
    {
        MacOsProtocol.Icmp => isV4 && number == IPPROTO_ICMP,
        MacOsProtocol.Igmp => isV4 && number == IPPROTO_IGMP,
        MacOsProtocol.Icmp6 => !isV4 && number == IPPROTO_ICMPV6,
        MacOsProtocol.Ip => isV4 && number is not (IPPROTO_ICMP or IPPROTO_IGMP),
        MacOsProtocol.Ip6 => !isV4 && number != IPPROTO_ICMPV6,
        _ => true,
    };
}
