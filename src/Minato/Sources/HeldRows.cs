using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Minato.Model;

namespace Minato.Sources;

/// <summary>Lets IPv4 rows pass and holds IPv6 rows, packed, until <see cref="Release"/>; more than a bound are dropped, all of them.</summary>
internal sealed unsafe class HeldRows(IRowSink inner, int most) : IRowSink, IDisposable
{
    // Memory of the system, which the limit of the managed heap does not see: some 500 KiB a piece.
    private const int RowsOfPiece = 5_000;

    private readonly List<nint> _pieces = [];
    private int _count;

    /// <summary>Whether there were too many: the IPv6 rows have to be read again.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Whether the reader wants no more rows.</summary>
    public bool IsStopped { get; private set; }

    public bool Deliver(Span<SocketEntry> rows, ReadOnlySpan<SocketDetails> details, bool isLast)
    {
        int passing = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            if (rows[i].Family == SocketFamily.Inet6)
            {
                Hold(in rows[i]);
                continue;
            }

            if (passing != i) rows[passing] = rows[i];
            passing++;
        }

        if (passing > 0 && !IsStopped && !inner.Deliver(rows[..passing], details, isLast: false)) IsStopped = true;
        return !IsStopped;
    }

    /// <summary>Gives what was held.</summary>
    public void Release(RowBuffer rows)
    {
        for (int i = 0; i < _count && !rows.IsStopped; i++)
        {
            At(i).Unpack(ref rows.Next);
            rows.Commit();
        }

        Dispose();
    }

    public void Dispose()
    {
        foreach (nint piece in _pieces) NativeMemory.Free((void*)piece);
        _pieces.Clear();
        _count = 0;
    }

    private void Hold(in SocketEntry row)
    {
        if (IsOver) return;
        if (_count == most)
        {
            IsOver = true;
            Dispose();
            return;
        }

        if (_count == _pieces.Count * RowsOfPiece) _pieces.Add((nint)NativeMemory.Alloc(RowsOfPiece, (nuint)Unsafe.SizeOf<PackedSocket>()));
        At(_count++).Pack(in row);
    }

    private ref PackedSocket At(int index)
    {
        (int piece, int place) = Math.DivRem(index, RowsOfPiece);
        return ref ((PackedSocket*)_pieces[piece])[place];
    }
}
