using System;
using System.Numerics;
using Minato.Filter.Conditions;
using Minato.Model;

namespace Minato.Filter.Parsing;

/// <summary>Why a text is no address.</summary>
internal enum PrefixProblem : byte
{
    None,

    /// <summary>It is no address: a name, perhaps.</summary>
    NoAddress,

    /// <summary>What follows the slash is no number of bits of such an address.</summary>
    BadLength,
}

/// <summary>
/// Addresses with prefix lengths as iproute2 reads them: <c>193.233.7/24</c> is 193.233.7.0/24, octets may be octal or
/// hexadecimal, a length may be a mask, and <c>any</c>, <c>all</c>, <c>default</c> are all addresses.
/// </summary>
internal static class PrefixText
{
    private const int V4Bits = 32;
    private const int V6Bits = 128;

    /// <param name="text">The text.</param>
    /// <param name="family">The family that is wanted; null takes both.</param>
    /// <param name="prefix">The address.</param>
    public static PrefixProblem Parse(string text, SocketFamily? family, out AddressPrefix prefix)
    {
        int slash = text.IndexOf('/', StringComparison.Ordinal);
        string address = slash < 0 ? text : text[..slash];
        prefix = AddressPrefix.Any with { Family = family };
        if (address is "any" or "all" or "default") return slash < 0 ? PrefixProblem.None : PrefixProblem.BadLength;

        if (!TryAddress(address, out IpAddr found)) return PrefixProblem.NoAddress;
        if (family is not null && found.IsV6 != (family == SocketFamily.Inet6)) return PrefixProblem.NoAddress;

        int bits = found.IsV6 ? V6Bits : V4Bits;
        long length = bits;
        if (slash >= 0 && (!TryLength(text.AsSpan(slash + 1), out length) || length > bits)) return PrefixProblem.BadLength;
        prefix = AddressPrefix.Of(in found, (int)length);
        return PrefixProblem.None;
    }

    public static bool TryAddress(ReadOnlySpan<char> text, out IpAddr address)
    {
        if (!text.Contains(':')) return TryV4(text, out address);
        address = default;

        Span<byte> bytes = stackalloc byte[16];
        if (!V6Text.TryParse(text, bytes)) return false;
        address = IpAddr.FromBytes(bytes);
        return true;
    }

    // Octets from the left; those that are not written are 0.
    private static bool TryV4(ReadOnlySpan<char> text, out IpAddr address)
    {
        address = default;
        uint value = 0;
        for (int shift = 24; ; shift -= 8)
        {
            if (!CNumber.TryRead(ref text, out long octet) || octet is < 0 or > byte.MaxValue) return false;
            value |= (uint)octet << shift;
            if (text.IsEmpty) break;
            if (shift == 0 || text[0] != '.') return false;
            text = text[1..];
        }

        address = IpAddr.V4(value);
        return true;
    }

    private static bool TryLength(ReadOnlySpan<char> text, out long length)
    {
        if (CNumber.TryParse(text, out length) && length is >= 0 and <= uint.MaxValue) return true;
        if (text.Contains(':') || !TryV4(text, out IpAddr mask)) return false;
        uint host = ~(uint)mask.Low;
        length = V4Bits - BitOperations.PopCount(host);
        return (host & (host + 1)) == 0;
    }
}
