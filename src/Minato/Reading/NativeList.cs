using System.Runtime.CompilerServices;

namespace Minato.Reading;

/// <summary>
/// Values in memory of the system: a paste may be larger than the managed heap may grow. In pieces, so that nothing is copied
/// while the list grows; the first is small, as most tables are.
/// </summary>
/// <typeparam name="T">What it holds: no references.</typeparam>
internal sealed unsafe class NativeList<T>
    where T : unmanaged
{
    private const int FirstPiece = 64;
    private const int Piece = 4096;

    private NativePieces _pieces;

    public int Count { get; private set; }

    public ref T this[int index] => ref index < FirstPiece
        ? ref ((T*)_pieces[0])[index]
        : ref ((T*)_pieces[1 + (index - FirstPiece) / Piece])[(index - FirstPiece) % Piece];

    public void Add(in T value)
    {
        if (Count == 0) Grow(FirstPiece);
        else if (Count >= FirstPiece && (Count - FirstPiece) % Piece == 0) Grow(Piece);
        this[Count++] = value;
    }

    private void Grow(int size) => _pieces.Add((nuint)size * (nuint)Unsafe.SizeOf<T>());
}
