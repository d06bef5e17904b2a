using System;
using System.Buffers.Binary;
using System.Net;

namespace Minato.Model;

/// <summary>An IPv4 or IPv6 address as a value: no allocation, no scope.</summary>
public struct IpAddr : IEquatable<IpAddr>
{
    private ulong _high;
    private ulong _low;

    private IpAddr(ulong high, ulong low, bool isV6)
    {
        _high = high;
        _low = low;
        IsV6 = isV6;
    }

    /// <summary>Whether it is an IPv6 address; IPv4-mapped ones are.</summary>
    public bool IsV6 { readonly get; private set; }

    /// <summary>Whether it is 0.0.0.0 or ::, which stands for every address of the machine.</summary>
    public readonly bool IsUnspecified => (_high | _low) == 0;

    /// <summary>Whether it is an IPv4 address in IPv6 form, ::ffff:a.b.c.d (RFC 4291 §2.5.5.2).</summary>
    public readonly bool IsV4Mapped => IsV6 && _high == 0 && _low >> 32 == 0xFFFF;

    /// <summary>Whether it never leaves this machine: 127.0.0.0/8 (also IPv4-mapped) or ::1.</summary>
    public readonly bool IsLoopback => IsV6
        ? (_high == 0 && _low == 1) || (IsV4Mapped && (byte)(_low >> 24) == 127)
        : (byte)(_low >> 24) == 127;

    /// <summary>The address as a number: an IPv4 address in its low 32 bits, or the low half of an IPv6 address.</summary>
    internal readonly ulong Low => _low;

    /// <summary>The high half of an IPv6 address; 0 for IPv4.</summary>
    internal readonly ulong High => _high;

    /// <summary>
    /// Whether it is in 100::/64, which leads nowhere (RFC 6666). In a row that was read from a printed table such an address
    /// stands for a text: a name, or an address that its printer cut.
    /// </summary>
    internal readonly bool IsDiscarded => IsV6 && _high == 0x0100_0000_0000_0000;

    /// <summary>Whether it is an IPv6 address of one link, fe80::/10 (RFC 4291 §2.5.6): without its interface it says little.</summary>
    internal readonly bool IsLinkLocal => IsV6 && _high >> 54 == 0xFE80 >> 6;

    /// <summary>An IPv4 address from its number in host order (127.0.0.1 is 0x7F000001).</summary>
    public static IpAddr V4(uint address) => new(0, address, isV6: false);

    /// <summary>An IPv6 address from its two halves in host order.</summary>
    public static IpAddr V6(ulong high, ulong low) => new(high, low, isV6: true);

    /// <summary>An address from 4 or 16 bytes in network order.</summary>
    /// <exception cref="ArgumentException">The length is neither 4 nor 16.</exception>
    public static IpAddr FromBytes(ReadOnlySpan<byte> bytes) => bytes.Length switch
    {
        4 => V4(BinaryPrimitives.ReadUInt32BigEndian(bytes)),
        16 => V6(BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..])),
        _ => throw new ArgumentException("an address has 4 or 16 bytes", nameof(bytes)),
    };

    /// <summary>Sets the address where it lies. A decoder that built a value and copied it would wait for the copy (BENCH tan-100k).</summary>
    internal void Set(ulong high, ulong low, bool isV6)
    {
        _high = high;
        _low = low;
        IsV6 = isV6;
    }

    /// <summary>Writes 4 or 16 bytes in network order and gives their count.</summary>
    public readonly int CopyTo(Span<byte> destination)
    {
        if (!IsV6)
        {
            BinaryPrimitives.WriteUInt32BigEndian(destination, (uint)_low);
            return 4;
        }

        BinaryPrimitives.WriteUInt64BigEndian(destination, _high);
        BinaryPrimitives.WriteUInt64BigEndian(destination[8..], _low);
        return 16;
    }

    /// <summary>The same address as the base class library's type.</summary>
    public readonly IPAddress ToIPAddress()
    {
        Span<byte> bytes = stackalloc byte[16];
        int length = CopyTo(bytes);
        return new IPAddress(bytes[..length]);
    }

    /// <inheritdoc/>
    public readonly bool Equals(IpAddr other) => _high == other._high && _low == other._low && IsV6 == other.IsV6;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is IpAddr other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(_high, _low, IsV6);
}
