using System;
using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Minato.Model;

namespace Minato.Rendering;

/// <summary>Addresses as text: dotted IPv4, and IPv6 as inet_ntop(3) writes it (RFC 5952, IPv4-mapped and -compatible ones dotted).</summary>
internal static class AddressText
{
    /// <summary>The longest address is 45 bytes.</summary>
    public const int MaxLength = 45;

    // A dotted IPv4 tail may end at the last byte and is written four bytes at a time.
    private const int Room = MaxLength + 4;

    // Every number of an IPv4 address with a dot after it.
    private static readonly uint[] Dotted = BuildDotted();

    public static void Append(Utf8Sink sink, in IpAddr address)
    {
        Span<byte> room = sink.Room(Room);
        sink.Advance(address.IsV6 ? WriteV6(room, address.High, address.Low) : WriteV4(room, (uint)address.Low));
    }

    // Four bytes at a time: the digits of each number and a dot, of which as many count as the number needs
    // (BENCH tan-100k). MaxLength leaves room for what is written beyond.
    private static int WriteV4(Span<byte> text, uint address)
    {
        ref byte start = ref MemoryMarshal.GetReference(text[..16]);
        int at = 0;
        for (int shift = 24; shift >= 0; shift -= 8)
        {
            uint value = address >> shift & 0xFF;
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref start, at), Dotted[(int)value]);
            at += value < 10 ? 2 : value < 100 ? 3 : 4;
        }

        return at - 1;
    }

    private static uint[] BuildDotted()
    {
        uint[] dotted = new uint[256];
        Span<byte> entry = stackalloc byte[4];
        for (int value = 0; value < dotted.Length; value++)
        {
            entry.Fill((byte)'.');
            Utf8Formatter.TryFormat(value, entry, out _);
            dotted[value] = MemoryMarshal.Read<uint>(entry);
        }

        return dotted;
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
