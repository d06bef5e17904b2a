using System;
using System.Runtime.CompilerServices;

namespace Minato.Reading;

/// <summary>A line and where its words are. Form feeds and tabs part words as blanks do.</summary>
internal ref struct TextLine
{
    /// <summary>Words behind these are only found as a rest: no table has more columns.</summary>
    public const int MostWords = 40;

    private readonly ReadOnlySpan<byte> _bytes;
    private Places _starts;
    private Places _ends;

    public TextLine(ReadOnlySpan<byte> bytes)
    {
        _bytes = bytes;
        int at = 0;
        while (Count < MostWords)
        {
            while (at < bytes.Length && IsBlank(bytes[at])) at++;
            if (at == bytes.Length) return;
            _starts[Count] = at;
            while (at < bytes.Length && !IsBlank(bytes[at])) at++;
            _ends[Count++] = at;
        }
    }

    /// <summary>How many words there are.</summary>
    public int Count { get; }

    public readonly ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>A word; nothing where there are no more.</summary>
    public readonly ReadOnlySpan<byte> this[int word] => word < Count ? _bytes[_starts[word].._ends[word]] : default;

    /// <summary>Where a word starts in the line.</summary>
    public readonly int Start(int word) => word < Count ? _starts[word] : _bytes.Length;

    /// <summary>Where a word ends in the line.</summary>
    public readonly int End(int word) => word < Count ? _ends[word] : _bytes.Length;

    /// <summary>From a word to the end of the line, without the blanks at the end.</summary>
    public readonly ReadOnlySpan<byte> From(int word) => Trim(_bytes[Start(word)..]);

    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        while (text.Length > 0 && IsBlank(text[0])) text = text[1..];
        while (text.Length > 0 && IsBlank(text[^1])) text = text[..^1];
        return text;
    }

    // NUL too: what is no text shows as words that nothing knows.
    private static bool IsBlank(byte value) => value is (byte)' ' or (byte)'\t' or (byte)'\f' or (byte)'\v';

    [InlineArray(MostWords)]
    private struct Places
    {
        private int _first;
    }
}
