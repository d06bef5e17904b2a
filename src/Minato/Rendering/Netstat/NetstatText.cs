using System;
using System.Text;

namespace Minato.Rendering.Netstat;

/// <summary>Small pieces of text that the netstat tables share.</summary>
internal static class NetstatText
{
    /// <summary>Appends a literal of ASCII characters, a few at most.</summary>
    public static void AppendAscii(Utf8Sink sink, ReadOnlySpan<char> text)
    {
        Ascii.FromUtf16(text, sink.Room(text.Length), out int written);
        sink.Advance(written);
    }

    /// <summary>What ends a line: on Windows two characters.</summary>
    public static ReadOnlySpan<byte> NewLine(bool hasCarriageReturn) => hasCarriageReturn ? "\r\n"u8 : "\n"u8;

    /// <summary>
    /// The longest beginning of at most that many bytes that cuts no character, and no <c>\xNN</c> that stands for a byte:
    /// half of one would be no text.
    /// </summary>
    public static ReadOnlySpan<byte> WholeCharacters(ReadOnlySpan<byte> text, int most)
    {
        if (text.Length <= most) return text;
        while (most > 0 && (text[most] & 0xC0) == 0x80) most--;
        for (int back = 1; back <= 3 && back <= most; back++)
        {
            if (text[most - back] == '\\') return text[..(most - back)];
        }

        return text[..most];
    }
}
