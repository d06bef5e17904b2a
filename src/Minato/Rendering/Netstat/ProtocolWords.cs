using System;
using Minato.Model;
using Minato.States;

namespace Minato.Rendering.Netstat;

/// <summary>What each netstat calls the protocol of a socket.</summary>
internal static class ProtocolWords
{
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
            Transport.Raw => isV4 ? "icm4"u8 : "icm6"u8,
            _ => isV4 ? "tcp4"u8 : isBoth ? "tcp46"u8 : "tcp6"u8,
        };
    }
}
