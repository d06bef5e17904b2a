using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using CsCheck;
using Minato.Rendering;

namespace Minato.Tests.Rendering;

public sealed class UntrustedTests
{
    // Bytes of names as hostile processes choose them: controls, direction marks and broken UTF-8 are likelier than chance has them.
    private static readonly Gen<byte[]> Names = Gen.OneOf(
        Gen.Byte.Select(static value => new[] { value }),
        Gen.Char["abc \\x1b\"'\0\r\n\t\a\b\u007F\u0085\u009B\u00AD\u061C\u200B\u200E\u2028\u202E\u2066\uFEFFé港"].Select(static c => Encoding.UTF8.GetBytes([c])),
        Gen.Int[0x20, 0x10FFFF].Where(static value => value is < 0xD800 or > 0xDFFF).Select(static value => Encoding.UTF8.GetBytes(char.ConvertFromUtf32(value))))
        .Array[0, 30].Select(static parts => Concatenate(parts));

    [Theory]
    [InlineData("sshd", "sshd")]
    [InlineData("with blank", "with blank")]
    [InlineData("港 café 🚢", "港 café 🚢")]
    [InlineData("a\nb", "a\\x0ab")]
    [InlineData("\e[31m", "\\x1b[31m")]
    [InlineData("\u007F", "\\x7f")]
    [InlineData("\u009B2J", "\\xc2\\x9b2J")]
    [InlineData("\u202Egnp.exe", "\\xe2\\x80\\xaegnp.exe")]
    [InlineData("\u2066x\u2069", "\\xe2\\x81\\xa6x\\xe2\\x81\\xa9")]
    [InlineData("\u2028", "\\xe2\\x80\\xa8")]
    [InlineData("soft\u00ADhyphen", "soft\\xc2\\xadhyphen")]
    [InlineData("a\\x0a", "a\\x5cx0a")]
    [InlineData("\"quoted\"", "\"quoted\"")]
    [InlineData("", "")]
    public void Text_is_shown_as_it_is_but_for_what_could_do_harm(string name, string shown) => Assert.Equal(shown, Escape(Encoding.UTF8.GetBytes(name)));

    [Theory]
    [InlineData(new byte[] { 0xFF }, "\\xff")]
    [InlineData(new byte[] { (byte)'a', 0xC3, (byte)'b' }, "a\\xc3b")]
    [InlineData(new byte[] { 0xE6, 0xB8 }, "\\xe6\\xb8")]
    [InlineData(new byte[] { 0xC0, 0x8A }, "\\xc0\\x8a")]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 }, "\\xed\\xa0\\x80")]
    [InlineData(new byte[] { 0xF4, 0x90, 0x80, 0x80 }, "\\xf4\\x90\\x80\\x80")]
    [InlineData(new byte[] { 0 }, "\\x00")]
    public void Bytes_that_are_no_text_are_shown_as_numbers(byte[] name, string shown) => Assert.Equal(shown, Escape(name));

    [Fact]
    public void One_more_byte_can_be_escaped_where_it_would_end_the_surroundings() =>
        Assert.Equal("a\\x22),(\\x22b'", Escape("a\"),(\"b'"u8.ToArray(), (byte)'"'));

    [Theory]
    [InlineData("a\\b\"c", "a\\b\"c")]
    [InlineData("soft\u00ADhyphen\u200B", "soft\u00ADhyphen\u200B")]
    [InlineData("a\nb\e[31m\u007F", "a\\x0ab\\x1b[31m\\x7f")]
    [InlineData("\u009B2J", "\\xc2\\x9b2J")]
    [InlineData("\u202Egnp\u2066\u061C\u200F", "\\xe2\\x80\\xaegnp\\xe2\\x81\\xa6\\xd8\\x9c\\xe2\\x80\\x8f")]
    public void Of_text_that_ss_prints_as_it_is_only_controls_are_escaped(string name, string shown) =>
        Assert.Equal(shown, Encoding.UTF8.GetString(EscapedControls(Encoding.UTF8.GetBytes(name))));

    [Theory]
    [InlineData(new byte[] { 0xFF, (byte)'a' }, new byte[] { 0xFF, (byte)'a' })]
    [InlineData(new byte[] { 0xC3, (byte)'b' }, new byte[] { 0xC3, (byte)'b' })]
    [InlineData(new byte[] { 0x9B, (byte)'2' }, new byte[] { (byte)'\\', (byte)'x', (byte)'9', (byte)'b', (byte)'2' })]
    [InlineData(new byte[] { 0xE2, 0x80 }, new byte[] { 0xE2, (byte)'\\', (byte)'x', (byte)'8', (byte)'0' })]
    public void Bytes_that_are_no_text_pass_but_for_those_that_an_8_bit_terminal_obeys(byte[] name, byte[] shown) => Assert.Equal(shown, EscapedControls(name));

    [Fact]
    public void What_is_shown_leads_back_to_the_bytes() => Names.Sample(name => Assert.Equal(name, Unescape(Escape(name, (byte)'"'))), iter: 2_000);

    [Fact]
    public void What_is_shown_is_text_that_does_no_harm() => Names.Sample(
        name =>
        {
            byte[] shown = EscapedBytes(name, (byte)'"');
            string text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(shown);
            Assert.DoesNotContain('"', text);
            foreach (Rune rune in text.EnumerateRunes()) Assert.True(IsHarmless(rune), $"U+{rune.Value:X4}");
        }, iter: 2_000);

    [Fact]
    public void No_control_or_format_character_passes()
    {
        for (int value = 0; value <= 0x10FFFF; value++)
        {
            if (!Rune.TryCreate(value, out Rune rune)) continue;
            string shown = Escape(Encoding.UTF8.GetBytes(rune.ToString()));
            if (!IsHarmless(rune)) Assert.StartsWith("\\x", shown, StringComparison.Ordinal);
        }
    }

    // By category. Of the format characters, the signs that stand before or around Arabic, Syriac, Kaithi and Egyptian
    // text are drawn, and show what they do.
    private static bool IsHarmless(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,
        UnicodeCategory.Format => rune.Value is (>= 0x0600 and <= 0x0605) or 0x06DD or 0x070F or 0x0890 or 0x0891 or 0x08E2 or 0x110BD or 0x110CD
            or (>= 0x13430 and <= 0x1343F),
        _ => true,
    };

    private static string Escape(byte[] name, byte alsoEscaped = 0) => Encoding.UTF8.GetString(EscapedBytes(name, alsoEscaped));

    private static byte[] EscapedBytes(byte[] name, byte alsoEscaped)
    {
        MemoryOutput output = new();
        Utf8Sink sink = new(output, size: 64);
        Untrusted.Append(sink, name, alsoEscaped);
        sink.Flush();
        return output.Bytes;
    }

    private static byte[] Unescape(string shown)
    {
        List<byte> bytes = [];
        for (int at = 0; at < shown.Length; at++)
        {
            if (shown[at] == '\\')
            {
                Assert.Equal('x', shown[at + 1]);
                bytes.Add(byte.Parse(shown.AsSpan(at + 2, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                at += 3;
            }
            else
            {
                int length = char.IsHighSurrogate(shown[at]) ? 2 : 1;
                bytes.AddRange(Encoding.UTF8.GetBytes(shown.Substring(at, length)));
                at += length - 1;
            }
        }

        return [.. bytes];
    }

    private static byte[] Concatenate(byte[][] parts)
    {
        List<byte> bytes = [];
        foreach (byte[] part in parts) bytes.AddRange(part);
        return [.. bytes];
    }

    [Fact]
    public void Controls_can_be_replaced_byte_by_byte() =>
        Assert.Equal("a.b..[1mé??c???", Encoding.UTF8.GetString(EscapedControls("a\nb\u007F\e[1mé\u009Bc\u202E"u8.ToArray(), Escaping.ControlsReplaced)));

    private static byte[] EscapedControls(byte[] name, Escaping escaping = Escaping.Controls)
    {
        MemoryOutput output = new();
        Utf8Sink sink = new(output);
        Untrusted.Append(sink, name, escaping);
        sink.Flush();
        return output.Bytes;
    }
}
