using System;
using System.Collections;
using System.Collections.Generic;
using Minato.Model;

namespace Minato;

/// <summary>
/// The rows of a snapshot. A plain internet socket is kept packed and made a row each time it is asked for: a hundred
/// thousand objects that nobody looks at would take longer than the kernel's answer (BENCH library-snapshot-100k).
/// </summary>
internal sealed class SnapshotRows : IReadOnlyList<SocketRow>, ISocketConsumer
{
    private const int RowsOfPiece = 2048;

    private readonly List<Piece> _pieces = [];

    public int Count { get; private set; }

    public SocketRow this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return _pieces[index / RowsOfPiece].Row(index % RowsOfPiece);
        }
    }

    public bool Accept(SocketBatch batch)
    {
        foreach (ref readonly SocketEntry entry in batch.Entries)
        {
            int place = Count % RowsOfPiece;
            if (place == 0) _pieces.Add(new Piece());
            ReadOnlySpan<ProcessRef> owners = batch.OwnersOf(in entry);
            SocketDetails? details = batch.DetailsOf(in entry);
            if (owners.IsEmpty && details is null && PackedSocket.Fits(entry.Family)) _pieces[^1].Pack(place, in entry);
            else _pieces[^1].Keep(place, Copy(in entry, owners, details));
            Count++;
        }

        return true;
    }

    public IEnumerator<SocketRow> GetEnumerator()
    {
        for (int i = 0; i < Count; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // What a row leads to is valid only while the batch is.
    private static SocketRow Copy(in SocketEntry entry, ReadOnlySpan<ProcessRef> owners, SocketDetails? details)
    {
        SocketEntry kept = entry;
        kept.UnixBytes = entry.UnixBytes.ToArray();
        kept.DetailsPlace = 0;
        return new SocketRow(kept, owners.ToArray()) { Details = details?.Copy() };
    }

    private sealed class Piece
    {
        private PackedSocket[]? _packed;
        private SocketRow?[]? _rows;

        public void Pack(int place, in SocketEntry entry)
        {
            _packed ??= GC.AllocateUninitializedArray<PackedSocket>(RowsOfPiece);
            _packed[place].Pack(in entry);
        }

        public void Keep(int place, SocketRow row)
        {
            _rows ??= new SocketRow?[RowsOfPiece];
            _rows[place] = row;
        }

        public SocketRow Row(int place)
        {
            if (_rows?[place] is { } row) return row;
            SocketEntry entry = default;
            _packed![place].Unpack(ref entry);
            return new SocketRow(entry, []);
        }
    }
}
