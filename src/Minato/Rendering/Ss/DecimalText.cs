using System;

namespace Minato.Rendering.Ss;

/// <summary>
/// Floating-point numbers as printf(3) writes them for <c>%g</c> and <c>%.Nf</c>: the exact value of the double is rounded
/// half to even. No culture, no string. Only what ss can have: no negative numbers, none that is infinite.
/// </summary>
internal static class DecimalText
{
    // The powers of ten that a double holds exactly.
    private static readonly double[] Powers =
        [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

    /// <summary>Appends <c>%.{precision}g</c> for numbers from 1e-6 to 1e22; <paramref name="precision"/> is 3 or 6.</summary>
    public static void AppendGeneral(Utf8Sink sink, double value, int precision)
    {
        if (value == 0)
        {
            sink.Append((byte)'0');
            return;
        }

        ulong digits = Round(value, precision, out int exponent);
        int length = precision;
        for (; digits % 10 == 0; digits /= 10) length--;

        if (exponent < -4 || exponent >= precision)
        {
            AppendPoint(sink, digits, length, whole: 1);
            AppendExponent(sink, exponent);
        }
        else if (exponent < 0)
        {
            sink.Append("0."u8);
            for (int i = -1; i > exponent; i--) sink.Append((byte)'0');
            sink.AppendNumber(digits);
        }
        else
        {
            for (; length <= exponent; length++) digits *= 10;
            AppendPoint(sink, digits, length, whole: exponent + 1);
        }
    }

    /// <summary>Appends <c>%g</c> for a number of thousandths, which most of ss's times are.</summary>
    public static void AppendThousandths(Utf8Sink sink, uint thousandths)
    {
        // More than six digits are rounded.
        if (thousandths >= 1_000_000)
        {
            AppendGeneral(sink, thousandths / 1000d, 6);
            return;
        }

        (uint whole, uint rest) = Math.DivRem(thousandths, 1000);
        sink.AppendNumber(whole);
        if (rest == 0) return;
        Span<byte> text = sink.Room(4);
        (uint hundreds, uint units) = Math.DivRem(rest, 100);
        (uint tens, units) = Math.DivRem(units, 10);
        text[0] = (byte)'.';
        text[1] = (byte)('0' + hundreds);
        text[2] = (byte)('0' + tens);
        text[3] = (byte)('0' + units);
        sink.Advance(units != 0 ? 4 : tens != 0 ? 3 : 2);
    }

    /// <summary>Appends <c>%.0f</c>.</summary>
    public static void AppendWhole(Utf8Sink sink, double value)
    {
        value = Math.Round(value, MidpointRounding.ToEven);
        if (value < ulong.MaxValue) sink.AppendNumber((ulong)value);
        else AppendWide(sink, (UInt128)value);
    }

    /// <summary>Appends <c>%.1f</c>.</summary>
    public static void AppendTenths(Utf8Sink sink, double value)
    {
        double whole = Math.Floor(value);
        ulong tenths = RoundScaled(value - whole, 10);
        if (tenths == 10) (whole, tenths) = (whole + 1, 0);
        AppendWhole(sink, whole);
        sink.Append((byte)'.');
        sink.Append((byte)('0' + tenths));
    }

    // The first digits of the value as a number, and the power of ten of the first.
    private static ulong Round(double value, int precision, out int exponent)
    {
        exponent = 0;
        while (value >= Powers[exponent + 1]) exponent++;
        while (exponent <= 0 && IsBelow(value, exponent)) exponent--;

        int shift = precision - 1 - exponent;
        ulong digits = shift >= 0 ? RoundScaled(value, Powers[shift]) : RoundDivided(value, Powers[-shift]);
        if (digits < Powers[precision]) return digits;

        // 9.9995 to three digits is 10.0.
        exponent++;
        return digits / 10;
    }

    // Whether value < 10^exponent, exactly.
    private static bool IsBelow(double value, int exponent) => Math.FusedMultiplyAdd(value, Powers[-exponent], -1) < 0;

    // The nearest whole number to value * scale. The fused step rounds only its end, so its sign is the truth.
    private static ulong RoundScaled(double value, double scale)
    {
        double whole = Math.Floor(value * scale);
        if (Math.FusedMultiplyAdd(value, scale, -whole) < 0) whole--;
        return Nearest((ulong)whole, Math.FusedMultiplyAdd(value, scale, -(whole + 0.5)));
    }

    // The nearest whole number to value / scale.
    private static ulong RoundDivided(double value, double scale)
    {
        double whole = Math.Floor(value / scale);
        if (Math.FusedMultiplyAdd(whole, -scale, value) < 0) whole--;
        return Nearest((ulong)whole, Math.FusedMultiplyAdd(whole + 0.5, -scale, value));
    }

    private static ulong Nearest(ulong whole, double aboveHalf) => aboveHalf > 0 || (aboveHalf == 0 && (whole & 1) != 0) ? whole + 1 : whole;

    private static void AppendPoint(Utf8Sink sink, ulong digits, int length, int whole)
    {
        if (length <= whole)
        {
            sink.AppendNumber(digits);
            return;
        }

        ulong divisor = (ulong)Powers[length - whole];
        sink.AppendNumber(digits / divisor);
        sink.Append((byte)'.');
        ulong rest = digits % divisor;
        for (divisor /= 10; divisor > rest && divisor > 1; divisor /= 10) sink.Append((byte)'0');
        sink.AppendNumber(rest);
    }

    private static void AppendExponent(Utf8Sink sink, int exponent)
    {
        sink.Append(exponent < 0 ? "e-"u8 : "e+"u8);
        uint size = (uint)Math.Abs(exponent);
        if (size < 10) sink.Append((byte)'0');
        sink.AppendNumber(size);
    }

    // More than 64 bits: nineteen digits follow the first ones.
    private static void AppendWide(Utf8Sink sink, UInt128 value)
    {
        const ulong Nineteen = 10_000_000_000_000_000_000;
        (UInt128 high, UInt128 low) = UInt128.DivRem(value, Nineteen);
        sink.AppendNumber((ulong)high);
        for (ulong least = Nineteen / 10; least > (ulong)low && least > 1; least /= 10) sink.Append((byte)'0');
        sink.AppendNumber((ulong)low);
    }
}
