using System;
using System.Buffers;
using System.Text;

namespace Minato.Rendering;

/// <summary>How much of a foreign text is escaped.</summary>
internal enum Escaping : byte
{
    /// <summary>All that could drive a terminal, forge a row or hide text, and the backslash: the original can be read back exactly.</summary>
    Readable,

    /// <summary>Only what could drive a terminal or turn text around: the rest is byte for byte what ss prints.</summary>
    Controls,

    /// <summary>The same, but a byte stands for each byte, as ss 7 does in names of commands: a column keeps its width.</summary>
    ControlsReplaced,
}

/// <summary>
/// Text that another process chose (names, paths, interface names). Whatever could drive a terminal, forge a row or
/// hide text is written as <c>\xNN</c>, byte by byte, and so is the backslash: the original can be read back exactly.
/// </summary>
internal static class Untrusted
{
    /// <summary>Appends the text, escaped as much as <paramref name="escaping"/> says.</summary>
    public static void Append(Utf8Sink sink, ReadOnlySpan<byte> text, Escaping escaping)
    {
        if (escaping == Escaping.Readable) Append(sink, text);
        else AppendControls(sink, text, escaping);
    }

    /// <summary>Appends the text; <paramref name="alsoEscaped"/> is one more byte that would end the surrounding syntax (0 for none).</summary>
    public static void Append(Utf8Sink sink, ReadOnlySpan<byte> text, byte alsoEscaped = 0)
    {
        // Most texts are printable ASCII, which is quickly seen (BENCH xan-unix).
        if (IsPrintableAscii(text) && text.IndexOfAny((byte)'\\', alsoEscaped) < 0)
        {
            sink.Append(text);
            return;
        }

        int plain = 0;
        int at = 0;
        while (at < text.Length)
        {
            int length = HarmlessLength(text[at..], alsoEscaped, out int unit);
            if (length > 0)
            {
                at += length;
                continue;
            }

            sink.Append(text[plain..at]);
            for (int i = 0; i < unit; i++) AppendEscaped(sink, text[at + i]);
            at += unit;
            plain = at;
        }

        sink.Append(text[plain..]);
    }

    private static bool IsPrintableAscii(ReadOnlySpan<byte> text) => text.IndexOfAnyExceptInRange((byte)' ', (byte)'~') < 0;

    // Bytes that are no UTF-8 pass as they do in ss, but for those that are C1 controls on a terminal of 8-bit characters.
    private static void AppendControls(Utf8Sink sink, ReadOnlySpan<byte> text, Escaping escaping)
    {
        if (IsPrintableAscii(text))
        {
            sink.Append(text);
            return;
        }

        int plain = 0;
        int at = 0;
        while (at < text.Length)
        {
            int length = ControlLength(text[at..], out int unit);
            if (length > 0)
            {
                sink.Append(text[plain..at]);
                for (int i = 0; i < length; i++)
                {
                    if (escaping == Escaping.Controls) AppendEscaped(sink, text[at + i]);
                    else sink.Append(text[at + i] < 0x80 ? (byte)'.' : (byte)'?');
                }

                plain = at + length;
            }

            at += unit;
        }

        sink.Append(text[plain..]);
    }

    // The length of the control character at the start, or 0; and how far the next character is.
    private static int ControlLength(ReadOnlySpan<byte> text, out int unit)
    {
        unit = 1;
        byte first = text[0];
        if (first < 0x80) return first is < 0x20 or 0x7F ? 1 : 0;
        if (Rune.DecodeFromUtf8(text, out Rune rune, out int length) != OperationStatus.Done) return first < 0xA0 ? 1 : 0;
        unit = length;
        return rune.Value is < 0xA0 or 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) ? length : 0;
    }

    // The length of the harmless character at the start, or 0 and the number of bytes to escape.
    private static int HarmlessLength(ReadOnlySpan<byte> text, byte alsoEscaped, out int unit)
    {
        unit = 1;
        byte first = text[0];
        if (first < 0x80) return first >= 0x20 && first != 0x7F && first != (byte)'\\' && first != alsoEscaped ? 1 : 0;
        if (Rune.DecodeFromUtf8(text, out Rune rune, out int length) != OperationStatus.Done)
        {
            unit = Math.Max(1, length);
            return 0;
        }

        unit = length;
        return IsHarmless(rune.Value) ? length : 0;
    }

    // C1 controls, line and paragraph separators, interlinear marks, and all that is drawn as nothing: the marks and
    // overrides of writing direction among it (Default_Ignorable_Code_Point in Unicode's DerivedCoreProperties.txt).
    private static bool IsHarmless(int rune) => rune switch
    {
        < 0xA0 => false,
        0xAD or 0x034F or 0x061C or 0x115F or 0x1160 or 0x17B4 or 0x17B5 => false,
        >= 0x180B and <= 0x180F => false,
        >= 0x200B and <= 0x200F => false,
        >= 0x2028 and <= 0x202E => false,
        >= 0x2060 and <= 0x206F => false,
        0x3164 or 0xFEFF or 0xFFA0 => false,
        >= 0xFE00 and <= 0xFE0F => false,
        >= 0xFFF0 and <= 0xFFFB => false,
        >= 0x1BCA0 and <= 0x1BCA3 => false,
        >= 0x1D173 and <= 0x1D17A => false,
        >= 0xE0000 and <= 0xE0FFF => false,
        _ => true,
    };

    private static void AppendEscaped(Utf8Sink sink, byte value)
    {
        sink.Append("\\x"u8);
        sink.Append("0123456789abcdef"u8[value >> 4]);
        sink.Append("0123456789abcdef"u8[value & 15]);
    }
}
