using System;
using Minato.Model;

namespace Minato.Sources;

/// <summary>Takes the rows that a <see cref="RowBuffer"/> has gathered.</summary>
internal interface IRowSink
{
    /// <summary>Takes rows; <paramref name="isLast"/> says that no more will come. False ends the reading.</summary>
    bool Deliver(Span<SocketEntry> rows, ReadOnlySpan<SocketDetails> details, bool isLast);
}

/// <summary>
/// The rows between a source and its reader. Bounded, so memory does not grow with the table; while rows are still in
/// it a source can take them back and read a broken dump again.
/// </summary>
internal sealed class RowBuffer
{
    // A path has 108 bytes at most; a listener's waiting peers can need more, and get it.
    private const int TextRoom = 32 * 1024;

    // Most answers are short, and the room for a long one is cleared at a page fault for each page (BENCH tln-empty).
    private const int FirstRoom = 16;
    private const int Growth = 4;

    private readonly int _capacity;
    private readonly IRowSink _sink;
    private SocketEntry[] _rows;
    private byte[] _texts = [];
    private SocketDetails[] _details = [];
    private int _detailsUsed;
    private int _count;
    private int _textBytes;
    private long _delivered;

    public RowBuffer(int capacity, IRowSink sink)
    {
        _capacity = capacity;
        _rows = new SocketEntry[Math.Min(capacity, FirstRoom)];
        _sink = sink;
    }

    /// <summary>Whether the reader wants no more rows.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>How many rows it holds.</summary>
    public int Capacity => _capacity;

    /// <summary>Who takes the rows.</summary>
    public IRowSink Sink => _sink;

    /// <summary>Where the next row is decoded; it counts only after <see cref="Commit()"/>.</summary>
    public ref SocketEntry Next => ref _rows[_count];

    /// <summary>
    /// Details for the row at <see cref="Next"/>, empty: made once for each place of the buffer and used again after each
    /// batch. To be called after the row was set to its default.
    /// </summary>
    public SocketDetails AddDetails()
    {
        if (_details.Length < _rows.Length) Array.Resize(ref _details, _rows.Length);
        Next.DetailsPlace = (ushort)(_count + 1);
        SocketDetails details = _details[_count] ??= new SocketDetails();
        details.Clear();
        _detailsUsed = Math.Max(_detailsUsed, _count + 1);
        return details;
    }

    /// <summary>A point to come back to with <see cref="TryTakeBack"/>.</summary>
    public long Position => _delivered + _count;

    public void Commit()
    {
        if (++_count < _rows.Length) return;
        if (_count == _capacity) Flush(isLast: false);
        else Array.Resize(ref _rows, Math.Min(_capacity, _rows.Length * Growth));
    }

    /// <summary>Commits a UNIX row with its path and its waiting peers' inodes copied out of the receive buffer.</summary>
    public void Commit(ReadOnlySpan<byte> path, ReadOnlySpan<byte> pending)
    {
        int length = path.Length + pending.Length;
        if (length > 0)
        {
            if (length > _texts.Length - _textBytes)
            {
                SocketEntry kept = Next;
                if (_count > 0) Flush(isLast: false);
                if (length > _texts.Length) _texts = GC.AllocateUninitializedArray<byte>(Math.Max(length, TextRoom));
                Next = kept;
                if (kept.DetailsPlace > 1) MoveDetailsToStart(kept.DetailsPlace - 1);
            }

            path.CopyTo(_texts.AsSpan(_textBytes));
            pending.CopyTo(_texts.AsSpan(_textBytes + path.Length));
            Next.UnixBytes = _texts.AsMemory(_textBytes, length);
            Next.UnixPathLength = (ushort)path.Length;
            _textBytes += length;
        }

        Commit();
    }

    /// <summary>Whether <see cref="TryTakeBack"/> would succeed: no row since then has left the buffer.</summary>
    public bool CanTakeBack(long position) => position >= _delivered;

    /// <summary>Drops all rows since <paramref name="position"/>; false when some have been delivered already.</summary>
    public bool TryTakeBack(long position)
    {
        if (!CanTakeBack(position)) return false;
        _count = (int)(position - _delivered);
        if (_count == 0) _textBytes = 0;
        return true;
    }

    /// <summary>Delivers what is there before rows go another way.</summary>
    public void Deliver()
    {
        if (_count > 0) Flush(isLast: false);
    }

    /// <summary>Tells that the reader wants no more rows.</summary>
    public void Stop() => IsStopped = true;

    /// <summary>Delivers what is left.</summary>
    public void Finish() => Flush(isLast: true);

    // The rows before have left the buffer; the row that is still being made has become the first.
    private void MoveDetailsToStart(int place)
    {
        (_details[0], _details[place]) = (_details[place], _details[0]);
        Next.DetailsPlace = 1;
        _detailsUsed = 1;
    }

    private void Flush(bool isLast)
    {
        if (!IsStopped && !_sink.Deliver(_rows.AsSpan(0, _count), _details.AsSpan(0, _detailsUsed), isLast)) IsStopped = true;
        _delivered += _count;
        _count = 0;
        _textBytes = 0;
        _detailsUsed = 0;
    }
}
