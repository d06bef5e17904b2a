using System;

namespace Minato.Model;

/// <summary>One end of an internet socket.</summary>
/// <param name="address">The address; unspecified means any of the machine's.</param>
/// <param name="port">The port in host order (of a raw socket: the IP protocol number); 0 means none.</param>
public struct Endpoint(IpAddr address, ushort port) : IEquatable<Endpoint>
{
    /// <summary>The address as a field, for readers that must not copy it.</summary>
    internal IpAddr Addr = address;

    /// <summary>The address; unspecified means any of the machine's.</summary>
    public readonly IpAddr Address => Addr;

    /// <summary>The port in host order (of a raw socket: the IP protocol number); 0 means none.</summary>
    public ushort Port { readonly get; internal set; } = port;

    /// <summary>
    /// In a row that was read from a printed table: which of its texts stood for the port, where no number did; 0 is none.
    /// Lies where the struct has room anyway.
    /// </summary>
    internal uint PortText;

    /// <inheritdoc/>
    public readonly bool Equals(Endpoint other) => Port == other.Port && Address.Equals(other.Address);

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is Endpoint other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(Address, Port);
}
