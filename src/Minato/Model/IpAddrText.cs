using System;
using System.Buffers.Text;

namespace Minato.Model;

/// <summary>
/// Addresses out of text. Nothing is guessed: what is not whole is no address. .NET's own reader also takes scopes, and with
/// them brings the C library's resolver into the static program.
/// </summary>
internal static class IpAddrText
{
    public static bool TryV4(ReadOnlySpan<byte> text, out uint address)
    {
        address = 0;
        int at = 0;
        for (int part = 0; part < 4; part++)
        {
            if (part > 0 && (at == text.Length || text[at++] != '.')) return false;
            int start = at;
            uint value = 0;
            while (at < text.Length && at - start < 4 && text[at] is >= (byte)'0' and <= (byte)'9') value = value * 10 + text[at++] - '0';

            // A leading zero would be octal to some.
            if (at == start || value > byte.MaxValue || (at - start > 1 && text[start] == '0')) return false;
            address = address << 8 | value;
        }

        return at == text.Length;
    }

    /// <summary>An IPv6 address without brackets and scope (RFC 4291, section 2.2).</summary>
    public static bool TryV6(ReadOnlySpan<byte> text, out ulong high, out ulong low)
    {
        high = low = 0;
        UInt128 value = 0;
        UInt128 front = 0;
        int groups = 0;
        int gap = -1;
        int at = 0;
        if (text.StartsWith("::"u8))
        {
            gap = 0;
            at = 2;
        }

        while (at < text.Length)
        {
            int end = text[at..].IndexOf((byte)':');
            ReadOnlySpan<byte> group = end < 0 ? text[at..] : text.Slice(at, end);
            if (end < 0 && groups <= 6 && group.Contains((byte)'.'))
            {
                if (!TryV4(group, out uint dotted)) return false;
                value = value << 32 | dotted;
                groups += 2;
                break;
            }

            if (!TryGroup(group, out uint number) || groups == 8) return false;
            value = value << 16 | number;
            groups++;
            if (end < 0) break;
            at += end + 1;
            if (at == text.Length) return false;
            if (text[at] != ':') continue;
            if (gap >= 0) return false;
            gap = groups;
            front = value;
            value = 0;
            at++;
        }

        if (gap < 0 ? groups != 8 : groups > 7) return false;
        if (gap > 0) value |= front << (8 - gap) * 16;
        high = (ulong)(value >> 64);
        low = (ulong)value;
        return true;
    }

    private static bool TryGroup(ReadOnlySpan<byte> text, out uint number)
    {
        number = 0;
        return text.Length is > 0 and <= 4 && Utf8Parser.TryParse(text, out number, out int used, 'x') && used == text.Length;
    }
}
