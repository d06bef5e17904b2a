using System;
using System.Collections.Generic;
using Minato.Model;

namespace Minato.Reading;

/// <summary>The rows that were read, in pieces, so that nothing is copied while they grow.</summary>
internal sealed class TextRows
{
    private const int Piece = 1024;

    private readonly List<SocketEntry[]> _pieces = [];

    public int Count { get; private set; }

    public ref SocketEntry this[int row] => ref _pieces[row / Piece][row % Piece];

    /// <summary>The row added last.</summary>
    public ref SocketEntry Last => ref this[Count - 1];

    public void Add(in SocketEntry row)
    {
        if (Count % Piece == 0 && Count / Piece == _pieces.Count) _pieces.Add(new SocketEntry[Count == 0 ? 64 : Piece]);
        else if (Count == 64 && _pieces is [{ Length: 64 } first]) _pieces[0] = Grow(first);
        this[Count++] = row;
    }

    // Most tables are short.
    private static SocketEntry[] Grow(SocketEntry[] rows)
    {
        Array.Resize(ref rows, Piece);
        return rows;
    }
}
