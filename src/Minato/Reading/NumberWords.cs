using System;
using System.Buffers.Text;

namespace Minato.Reading;

/// <summary>Numbers out of text. Nothing is guessed: what is not whole is no number.</summary>
internal static class NumberWords
{
    /// <summary>A whole number without sign.</summary>
    public static bool TryNumber(ReadOnlySpan<byte> text, out ulong number) =>
        Utf8Parser.TryParse(text, out number, out int used) && used == text.Length && text[0] != '+';

    public static bool TryNumber(ReadOnlySpan<byte> text, out uint number)
    {
        bool isNumber = TryNumber(text, out ulong whole) && whole <= uint.MaxValue;
        number = isNumber ? (uint)whole : 0;
        return isNumber;
    }

    /// <summary>A number of 32 bits that its printer took for a signed one.</summary>
    public static bool TrySigned(ReadOnlySpan<byte> text, out uint number)
    {
        if (!text.StartsWith("-"u8)) return TryNumber(text, out number);
        bool isNumber = TryNumber(text[1..], out ulong whole) && whole <= 1UL << 31;
        number = isNumber ? (uint)-(long)whole : 0;
        return isNumber;
    }

    /// <summary>A whole number, or the dash that Minato prints where none was known.</summary>
    public static bool TryNumberOrDash(ReadOnlySpan<byte> text, out uint? number)
    {
        bool isNumber = TryNumber(text, out uint value);
        number = isNumber ? value : null;
        return isNumber || IsDash(text);
    }

    public static bool IsDash(ReadOnlySpan<byte> text) => text is [(byte)'-'];

    /// <summary>A whole number in hexadecimal digits.</summary>
    public static bool TryHex(ReadOnlySpan<byte> text, out ulong number) =>
        Utf8Parser.TryParse(text, out number, out int used, 'x') && used == text.Length;
}
