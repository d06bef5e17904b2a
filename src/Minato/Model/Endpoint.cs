using System;

namespace Minato.Model;

/// <summary>One end of an internet socket.</summary>
/// <param name="address">The address; unspecified means any of the machine's.</param>
/// <param name="port">The port in host order (of a raw socket: the IP protocol number); 0 means none.</param>
public readonly struct Endpoint(IpAddr address, ushort port) : IEquatable<Endpoint>
{
    /// <summary>The address; unspecified means any of the machine's.</summary>
    public IpAddr Address { get; } = address;

    /// <summary>The port in host order (of a raw socket: the IP protocol number); 0 means none.</summary>
    public ushort Port { get; } = port;

    /// <inheritdoc/>
    public bool Equals(Endpoint other) => Port == other.Port && Address.Equals(other.Address);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Endpoint other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Address, Port);
}
