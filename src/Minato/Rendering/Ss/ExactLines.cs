using System;
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

    // What may be written of a line without asking for more room: its start, and then as long as one more cell with its blanks fits.
    private const int MostBlanks = 128;
    private const int MostWritten = Utf8Sink.Slack - MostBlanks - 2 * ExactBuffer.Slack;

    private readonly ReadOnlySpan<ExactPlace> _places = places;
    private StartBytes _start;
    private int _startLength;
    private int _startBlanks;
    private int _column;
    private int _blanks;

    /// <summary>Writes the cells of one piece of a buffer: a line at a time, short cells with what lies behind them (BENCH exact-tan-100k).</summary>
    public void Write(ReadOnlySpan<byte> cells)
    {
        ref byte from = ref MemoryMarshal.GetReference(cells);
        ref byte to = ref sink.Start(Utf8Sink.Slack);
        int read = 0;
        int written = 0;
        int column = _column;
        int blanks = _blanks;
        while (read < cells.Length)
        {
            int length = Unsafe.Add(ref from, read++);
            if (length == ExactBuffer.SameStart)
            {
                written += WriteStart(ref Unsafe.Add(ref to, written));
                blanks = _startBlanks;
                column = starts;
                continue;
            }

            if (length == ExactBuffer.LongCell)
            {
                length = Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref from, read));
                read += sizeof(ushort);
            }

            ref readonly ExactPlace place = ref _places[column];
            int padding = Math.Max(0, place.Width - place.Delimiter - length);
            blanks += place.Delimiter;
            if (place.IsRightAligned) blanks += padding;
            if (length > 0)
            {
                if (length <= ExactBuffer.Slack && blanks <= MostBlanks)
                {
                    EndText.WriteBlanks(ref Unsafe.Add(ref to, written), blanks);
                    EndText.CopyShort(ref Unsafe.Add(ref to, written + blanks), ref Unsafe.Add(ref from, read));
                    written += blanks + length;
                }
                else
                {
                    sink.Advance(written);
                    sink.AppendBlanks(blanks);
                    sink.Append(cells.Slice(read, length));
                    to = ref sink.Start(Utf8Sink.Slack);
                    written = 0;
                }

                read += length;
                blanks = 0;
            }

            if (place.IsPaddedRight) blanks += padding;
            if (++column == starts) KeepStart(ref to, written, blanks);
            if (column < _places.Length && written <= MostWritten) continue;

            sink.Advance(written);
            if (column == _places.Length)
            {
                EndLine(blanks);
                blanks = 0;
                column = 0;
            }

            to = ref sink.Start(Utf8Sink.Slack);
            written = 0;
        }

        sink.Advance(written);
        _column = column;
        _blanks = blanks;
    }

    /// <summary>Ends a line that lacks its last cells.</summary>
    public void Finish()
    {
        if (_column > 0) EndLine(_blanks);
    }

    private int WriteStart(ref byte to)
    {
        ref byte from = ref Unsafe.As<StartBytes, byte>(ref _start);
        EndText.CopyShort(ref to, ref from);
        EndText.CopyShort(ref Unsafe.Add(ref to, StartSize / 2), ref Unsafe.Add(ref from, StartSize / 2));
        return _startLength;
    }

    // Of a start too long to be kept no row is said to have the same.
    private void KeepStart(ref byte line, int length, int blanks)
    {
        _startBlanks = blanks;
        _startLength = length;
        if (length <= StartSize) MemoryMarshal.CreateSpan(ref line, length).CopyTo(_start);
    }

    private void EndLine(int blanks)
    {
        sink.AppendBlanks(blanks);
        sink.Append((byte)'\n');
    }

    [InlineArray(StartSize)]
    private struct StartBytes
    {
        private byte _first;
    }
}
