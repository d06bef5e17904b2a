using System;
using System.Diagnostics.CodeAnalysis;

namespace Minato.Model.Network;

/// <summary>A multicast group that an interface listens to, as /proc/net/igmp and /proc/net/igmp6 tell it.</summary>
internal struct GroupEntry
{
    internal ShortName InterfaceName;

    /// <summary>The interface's name as bytes, valid while the row is.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<byte> Interface => InterfaceName.Span;

    /// <summary>The interface's number.</summary>
    public uint InterfaceIndex { readonly get; set; }

    public IpAddr Group { readonly get; set; }

    /// <summary>How many have joined it.</summary>
    public int Users { readonly get; set; }
}
