using System;

namespace Minato.Model;

/// <summary>How a <see cref="SocketId"/> tells sockets apart.</summary>
public enum SocketIdKind : byte
{
    /// <summary>By the kernel's cookie, which is never used twice while the machine is up.</summary>
    Cookie,

    /// <summary>By a hash of transport, addresses and inode: another socket may have it after this one has gone.</summary>
    Tuple,
}

/// <summary>Identity of a socket on its machine.</summary>
/// <param name="netNamespace">Inode of its network namespace; 0 when that could not be read.</param>
/// <param name="value">The cookie, or the hash.</param>
/// <param name="kind">Which of the two.</param>
public struct SocketId(ulong netNamespace, ulong value, SocketIdKind kind) : IEquatable<SocketId>
{
    /// <summary>Inode of the network namespace (the N of <c>/proc/self/ns/net → net:[N]</c>); 0 when it could not be read.</summary>
    public ulong NetNamespace { readonly get; private set; } = netNamespace;

    /// <summary>The kernel's cookie, or a hash of transport, addresses and inode.</summary>
    public ulong Value { readonly get; private set; } = value;

    /// <summary>What <see cref="Value"/> is.</summary>
    public SocketIdKind Kind { readonly get; private set; } = kind;

    /// <summary>Sets the identity where it lies: see <see cref="IpAddr"/>.</summary>
    internal void Set(ulong netNamespace, ulong value, SocketIdKind kind)
    {
        NetNamespace = netNamespace;
        Value = value;
        Kind = kind;
    }

    /// <inheritdoc/>
    public readonly bool Equals(SocketId other) => NetNamespace == other.NetNamespace && Value == other.Value && Kind == other.Kind;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is SocketId other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(NetNamespace, Value, Kind);
}
