using System;
using System.Text;

namespace Minato.Reading;

/// <summary>UTF-16 in pieces of any length, as UTF-8. What is no character becomes U+FFFD.</summary>
internal sealed class Utf16Bytes(bool isBig)
{
    private const int Odd = -1;

    private int _first = Odd;
    private char _high;

    /// <summary>Converts the next piece; <paramref name="to"/> needs three bytes for each two of it, and three more.</summary>
    public int Convert(ReadOnlySpan<byte> bytes, Span<byte> to)
    {
        int used = 0;
        foreach (byte value in bytes)
        {
            if (_first == Odd)
            {
                _first = value;
                continue;
            }

            char unit = (char)(isBig ? _first << 8 | value : value << 8 | _first);
            _first = Odd;
            used += Append(unit, to[used..]);
        }

        return used;
    }

    private int Append(char unit, Span<byte> to)
    {
        int used = 0;
        char high = _high;
        _high = '\0';
        if (high != '\0')
        {
            if (char.IsLowSurrogate(unit)) return new Rune(high, unit).EncodeToUtf8(to);
            used = Rune.ReplacementChar.EncodeToUtf8(to);
        }

        if (char.IsHighSurrogate(unit))
        {
            _high = unit;
            return used;
        }

        return used + (Rune.TryCreate(unit, out Rune rune) ? rune : Rune.ReplacementChar).EncodeToUtf8(to[used..]);
    }
}
