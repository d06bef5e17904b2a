using System;
using System.Text;
using Minato.Rendering;

namespace Minato.Cli.Terminal;

/// <summary>Lines for one screen: what no terminal has room for is let go.</summary>
internal sealed class ScreenText : IByteOutput
{
    // More than any terminal shows.
    private const int MostLines = 1000;
    private const int MostBytes = 1 << 20;

    // From here on a character may take two columns (Unicode's East Asian Width); none takes more.
    private const int FirstWide = 0x1100;

    private readonly int[] _ends = new int[MostLines];
    private byte[] _text = new byte[4096];
    private int _length;

    /// <summary>How many lines have ended.</summary>
    public int Lines { get; private set; }

    public bool Write(ReadOnlySpan<byte> bytes)
    {
        while (Lines < MostLines && !bytes.IsEmpty)
        {
            int end = bytes.IndexOf((byte)'\n');
            ReadOnlySpan<byte> part = end < 0 ? bytes : bytes[..end];
            Keep(part);
            if (end < 0) return true;
            _ends[Lines++] = _length;
            bytes = bytes[(end + 1)..];
        }

        return true;
    }

    /// <summary>A line without its end.</summary>
    public ReadOnlySpan<byte> Line(int number)
    {
        ReadOnlySpan<byte> line = _text.AsSpan((number == 0 ? 0 : _ends[number - 1]).._ends[number]);
        return line.TrimEnd((byte)'\r');
    }

    public void Clear()
    {
        _length = 0;
        Lines = 0;
    }

    /// <summary>As much of a line as surely fits into that many columns.</summary>
    public static ReadOnlySpan<byte> Cut(ReadOnlySpan<byte> line, int columns)
    {
        int at = 0;
        while (at < line.Length)
        {
            Rune.DecodeFromUtf8(line[at..], out Rune rune, out int used);
            columns -= rune.Value >= FirstWide ? 2 : 1;
            if (columns < 0) break;
            at += used;
        }

        return line[..at];
    }

    private void Keep(ReadOnlySpan<byte> part)
    {
        part = part[..Math.Min(part.Length, MostBytes - _length)];
        if (_length + part.Length > _text.Length) Array.Resize(ref _text, Math.Min(MostBytes, Math.Max(_text.Length * 2, _length + part.Length)));
        part.CopyTo(_text.AsSpan(_length));
        _length += part.Length;
    }
}
