using System;
using System.Buffers.Binary;
using System.Globalization;

namespace Minato.Filter.Parsing;

/// <summary>
/// An IPv6 address as text (RFC 4291 §2.2), read as inet_pton(3) reads it. .NET's own reader also takes scopes, and with
/// them brings the C library's resolver into the static program.
/// </summary>
internal static class V6Text
{
    private const int Size = 16;

    /// <summary>Writes the 16 bytes of the address in network order. False when the text is none.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, Span<byte> bytes)
    {
        bytes = bytes[..Size];
        bytes.Clear();
        int at = 0;
        int gap = -1;
        if (text.StartsWith("::"))
        {
            gap = 0;
            text = text[2..];
        }

        while (!text.IsEmpty)
        {
            int end = text.IndexOf(':');
            ReadOnlySpan<char> group = end < 0 ? text : text[..end];
            if (group.Contains('.'))
            {
                // The last four bytes may be written as IPv4 has them.
                if (end >= 0 || at > Size - 4 || !TryParseDotted(group, bytes[at..])) return false;
                at += 4;
                break;
            }

            if (at == Size || group.Length is 0 or > 4) return false;
            if (!ushort.TryParse(group, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort value)) return false;
            BinaryPrimitives.WriteUInt16BigEndian(bytes[at..], value);
            at += 2;
            if (end < 0) break;
            text = text[(end + 1)..];
            if (text.IsEmpty) return false;
            if (text[0] != ':') continue;
            if (gap >= 0) return false;
            gap = at;
            text = text[1..];
        }

        if (gap < 0) return at == Size;

        // "::" stands for at least one group.
        if (at == Size) return false;
        int tail = at - gap;
        bytes.Slice(gap, tail).CopyTo(bytes[(Size - tail)..]);
        bytes[gap..(Size - tail)].Clear();
        return true;
    }

    private static bool TryParseDotted(ReadOnlySpan<char> text, Span<byte> bytes)
    {
        for (int i = 0; i < 4; i++)
        {
            int end = text.IndexOf('.');
            if (end < 0 != (i == 3)) return false;
            ReadOnlySpan<char> octet = end < 0 ? text : text[..end];
            if (octet.Length > 1 && octet[0] == '0') return false;
            if (!byte.TryParse(octet, NumberStyles.None, CultureInfo.InvariantCulture, out bytes[i])) return false;
            text = end < 0 ? default : text[(end + 1)..];
        }

        return true;
    }
}
