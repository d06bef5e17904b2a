using System;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Minato.Rendering.Ss;

/// <summary>Where one column's cells stand in a line.</summary>
internal struct ExactPlace
{
    public int Width;
    public int Delimiter;
    public bool IsRightAligned;
    public bool IsPaddedRight;
}

/// <summary>Writes rows of cells as lines, once the places of the columns are settled.</summary>
/// <param name="sink">Where they go.</param>
/// <param name="places">Where the cells of each shown column stand.</param>
/// <param name="starts">How many columns a row's first cells have, those that may be the same as in the row before.</param>
internal ref struct ExactLines(Utf8Sink sink, ReadOnlySpan<ExactPlace> places, int starts)
{
    // Kind, state and queues with their blanks, where no screen spreads them, are shorter.
    private const int StartSize = 64;

    private readonly ReadOnlySpan<ExactPlace> _places = places;
    private StartBytes _start;
    private int _startLength;
    private int _startBlanks;
    private int _column;
    private int _blanks;

    /// <summary>Writes the cells of one piece of a buffer.</summary>
    public void Write(ReadOnlySpan<byte> cells)
    {
        long line = 0;
        while (!cells.IsEmpty)
        {
            // All of a row's start stays in the sink until it is kept.
            if (_column == 0)
            {
                _ = ref sink.Start(Utf8Sink.Slack);
                line = sink.Position;
            }

            int length = cells[0];
            cells = cells[1..];
            if (length == ExactBuffer.SameStart)
            {
                RepeatStart();
                continue;
            }

            if (length == ExactBuffer.LongCell)
            {
                length = BinaryPrimitives.ReadUInt16LittleEndian(cells);
                cells = cells[sizeof(ushort)..];
            }

            WriteCell(cells[..length]);
            cells = cells[length..];
            if (++_column == starts) KeepStart(line);
            if (_column == _places.Length) EndLine();
        }
    }

    /// <summary>Ends a line that lacks its last cells.</summary>
    public void Finish()
    {
        if (_column > 0) EndLine();
    }

    // Short cells are copied with what lies behind them in the buffer (BENCH exact-tan-100k).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void WriteCell(ReadOnlySpan<byte> text)
    {
        const int MostBlanks = 128;

        ref readonly ExactPlace place = ref _places[_column];
        int padding = Math.Max(0, place.Width - place.Delimiter - text.Length);
        _blanks += place.Delimiter;
        if (place.IsRightAligned) _blanks += padding;
        if (!text.IsEmpty)
        {
            if (text.Length <= ExactBuffer.Slack && _blanks <= MostBlanks)
            {
                ref byte to = ref sink.Start(MostBlanks + 2 * ExactBuffer.Slack);
                EndText.WriteBlanks(ref to, _blanks);
                EndText.CopyShort(ref Unsafe.Add(ref to, _blanks), ref MemoryMarshal.GetReference(text));
                sink.Advance(_blanks + text.Length);
            }
            else
            {
                sink.AppendBlanks(_blanks);
                sink.Append(text);
            }

            _blanks = 0;
        }

        if (place.IsPaddedRight) _blanks += padding;
    }

    private void RepeatStart()
    {
        ReadOnlySpan<byte> start = _start;
        start.CopyTo(MemoryMarshal.CreateSpan(ref sink.Start(StartSize), StartSize));
        sink.Advance(_startLength);
        _blanks = _startBlanks;
        _column = starts;
    }

    private void KeepStart(long line)
    {
        ReadOnlySpan<byte> start = sink.Since(line);
        _startBlanks = _blanks;
        _startLength = start.Length;
        if (start.Length <= StartSize) start.CopyTo(_start);
    }

    private void EndLine()
    {
        sink.AppendBlanks(_blanks);
        sink.Append((byte)'\n');
        _blanks = 0;
        _column = 0;
    }

    [InlineArray(StartSize)]
    private struct StartBytes
    {
        private byte _first;
    }
}
