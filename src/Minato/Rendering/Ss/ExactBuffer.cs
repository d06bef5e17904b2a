using System;

namespace Minato.Rendering.Ss;

/// <summary>
/// Cells that wait until the widths of their columns are known. ss keeps them in five chunks of 1 MiB and prints when the
/// fifth is begun, so where one table ends and the next, wider one starts follows from how cells fill its chunks: each has
/// its length in two bytes before it, starts at an even address and never spans two chunks.
/// </summary>
internal sealed class ExactBuffer : IByteOutput
{
    // 1 MiB without what malloc'ed chunks begin with (two pointers) and without the length of the first cell.
    private const int ChunkRoom = 1024 * 1024 - 2 * sizeof(ulong) - LengthSize;
    private const int LengthSize = sizeof(ushort);
    private const int Chunks = 5;
    private const int LargestText = Chunks * 1024 * 1024;

    private byte[] _text = GC.AllocateUninitializedArray<byte>(16 * 1024);
    private ushort[] _lengths = new ushort[1024];
    private int _textUsed;
    private int _cells;
    private long _start;

    private int _chunks;
    private int _room;
    private bool _isFirstInChunk;

    public ExactBuffer() => Sink = new Utf8Sink(this);

    /// <summary>Where the text of the cells goes.</summary>
    public Utf8Sink Sink { get; }

    public bool IsEmpty => _cells == 0;

    /// <summary>Whether ss would print now, if this is the end of a row.</summary>
    public bool IsFull => _chunks >= Chunks;

    /// <summary>The lengths of the cells, in the order they came.</summary>
    public ReadOnlySpan<ushort> Lengths => _lengths.AsSpan(0, _cells);

    /// <summary>The text of the cells, one after the other.</summary>
    public ReadOnlySpan<byte> Text
    {
        get
        {
            Sink.Flush();
            return _text.AsSpan(0, _textUsed);
        }
    }

    /// <summary>What was appended since the last cell is a cell; its length.</summary>
    public int EndCell()
    {
        long length = Sink.Position - _start;
        _start += length;
        if (length > 0) MakeRoom(length);
        if (length > ushort.MaxValue) length = Cut(length);
        if (_cells == _lengths.Length) Array.Resize(ref _lengths, _cells * 2);
        _lengths[_cells++] = (ushort)length;
        _room -= (int)length;
        return (int)length;
    }

    /// <summary>No more is to come for the last cell: the next one starts where it ends.</summary>
    public void CloseCell()
    {
        int padding = _lengths[_cells - 1] & 1;
        if (_room - padding < LengthSize)
        {
            AddChunk();
            return;
        }

        _room -= padding + LengthSize;
        _isFirstInChunk = false;
    }

    public void Clear()
    {
        Sink.Flush();
        _textUsed = 0;
        _cells = 0;
        _chunks = 0;
        _room = 0;
    }

    bool IByteOutput.Write(ReadOnlySpan<byte> bytes)
    {
        int needed = _textUsed + bytes.Length;
        if (needed > _text.Length) Array.Resize(ref _text, Math.Max(needed, Math.Min(_text.Length * 2, LargestText)));
        bytes.CopyTo(_text.AsSpan(_textUsed));
        _textUsed = needed;
        return true;
    }

    private void MakeRoom(long length)
    {
        if (_chunks == 0 || (length >= _room && !_isFirstInChunk)) AddChunk();
    }

    private void AddChunk()
    {
        _chunks++;
        _room = ChunkRoom;
        _isFirstInChunk = true;
    }

    // The length of a cell has two bytes: ss drops what is beyond.
    private int Cut(long length)
    {
        Sink.Flush();
        _textUsed -= (int)(length - ushort.MaxValue);
        return ushort.MaxValue;
    }
}
