using System;

namespace Minato.Filter.Parsing;

/// <summary>Numbers as strtol(3) reads them with base 0: blanks and a sign may lead, 0x is hexadecimal and a leading 0 octal.</summary>
internal static class CNumber
{
    /// <summary>A number and nothing behind it.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out long number) => TryRead(ref text, out number) && text.IsEmpty;

    /// <summary>Reads a number off the front of the text; false when there is none, or it does not fit in 64 bits.</summary>
    public static bool TryRead(ref ReadOnlySpan<char> text, out long number)
    {
        number = 0;
        ReadOnlySpan<char> rest = text.TrimStart(" \t\n\v\f\r");
        bool isNegative = rest.StartsWith('-');
        if (isNegative || rest.StartsWith('+')) rest = rest[1..];

        int numberBase = 10;
        if (rest.Length > 2 && rest[0] == '0' && rest[1] is 'x' or 'X' && char.IsAsciiHexDigit(rest[2]))
        {
            numberBase = 16;
            rest = rest[2..];
        }
        else if (rest.StartsWith('0'))
        {
            numberBase = 8;
        }

        int digits = 0;
        while (digits < rest.Length && Digit(rest[digits]) is var digit && digit < numberBase)
        {
            if (number > (long.MaxValue - digit) / numberBase) return false;
            number = (number * numberBase) + digit;
            digits++;
        }

        if (digits == 0) return false;
        if (isNegative) number = -number;
        text = rest[digits..];
        return true;
    }

    private static int Digit(char letter) => letter switch
    {
        >= '0' and <= '9' => letter - '0',
        >= 'a' and <= 'f' => letter - 'a' + 10,
        >= 'A' and <= 'F' => letter - 'A' + 10,
        _ => int.MaxValue,
    };
}
