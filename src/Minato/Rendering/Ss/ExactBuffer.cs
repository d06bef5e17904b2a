using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Minato.Rendering.Ss;

/// <summary>
/// Cells that wait until the widths of their columns are known. ss keeps them in five chunks of 1 MiB and prints when the
/// fifth is begun, so where one table ends and the next, wider one starts follows from how cells fill its chunks, which
/// <see cref="ExactRoom"/> counts. Here each lies with its length before it, in pieces that are used again.
/// </summary>
internal sealed class ExactBuffer : IByteOutput
{
    /// <summary>In the place of a cell's length: two bytes of length follow.</summary>
    public const byte LongCell = 254;

    /// <summary>In the place of a row's first cells: they are those of the row before.</summary>
    public const byte SameStart = 255;

    /// <summary>So many bytes behind a cell may be read with it.</summary>
    public const int Slack = 32;

    /// <summary>A row's first cells need no more.</summary>
    public const int StartRoom = 128;

    // More than the longest cell with its length.
    private const int PieceSize = 128 * 1024;

    private readonly List<byte[]> _pieces = [];
    private readonly List<int> _ends = [];
    private byte[] _piece = [];
    private int _used;
    private ExactRoom _room;
    private int[] _start = [];

    // A cell too long for the sink.
    private byte[] _long = [];
    private int _longUsed;
    private long _cellStart;

    public ExactBuffer() => Sink = new Utf8Sink(this, size: 4096);

    /// <summary>Where the text of the cells goes.</summary>
    public Utf8Sink Sink { get; }

    public bool IsEmpty => _used == 0;

    /// <summary>Whether ss would print now, if this is the end of a row.</summary>
    public bool IsFull => _room.IsFull;

    /// <summary>How many pieces hold something.</summary>
    public int Pieces => IsEmpty ? 0 : _ends.Count + 1;

    /// <summary>The length of the last cell.</summary>
    public int LastLength { get; private set; }

    /// <summary>The cells of one piece; <see cref="Slack"/> bytes follow them.</summary>
    public ReadOnlySpan<byte> Piece(int index) => _pieces[index].AsSpan(0, index < _ends.Count ? _ends[index] : _used);

    /// <summary>What was appended to the sink since the last cell is a cell; its length.</summary>
    public int EndCell()
    {
        long length = Sink.Position - _cellStart;
        if (length == 0)
        {
            Start(1) = 0;
            _used++;
            return LastLength = 0;
        }

        ReadOnlySpan<byte> text = TakeText();
        _room.Open(length);

        // The length of a cell has two bytes: ss drops what is beyond.
        if (text.Length > ushort.MaxValue) text = text[..ushort.MaxValue];
        _room.Take(text.Length);
        LastLength = text.Length;
        Store(text);
        return text.Length;
    }

    /// <summary>No more is to come for the last cell: the next one starts where it ends.</summary>
    public void CloseCell() => _room.Close(LastLength);

    /// <summary>Adds a row's first cells, the same as those kept.</summary>
    public void RepeatStart()
    {
        Start(1) = SameStart;
        _used++;
        _room.Add(_start);
    }

    /// <summary>Keeps the lengths of a row's first cells for <see cref="RepeatStart"/>.</summary>
    public void KeepStart(ReadOnlySpan<int> lengths)
    {
        if (_start.Length != lengths.Length) _start = new int[lengths.Length];
        lengths.CopyTo(_start);
    }

    /// <summary>Where cells can be written with a byte of length before each; <see cref="Advance"/> tells their lengths.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref byte Start(int length)
    {
        if (length > _piece.Length - Slack - _used) AddPiece();
        return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_piece), _used);
    }

    /// <summary>Cells of these lengths have been written, and no more is to come for them.</summary>
    public void Advance(ReadOnlySpan<int> lengths)
    {
        foreach (int length in lengths) _used += length + 1;
        _room.Add(lengths);
    }

    public void Clear()
    {
        _ends.Clear();
        if (_pieces.Count > 0) _piece = _pieces[0];
        _used = 0;
        _room = default;
    }

    // What has left the sink of a cell that is not yet whole.
    bool IByteOutput.Write(ReadOnlySpan<byte> bytes)
    {
        long first = Sink.Position - bytes.Length;
        if (first < _cellStart) bytes = bytes[(int)Math.Min(bytes.Length, _cellStart - first)..];
        if (bytes.Length > _long.Length - _longUsed) Array.Resize(ref _long, Math.Max(_long.Length * 2, _longUsed + bytes.Length));
        bytes.CopyTo(_long.AsSpan(_longUsed));
        _longUsed += bytes.Length;
        return true;
    }

    private ReadOnlySpan<byte> TakeText()
    {
        if (_longUsed == 0)
        {
            ReadOnlySpan<byte> text = Sink.Since(_cellStart);
            _cellStart = Sink.Position;
            return text;
        }

        Sink.Flush();
        _cellStart = Sink.Position;
        int length = _longUsed;
        _longUsed = 0;
        return _long.AsSpan(0, length);
    }

    private void Store(ReadOnlySpan<byte> text)
    {
        const int LongestPrefix = 3;
        ref byte to = ref Start(LongestPrefix + text.Length);
        int prefix = 1;
        if (text.Length < LongCell)
        {
            to = (byte)text.Length;
        }
        else
        {
            to = LongCell;
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref to, 1), (ushort)text.Length);
            prefix = LongestPrefix;
        }

        text.CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref to, prefix), text.Length));
        _used += prefix + text.Length;
    }

    private void AddPiece()
    {
        if (_used > 0) _ends.Add(_used);
        if (_ends.Count == _pieces.Count) _pieces.Add(GC.AllocateUninitializedArray<byte>(PieceSize));
        _piece = _pieces[_ends.Count];
        _used = 0;
    }
}
