using System;

namespace Minato.Reading;

/// <summary>Texts side by side in memory of the system, each found by where it lies.</summary>
internal sealed unsafe class NativeTexts
{
    private const int FirstPiece = 4 * 1024;
    private const int Piece = 256 * 1024;

    private NativePieces _pieces;
    private int _used;
    private int _size;

    /// <summary>Keeps a text, of at most two lines' length; where it lies.</summary>
    public long Keep(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty) return 0;
        if (text.Length > _size - _used)
        {
            _size = _pieces.Count == 0 && text.Length <= FirstPiece ? FirstPiece : Piece;
            _pieces.Add((nuint)_size);
            _used = 0;
        }

        text.CopyTo(new Span<byte>((byte*)_pieces[_pieces.Count - 1] + _used, text.Length));
        long place = (long)(_pieces.Count - 1) * Piece + _used;
        _used += text.Length;
        return place;
    }

    public ReadOnlySpan<byte> Get(long place, int length)
    {
        if (length == 0) return default;
        (long piece, long at) = Math.DivRem(place, Piece);
        return new ReadOnlySpan<byte>((byte*)_pieces[(int)piece] + at, length);
    }
}
