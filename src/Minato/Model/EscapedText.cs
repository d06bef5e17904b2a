using System;

namespace Minato.Model;

/// <summary>
/// Texts as they were before their printer escaped them. Only what Minato escapes is taken back, as <c>\xNN</c> in small
/// digits: control bytes, the backslash, the quote and the bracket that end names, and bytes beyond ASCII.
/// </summary>
internal static class EscapedText
{
    /// <summary>Writes the text, which is never longer than it was printed, and gives its length.</summary>
    public static int Unescape(ReadOnlySpan<byte> printed, Span<byte> to)
    {
        int used = 0;
        for (int at = 0; at < printed.Length; at++)
        {
            if (TryEscaped(printed[at..], out byte value)) at += 3;
            else value = printed[at];
            to[used++] = value;
        }

        return used;
    }

    private static bool TryEscaped(ReadOnlySpan<byte> text, out byte value)
    {
        value = 0;
        if (text.Length < 4 || text[0] != '\\' || text[1] != 'x') return false;
        int high = Digit(text[2]);
        int low = Digit(text[3]);
        if (high < 0 || low < 0) return false;
        value = (byte)(high << 4 | low);
        return value is < 0x20 or >= 0x7F or (byte)'\\' or (byte)'"' or (byte)']';
    }

    private static int Digit(byte character) => character switch
    {
        >= (byte)'0' and <= (byte)'9' => character - '0',
        >= (byte)'a' and <= (byte)'f' => character - 'a' + 10,
        _ => -1,
    };
}
