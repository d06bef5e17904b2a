using System;

namespace Minato.Reading;

/// <summary>
/// Cuts an input that comes in pieces into lines, whatever ends them (LF, CR LF, CR) and however its characters are stored.
/// Holds one line at most.
/// </summary>
internal sealed class TextLines(ILineReader reader)
{
    /// <summary>More of a line is not kept: no table has longer rows (a path has at most 108 bytes, of which each may be escaped).</summary>
    public const int LongestLine = 16 * 1024;

    private const int Piece = 4096;

    private readonly byte[] _line = new byte[LongestLine];
    private readonly byte[] _start = new byte[4];
    private byte[]? _converted;
    private Utf16Bytes? _utf16;
    private int _started;
    private int _used;
    private bool _isTooLong;
    private bool _afterReturn;

    public TextEncoding Encoding { get; private set; }

    /// <summary>Whether there was a byte that no text has.</summary>
    public bool HasNul { get; private set; }

    public void Feed(ReadOnlySpan<byte> bytes)
    {
        // What the first four bytes are decides how all are read.
        if (_started < _start.Length)
        {
            int part = Math.Min(bytes.Length, _start.Length - _started);
            bytes[..part].CopyTo(_start.AsSpan(_started));
            _started += part;
            bytes = bytes[part..];
            if (_started < _start.Length) return;
            Begin();
        }

        Convert(bytes);
    }

    /// <summary>The input ends: its last line may have no end of its own.</summary>
    public void End()
    {
        if (_started < _start.Length) Begin();
        if (_used > 0 || _isTooLong) EndLine();
    }

    private void Begin()
    {
        ReadOnlySpan<byte> start = _start.AsSpan(0, _started);
        _started = _start.Length;
        int mark = 0;
        (Encoding, mark) = start switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (TextEncoding.Utf8, 3),
            [0xFF, 0xFE, ..] => (TextEncoding.Utf16Little, 2),
            [0xFE, 0xFF, ..] => (TextEncoding.Utf16Big, 2),

            // Without a mark: a table starts with ASCII.
            [not 0, 0, not 0, 0] => (TextEncoding.Utf16Little, 0),
            [0, not 0, 0, not 0] => (TextEncoding.Utf16Big, 0),
            _ => (TextEncoding.Bytes, 0),
        };
        if (Encoding is TextEncoding.Utf16Little or TextEncoding.Utf16Big)
        {
            _utf16 = new Utf16Bytes(Encoding == TextEncoding.Utf16Big);
            _converted = new byte[Piece / 2 * 3 + 3];
        }

        Convert(start[mark..]);
    }

    private void Convert(ReadOnlySpan<byte> bytes)
    {
        if (_utf16 is null)
        {
            Take(bytes);
            return;
        }

        while (!bytes.IsEmpty)
        {
            int part = Math.Min(bytes.Length, Piece);
            Take(_converted.AsSpan(0, _utf16.Convert(bytes[..part], _converted)));
            bytes = bytes[part..];
        }
    }

    private void Take(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (_afterReturn)
            {
                _afterReturn = false;
                if (bytes[0] == '\n')
                {
                    bytes = bytes[1..];
                    continue;
                }
            }

            int end = bytes.IndexOfAny((byte)'\n', (byte)'\r');
            Keep(end < 0 ? bytes : bytes[..end]);
            if (end < 0) return;
            _afterReturn = bytes[end] == '\r';
            bytes = bytes[(end + 1)..];
            EndLine();
        }
    }

    private void Keep(ReadOnlySpan<byte> part)
    {
        HasNul |= part.Contains((byte)0);
        if (part.Length > LongestLine - _used)
        {
            part = part[..(LongestLine - _used)];
            _isTooLong = true;
        }

        part.CopyTo(_line.AsSpan(_used));
        _used += part.Length;
    }

    private void EndLine()
    {
        reader.Take(_line.AsSpan(0, _used), _isTooLong);
        _used = 0;
        _isTooLong = false;
    }
}

/// <summary>Takes the lines of an input.</summary>
internal interface ILineReader
{
    /// <summary>Takes a line without its end; of one that is too long, its beginning.</summary>
    void Take(ReadOnlySpan<byte> line, bool isTooLong);
}
