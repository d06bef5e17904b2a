using System;
using System.Collections.Generic;
using Minato.Model;

namespace Minato.Reading;

/// <summary>What the readers of rows add to, and what they keep texts in.</summary>
internal sealed class TableBuilder
{
    private bool _hasUnix;
    private int _snapshot;

    // By row, of rows that have any.
    private readonly List<(int Row, PrintedCells Cells)> _cells = [];

    public TableBuilder()
    {
        Names = new TextNames(Store);
        Owners = new TextOwners(Store);
    }

    public ByteStore Store { get; } = new();

    public TextNames Names { get; }

    public TextOwners Owners { get; }

    public TextRows Rows { get; } = new();

    public List<TextSection> Sections { get; } = [];

    /// <summary>
    /// A heading: what follows is another look at the sockets when it cannot belong to what came before it. UNIX sockets
    /// follow the internet sockets of the same look.
    /// </summary>
    public void Begin(bool isUnix)
    {
        bool isEmpty = Sections.Count == 0 || Sections[^1].Snapshot != _snapshot;
        if (isEmpty || (isUnix && !_hasUnix)) return;
        _snapshot++;
        _hasUnix = false;
    }

    public void Add(in SocketEntry row, PrintedCell[] columns, ReadOnlySpan<byte> words)
    {
        _cells.Add((Rows.Count, new PrintedCells(columns, Store.Keep(words))));
        Add(in row);
    }

    /// <summary>What no field of a row holds; rows are asked for in their order.</summary>
    /// <param name="row">The row.</param>
    /// <param name="next">Where to look: 0 before the first row.</param>
    public PrintedCells? CellsOf(int row, ref int next)
    {
        while (next < _cells.Count && _cells[next].Row < row) next++;
        return next < _cells.Count && _cells[next].Row == row ? _cells[next].Cells : null;
    }

    public void Add(in SocketEntry row)
    {
        bool isUnix = row.Family == SocketFamily.Unix;
        _hasUnix |= isUnix;
        if (Sections.Count > 0 && Sections[^1] is var last && last.Snapshot == _snapshot && last.IsUnix == isUnix)
            Sections[^1] = last with { Count = last.Count + 1 };
        else
            Sections.Add(new TextSection(_snapshot, isUnix, Rows.Count, 1));
        Rows.Add(in row);
        ref SocketEntry added = ref Rows.Last;
        if (!added.Has(SocketFields.Cookie)) added.Identity.Set(added.Identity.NetNamespace, 0, SocketIdKind.Tuple);
    }
}

/// <summary>Rows of one kind that stood together.</summary>
/// <param name="Snapshot">Which look at the sockets, from 0: a repeated listing has many.</param>
/// <param name="IsUnix">Whether they are UNIX sockets.</param>
/// <param name="First">The first row.</param>
/// <param name="Count">How many rows.</param>
internal readonly record struct TextSection(int Snapshot, bool IsUnix, int First, int Count);
