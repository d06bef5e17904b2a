using System;
using System.Buffers.Binary;
using Minato.Interop.Linux.Libc;

namespace Minato.Naming;

/// <summary>An address as a key: an IPv4 address is kept as its IPv4-mapped IPv6 form, so that both ask for one name.</summary>
internal readonly record struct HostAddress
{
    public const int V4Size = 4;
    public const int V6Size = 16;

    // ::ffff:0:0/96, RFC 4291 §2.5.5.2.
    private const uint MappedPrefix = 0xFFFF;

    private readonly UInt128 _value;

    /// <summary>From 4 or 16 bytes in network order.</summary>
    public HostAddress(ReadOnlySpan<byte> bytes) => _value = bytes.Length switch
    {
        V4Size => new UInt128(0, ((ulong)MappedPrefix << 32) | BinaryPrimitives.ReadUInt32BigEndian(bytes)),
        V6Size => BinaryPrimitives.ReadUInt128BigEndian(bytes),
        _ => throw new ArgumentException("an address has 4 or 16 bytes", nameof(bytes)),
    };

    public bool IsV4 => _value >> 32 == MappedPrefix;

    /// <summary>0.0.0.0 or ::, which stand for "any" and have no name.</summary>
    public bool IsUnspecified => _value == 0 || (IsV4 && (uint)_value == 0);

    /// <summary>127.0.0.0/8 or ::1.</summary>
    public bool IsLoopback => _value == 1 || (IsV4 && (uint)_value >> 24 == 127);

    /// <summary>Writes the 4 or 16 bytes in network order and gives their number.</summary>
    public int CopyTo(Span<byte> bytes)
    {
        if (IsV4)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)_value);
            return V4Size;
        }

        BinaryPrimitives.WriteUInt128BigEndian(bytes, _value);
        return V6Size;
    }

    public static bool TryParse(ReadOnlySpan<byte> text, out HostAddress address)
    {
        Span<byte> bytes = stackalloc byte[V6Size];
        int size = InetPton.Call(SocketConstants.AF_INET, text, bytes) ? V4Size
            : InetPton.Call(SocketConstants.AF_INET6, text, bytes) ? V6Size
            : 0;
        address = size == 0 ? default : new HostAddress(bytes[..size]);
        return size != 0;
    }
}
