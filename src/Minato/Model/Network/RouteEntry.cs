using System;
using System.Diagnostics.CodeAnalysis;

namespace Minato.Model.Network;

/// <summary>
/// One line of the kernel's forwarding table, as /proc/net/route and /proc/net/ipv6_route tell it. A large value: pass it
/// by reference.
/// </summary>
internal struct RouteEntry
{
    /// <summary>Where the route leads; its bits behind the prefix are zero.</summary>
    internal IpAddr DestinationAddress;

    /// <summary>For which senders (IPv6 alone); of prefix 0 it is for all.</summary>
    internal IpAddr SourceAddress;

    /// <summary>The next hop; unspecified when the destination is on the link.</summary>
    internal IpAddr GatewayAddress;

    /// <summary>The interface's name.</summary>
    internal ShortName InterfaceName;

    public readonly bool IsV6 => DestinationAddress.IsV6;

    public readonly IpAddr Destination => DestinationAddress;

    public readonly IpAddr Source => SourceAddress;

    public readonly IpAddr Gateway => GatewayAddress;

    /// <summary>The interface's name as bytes, valid while the row is; <c>*</c> where the kernel has none for it.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<byte> Interface => InterfaceName.Span;

    /// <summary>How many leading bits of the destination count.</summary>
    public byte PrefixLength { readonly get; set; }

    public byte SourcePrefixLength { readonly get; set; }

    public RouteFlags Flags { readonly get; set; }

    /// <summary>Smaller is preferred; -1 of IPv6's own reject route.</summary>
    public int Metric { readonly get; set; }

    public int References { readonly get; set; }

    /// <summary>How often it was looked up; 0 for IPv4 since Linux 2.2.</summary>
    public int Use { readonly get; set; }

    /// <summary>The advertised segment size and 40, in bytes: what the file calls MTU and netstat MSS; 0 is none (IPv4 alone).</summary>
    public int Mss { readonly get; set; }

    /// <summary>Largest TCP window in bytes; 0 is none (IPv4 alone).</summary>
    public int Window { readonly get; set; }

    /// <summary>Initial round trip time in milliseconds; 0 is none (IPv4 alone).</summary>
    public int Irtt { readonly get; set; }
}
