using System;
using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Minato.Rendering;

/// <summary>Numbers of ordinary size as digits, where they lie and without a loop.</summary>
internal static class NumberText
{
    /// <summary>Numbers below are written by <see cref="Write"/>.</summary>
    public const uint Limit = 100_000_000;

    // A bit above all digits, so that zero has one digit too.
    private const ulong End = 1UL << 63;

    /// <summary>Writes a number below <see cref="Limit"/> and gives its length; eight bytes may be overwritten.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Write(ref byte to, uint number)
    {
        // Leading zeros lie in the lowest bytes.
        ulong digits = Digits(number);
        int skipped = BitOperations.TrailingZeroCount(digits | End) & 0x38;
        Store(ref to, (digits | 0x3030_3030_3030_3030) >> skipped);
        return sizeof(ulong) - (skipped >> 3);
    }

    /// <summary>Writes all eight digits.</summary>
    public static void WriteEight(ref byte to, uint number) => Store(ref to, Digits(number) | 0x3030_3030_3030_3030);

    // Eight decimal digits of a number, one a byte, the first in the lowest: it is parted in four digits, two and one, and each
    // step divides all parts together by a multiplication (BENCH tani-100k).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Digits(uint number)
    {
        uint high = number / 10_000;
        ulong fours = high | (ulong)(number - high * 10_000) << 32;
        ulong hundreds = fours * 10_486 >> 20 & 0x0000_007F_0000_007F;
        ulong twos = hundreds | (fours - hundreds * 100) << 16;
        ulong tens = twos * 103 >> 10 & 0x000F_000F_000F_000F;
        return tens | (twos - tens * 10) << 8;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ref byte to, ulong text)
    {
        if (!BitConverter.IsLittleEndian) text = BinaryPrimitives.ReverseEndianness(text);
        Unsafe.WriteUnaligned(ref to, text);
    }
}
