using System;
using Minato.Model;

namespace Minato.Reading;

/// <summary>The rows that were read.</summary>
internal sealed class TextRows
{
    private readonly NativeList<StoredRow> _rows = new();
    private readonly NativeTexts _texts = new();

    // Of each heading its columns; the first are none. An array, for a start's sake (NativePieces).
    private Heading[] _headings = new Heading[4];
    private int _lastColumns;
    private PrintedCell[]? _shorter;
    private PrintedCell[]? _longer;
    private readonly byte[] _joined = new byte[2 * TextLines.LongestLine];

    public int Count => _rows.Count;

    public void Add(in SocketEntry row, PrintedCell[] columns, ReadOnlySpan<byte> words)
    {
        ReadOnlySpan<byte> path = row.UnixPath.Span;
        path.CopyTo(_joined);
        words.CopyTo(_joined.AsSpan(path.Length));
        StoredRow stored = new()
        {
            Texts = _texts.Keep(_joined.AsSpan(0, path.Length + words.Length)),
            PathLength = path.Length,
            WordsLength = words.Length,
            Columns = words.IsEmpty ? 0 : PlaceOf(columns),
        };
        stored.Pack(in row);
        _rows.Add(in stored);
    }

    /// <summary>A row without its path.</summary>
    public SocketEntry Get(int row)
    {
        SocketEntry entry = default;
        _rows[row].Unpack(ref entry);
        return entry;
    }

    /// <summary>Changes a row, but for its texts.</summary>
    public void Set(int row, in SocketEntry entry) => _rows[row].Pack(in entry);

    public ReadOnlySpan<byte> PathOf(int row) => _texts.Get(_rows[row].Texts, _rows[row].PathLength);

    /// <summary>What no field holds: the words, and which columns they are of.</summary>
    public ReadOnlySpan<byte> WordsOf(int row, out PrintedCell[] columns)
    {
        ref readonly StoredRow stored = ref _rows[row];
        columns = _headings[stored.Columns].Columns;
        return _texts.Get(stored.Texts, stored.PathLength + stored.WordsLength)[stored.PathLength..];
    }

    /// <summary>Adds a word to those of the row added last; the next of the same column stands behind a tab.</summary>
    public void AppendToLast(PrintedCell cell, ReadOnlySpan<byte> word)
    {
        ref StoredRow stored = ref _rows[Count - 1];
        int length = stored.PathLength + stored.WordsLength;
        if (length + word.Length + 1 > _joined.Length) return;
        _texts.Get(stored.Texts, length).CopyTo(_joined);
        if (_headings[stored.Columns].Columns is [.., var last] && last == cell) _joined[length - 1] = (byte)'\t';
        else stored.Columns = PlaceOf(With(_headings[stored.Columns].Columns, cell));
        word.CopyTo(_joined.AsSpan(length));
        _joined[length + word.Length] = PrintedCells.End;
        stored.WordsLength += word.Length + 1;
        stored.Texts = _texts.Keep(_joined.AsSpan(0, length + word.Length + 1));
    }

    // The same array for the same columns, as rows come.
    private PrintedCell[] With(PrintedCell[] columns, PrintedCell cell)
    {
        if (_longer is null || !ReferenceEquals(_shorter, columns) || _longer[^1] != cell) (_shorter, _longer) = (columns, [.. columns, cell]);
        return _longer;
    }

    private int PlaceOf(PrintedCell[] columns)
    {
        if (ReferenceEquals(_headings[_lastColumns].Columns, columns)) return _lastColumns;
        if (++_lastColumns == _headings.Length) Array.Resize(ref _headings, _lastColumns * 2);
        _headings[_lastColumns] = new Heading { Cells = columns };
        return _lastColumns;
    }

    private struct Heading
    {
        public PrintedCell[]? Cells;

        public readonly PrintedCell[] Columns => Cells ?? [];
    }
}
