using System;
using System.Buffers.Binary;
using System.Text;
using Minato.Model;

namespace Minato.Filter.Parsing;

/// <summary>An IPv6 address in a filter, read as inet_pton(3) reads it.</summary>
internal static class V6Text
{
    // INET6_ADDRSTRLEN of netinet/in.h without the NUL: eight groups, the last two dotted.
    private const int Longest = 45;

    /// <summary>Writes the 16 bytes of the address in network order. False when the text is none.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, Span<byte> bytes)
    {
        Span<byte> digits = stackalloc byte[Longest];
        if (text.Length > Longest || Ascii.FromUtf16(text, digits, out int length) != System.Buffers.OperationStatus.Done) return false;
        if (!IpAddrText.TryV6(digits[..length], out ulong high, out ulong low)) return false;
        BinaryPrimitives.WriteUInt64BigEndian(bytes, high);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[sizeof(ulong)..], low);
        return true;
    }
}
