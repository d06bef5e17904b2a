using System;

namespace Minato.Reading;

/// <summary>Pieces of the system's memory in a row. An array: a list of a type of its own costs every start four objects.</summary>
internal struct NativePieces
{
    private NativePiece[]? _pieces;

    public int Count { get; private set; }

    public readonly nint this[int piece] => _pieces![piece].Start;

    public void Add(nuint size)
    {
        _pieces ??= new NativePiece[4];
        if (Count == _pieces.Length) Array.Resize(ref _pieces, Count * 2);
        _pieces[Count++] = new NativePiece(size);
    }
}
