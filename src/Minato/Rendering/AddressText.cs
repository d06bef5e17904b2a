using System;
using System.Buffers.Text;
using Minato.Model;

namespace Minato.Rendering;

/// <summary>Addresses as text: dotted IPv4, and IPv6 as inet_ntop(3) writes it (RFC 5952, IPv4-mapped and -compatible ones dotted).</summary>
internal static class AddressText
{
    /// <summary>The longest address is 45 bytes.</summary>
    public const int MaxLength = 45;

    public static void Append(Utf8Sink sink, in IpAddr address)
    {
        Span<byte> room = sink.Room(MaxLength);
        sink.Advance(address.IsV6 ? WriteV6(room, address.High, address.Low) : WriteV4(room, (uint)address.Low));
    }

    private static int WriteV4(Span<byte> text, uint address)
    {
        int at = WriteByte(text, 0, address >> 24);
        text[at++] = (byte)'.';
        at = WriteByte(text, at, address >> 16 & 0xFF);
        text[at++] = (byte)'.';
        at = WriteByte(text, at, address >> 8 & 0xFF);
        text[at++] = (byte)'.';
        return WriteByte(text, at, address & 0xFF);
    }

    private static int WriteByte(Span<byte> text, int at, uint value)
    {
        if (value >= 100)
        {
            text[at++] = (byte)('0' + value / 100);
            value %= 100;
            text[at++] = (byte)('0' + value / 10);
        }
        else if (value >= 10)
        {
            text[at++] = (byte)('0' + value / 10);
        }

        text[at++] = (byte)('0' + value % 10);
        return at;
    }

    private static int WriteV6(Span<byte> text, ulong high, ulong low)
    {
        (int gap, int gapLength) = LongestZeroRun(high, low);
        bool dotted = gap == 0 && (gapLength == 6 || (gapLength == 5 && Group(high, low, 5) == 0xFFFF));
        int groups = dotted ? 6 : 8;
        int at = 0;
        for (int i = 0; i < groups; i++)
        {
            if (i == gap && gapLength > 1)
            {
                text[at++] = (byte)':';
                i += gapLength - 1;
                if (i + 1 == 8) text[at++] = (byte)':';
                continue;
            }

            if (i > 0) text[at++] = (byte)':';
            Utf8Formatter.TryFormat(Group(high, low, i), text[at..], out int written, 'x');
            at += written;
        }

        if (!dotted) return at;
        text[at++] = (byte)':';
        return at + WriteV4(text[at..], (uint)low);
    }

    private static (int Start, int Length) LongestZeroRun(ulong high, ulong low)
    {
        int best = -1;
        int bestLength = 1;
        for (int i = 0; i < 8; i++)
        {
            int length = 0;
            while (i + length < 8 && Group(high, low, i + length) == 0) length++;
            if (length > bestLength) (best, bestLength) = (i, length);
            i += length;
        }

        return (best, bestLength);
    }

    private static ushort Group(ulong high, ulong low, int index) =>
        (ushort)((index < 4 ? high : low) >> (48 - (index & 3) * 16));
}
