using System;
using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Minato.Model;

namespace Minato.Rendering;

/// <summary>Addresses as text: dotted IPv4, and IPv6 as inet_ntop(3) writes it (RFC 5952, IPv4-mapped and -compatible ones dotted).</summary>
internal static class AddressText
{
    /// <summary>The longest address is 45 bytes; up to eight bytes are overwritten at once.</summary>
    public const int Room = 45 + sizeof(ulong);

    private const int NoGap = 16;

    // Of every number of an IPv4 address: its digits with a dot after them, and in the upper half their length.
    private static readonly ulong[] Dotted = BuildDotted();

    public static void Append(Utf8Sink sink, in IpAddr address)
    {
        ref byte to = ref MemoryMarshal.GetReference(sink.Room(Room));
        sink.Advance(address.IsV6 ? WriteV6(ref to, address.High, address.Low) : WriteV4(ref to, (uint)address.Low));
    }

    /// <summary>
    /// Writes an IPv4 address, with a dot behind it that does not count, and gives its length; <see cref="Room"/> bytes may be
    /// overwritten. The four numbers are written without a branch: chance would mispredict it (BENCH tan-100k).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int WriteV4(ref byte to, uint address)
    {
        ref ulong dotted = ref MemoryMarshal.GetArrayDataReference(Dotted);
        ulong number = Unsafe.Add(ref dotted, address >> 24);
        Store(ref to, (uint)number);
        nint at = (nint)(number >> 32);
        number = Unsafe.Add(ref dotted, address >> 16 & 0xFF);
        Store(ref Unsafe.Add(ref to, at), (uint)number);
        at += (nint)(number >> 32);
        number = Unsafe.Add(ref dotted, address >> 8 & 0xFF);
        Store(ref Unsafe.Add(ref to, at), (uint)number);
        at += (nint)(number >> 32);
        number = Unsafe.Add(ref dotted, address & 0xFF);
        Store(ref Unsafe.Add(ref to, at), (uint)number);
        at += (nint)(number >> 32);
        return (int)at - 1;
    }

    /// <summary>Writes an IPv6 address and gives its length; <see cref="Room"/> bytes may be overwritten.</summary>
    public static int WriteV6(ref byte to, ulong high, ulong low)
    {
        int gap = LongestGap(high, low, out int gapLength);
        bool dotted = gap == 0 && (gapLength == 6 || (gapLength == 5 && (low >> 32 & 0xFFFF) == 0xFFFF));
        int groups = dotted ? 6 : 8;
        int at = 0;
        for (int i = 0; i < groups; i++)
        {
            if (i == gap)
            {
                // The colon before it has been written, but not before the first group.
                if (i == 0) Unsafe.Add(ref to, at++) = (byte)':';
                Unsafe.Add(ref to, at++) = (byte)':';
                i += gapLength - 1;
                continue;
            }

            at += WriteGroup(ref Unsafe.Add(ref to, at), (uint)((i < 4 ? high : low) >> (48 - (i & 3) * 16)) & 0xFFFF);
        }

        if (dotted) return at + WriteV4(ref Unsafe.Add(ref to, at), (uint)low);
        return gap + gapLength == 8 ? at : at - 1;
    }

    // Four digits side by side, the first in the lowest byte, leading zeros shifted out, and a colon (BENCH tan-100k).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int WriteGroup(ref byte to, uint group)
    {
        uint nibbles = group >> 12 | (group & 0x0F00) | (group & 0x00F0) << 12 | group << 24 & 0x0F00_0000;
        uint letters = (nibbles + 0x0606_0606) >> 4 & 0x0101_0101;
        ulong text = nibbles + 0x3030_3030 + letters * ('a' - '0' - 10) | (ulong)':' << 32;
        int zeros = BitOperations.LeadingZeroCount(group << 16 | 0x0008_0000) >> 2;
        text >>= zeros * 8;
        if (!BitConverter.IsLittleEndian) text = BinaryPrimitives.ReverseEndianness(text);
        Unsafe.WriteUnaligned(ref to, text);
        return 5 - zeros;
    }

    // The first of the longest runs of zeros of at least two groups.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int LongestGap(ulong high, ulong low, out int length)
    {
        // Bit 7 is the first group.
        uint zeros = Vector128.Equals(Vector128.Create(low, high).AsUInt16(), Vector128<ushort>.Zero).ExtractMostSignificantBits();
        length = 0;
        uint starts = zeros & zeros << 1;
        if (starts == 0) return NoGap;
        for (length = 2; ; length++)
        {
            // Where a run of one more starts.
            uint longer = starts & zeros << length;
            if (longer == 0) return BitOperations.LeadingZeroCount(starts << 24);
            starts = longer;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ref byte to, uint text)
    {
        if (!BitConverter.IsLittleEndian) text = BinaryPrimitives.ReverseEndianness(text);
        Unsafe.WriteUnaligned(ref to, text);
    }

    private static ulong[] BuildDotted()
    {
        ulong[] dotted = new ulong[256];
        for (uint value = 0; value < 256; value++)
        {
            uint tens = value / 10 % 10;
            uint text = '0' + value % 10 | '.' << 8;
            uint length = 2;
            if (value >= 10)
            {
                text = '0' + tens | text << 8;
                length = 3;
            }

            if (value >= 100)
            {
                text = '0' + value / 100 | text << 8;
                length = 4;
            }

            dotted[value] = (ulong)length << 32 | text;
        }

        return dotted;
    }
}
