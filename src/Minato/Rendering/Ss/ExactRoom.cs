using System;

namespace Minato.Rendering.Ss;

/// <summary>
/// How cells fill ss's chunks of memory: each has its length in two bytes before it, starts at an even address and never spans
/// two chunks.
/// </summary>
internal struct ExactRoom
{
    // 1 MiB without what malloc'ed chunks begin with (two pointers) and without the length of the first cell.
    private const int ChunkRoom = 1024 * 1024 - 2 * sizeof(ulong) - LengthSize;
    private const int LengthSize = sizeof(ushort);
    private const int Chunks = 5;

    private int _chunks;
    private int _room;
    private bool _isFirstInChunk;

    /// <summary>Whether the last chunk has been begun.</summary>
    public readonly bool IsFull => _chunks >= Chunks;

    /// <summary>A cell that will be so long begins; an empty one begins nothing.</summary>
    public void Open(long length)
    {
        if (length > 0 && (_chunks == 0 || (length >= _room && !_isFirstInChunk))) AddChunk();
    }

    /// <summary>So much of it was kept.</summary>
    public void Take(int length) => _room -= length;

    /// <summary>No more is to come for it.</summary>
    public void Close(int length)
    {
        int padding = length & 1;
        if (_room - padding < LengthSize)
        {
            AddChunk();
            return;
        }

        _room -= padding + LengthSize;
        _isFirstInChunk = false;
    }

    /// <summary>Cells of these lengths, one after the other: at once where no chunk ends among them (BENCH exact-tan-100k).</summary>
    public void Add(ReadOnlySpan<int> lengths)
    {
        int total = 0;
        foreach (int length in lengths) total += length + (length & 1) + LengthSize;
        if (_chunks > 0 && _room > total + LengthSize)
        {
            _room -= total;
            _isFirstInChunk = false;
            return;
        }

        foreach (int length in lengths)
        {
            Open(length);
            Take(length);
            Close(length);
        }
    }

    private void AddChunk()
    {
        _chunks++;
        _room = ChunkRoom;
        _isFirstInChunk = true;
    }
}
