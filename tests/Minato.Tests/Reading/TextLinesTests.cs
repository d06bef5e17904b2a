using System;
using System.Collections.Generic;
using System.Text;
using Minato.Reading;

namespace Minato.Tests.Reading;

/// <summary>How an input becomes lines, whatever ends them and however its characters are stored.</summary>
public sealed class TextLinesTests
{
    [Theory]
    [InlineData("a\nb\n", "a|b")]
    [InlineData("a\r\nb", "a|b")]
    [InlineData("a\rb\r", "a|b")]
    [InlineData("\n\r\n\r", "||")]
    [InlineData("a\n\nb", "a||b")]
    [InlineData("", "")]
    public void Lines_end_with_LF_CR_LF_or_CR(string text, string lines)
    {
        for (int size = 1; size < 5; size++) Assert.Equal(lines, Split(Encoding.ASCII.GetBytes(text), size, out _));
    }

    [Theory]
    [InlineData("utf-8", true, (int)TextEncoding.Utf8)]
    [InlineData("utf-16", true, (int)TextEncoding.Utf16Little)]
    [InlineData("utf-16BE", true, (int)TextEncoding.Utf16Big)]
    [InlineData("utf-8", false, (int)TextEncoding.Bytes)]
    [InlineData("utf-16", false, (int)TextEncoding.Utf16Little)]
    [InlineData("utf-16BE", false, (int)TextEncoding.Utf16Big)]
    public void Characters_of_two_bytes_become_UTF8(string name, bool hasMark, int expected)
    {
        Encoding encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. hasMark ? encoding.Preamble.ToArray() : [], .. encoding.GetBytes("Proto ÄÖ アドレス 🦊\r\nx")];
        for (int size = 1; size < 9; size++)
        {
            Assert.Equal("Proto ÄÖ アドレス 🦊|x", Split(bytes, size, out TextEncoding found));
            Assert.Equal((TextEncoding)expected, found);
        }
    }

    [Fact]
    public void Half_a_character_is_a_replacement() =>
        Assert.Equal("ab\uFFFDc\uFFFD", Split([0xFF, 0xFE, (byte)'a', 0, (byte)'b', 0, 0x00, 0xD8, (byte)'c', 0, 0x00, 0xDC], 3, out _));

    private static string Split(byte[] bytes, int size, out TextEncoding encoding)
    {
        Collector collector = new();
        TextLines lines = new(collector);
        for (int at = 0; at < bytes.Length; at += size) lines.Feed(bytes.AsSpan(at, Math.Min(size, bytes.Length - at)));
        lines.End();
        encoding = lines.Encoding;
        return string.Join('|', collector.Lines);
    }

    private sealed class Collector : ILineReader
    {
        public List<string> Lines { get; } = [];

        public void Take(ReadOnlySpan<byte> line, bool isTooLong) => Lines.Add(Encoding.UTF8.GetString(line));
    }
}
