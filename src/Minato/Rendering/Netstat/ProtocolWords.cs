using System;
using Minato.Model;
using Minato.States;

namespace Minato.Rendering.Netstat;

/// <summary>What each netstat calls the protocol of a socket.</summary>
internal static class ProtocolWords
{
    // netinet/in.h
    private const ushort IPPROTO_ICMP = 1;
    private const ushort IPPROTO_IGMP = 2;
    private const ushort IPPROTO_ICMPV6 = 58;

    public static ReadOnlySpan<byte> Of(StateDialect dialect, in SocketEntry row) => dialect switch
    {
        StateDialect.NetstatWindows => Windows(row.Transport),
        StateDialect.NetstatMacOs => MacOs(in row),
        _ => Linux(in row),
    };

    private static ReadOnlySpan<byte> Linux(in SocketEntry row) => (row.Transport, row.Family == SocketFamily.Inet6) switch
    {
        (Transport.Udp, false) => "udp"u8,
        (Transport.Udp, true) => "udp6"u8,
        (Transport.UdpLite, false) => "udpl"u8,
        (Transport.UdpLite, true) => "udpl6"u8,
        (Transport.Sctp, _) => "sctp"u8,
        (Transport.Raw, false) => "raw"u8,
        (Transport.Raw, true) => "raw6"u8,
        (Transport.UnixStream or Transport.UnixDatagram or Transport.UnixSeqPacket, _) => "unix"u8,
        (_, false) => "tcp"u8,
        (_, true) => "tcp6"u8,
    };

    private static ReadOnlySpan<byte> Windows(Transport transport) => transport == Transport.Udp ? "UDP"u8 : "TCP"u8;

    // A wildcard that takes both families is 46; an IPv4 connection of an IPv6 socket counts as IPv4 (inp_vflag).
    private static ReadOnlySpan<byte> MacOs(in SocketEntry row)
    {
        ref readonly IpAddr address = ref row.LocalEnd.Addr;
        bool isText = row.Has(SocketFields.FromText) && address.IsDiscarded;
        bool isV4 = isText ? row.Family == SocketFamily.Inet : !address.IsV6 || address.IsV4Mapped;
        bool isBoth = address is { IsV6: true, IsUnspecified: true } && !row.V6Only;
        return row.Transport switch
        {
            Transport.Udp => isV4 ? "udp4"u8 : isBoth ? "udp46"u8 : "udp6"u8,
            Transport.Raw => MacOsRaw(row.Protocol != 0 && row.Has(SocketFields.FromText) ? row.Protocol : row.LocalEnd.Port, isV4),
            _ => isV4 ? "tcp4"u8 : isBoth ? "tcp46"u8 : "tcp6"u8,
        };
    }

    // Three letters of the protocol's name and its family; a socket of any other protocol is ip's. A printed table has no number.
    private static ReadOnlySpan<byte> MacOsRaw(ushort protocol, bool isV4) => (protocol, isV4) switch
    {
        (0 or IPPROTO_ICMP or IPPROTO_ICMPV6, true) => "icm4"u8,
        (0 or IPPROTO_ICMP or IPPROTO_ICMPV6, false) => "icm6"u8,
        (IPPROTO_IGMP, true) => "igm4"u8,
        (_, true) => "ip 4"u8,
        (_, false) => "ip 6"u8,
    };
}
