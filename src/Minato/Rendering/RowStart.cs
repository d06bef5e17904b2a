using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Minato.Model;

namespace Minato.Rendering;

/// <summary>
/// The first cells of a row, which of most rows are those of the row before: kind, state and empty queues. To copy them is
/// a third of a row's work (BENCH xan-unix).
/// </summary>
internal sealed class RowStart
{
    // Kind, state and two queues of ten digits each, with their blanks, are shorter.
    private const int Size = 64;

    private readonly byte[] _bytes = new byte[Size];
    private RowKey _key;
    private int _length;

    /// <summary>The cells, without the blanks behind the last.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    /// <summary>The blanks that the last cell leaves to be written.</summary>
    public int Owed { get; private set; }

    public bool IsOf(in SocketEntry row) => _key.IsOf(in row);

    /// <summary>Writes the cells without the blanks behind the last, and gives their length; 64 bytes are overwritten.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Write(ref byte to)
    {
        ref byte from = ref MemoryMarshal.GetArrayDataReference(_bytes);
        EndText.CopyShort(ref to, ref from);
        EndText.CopyShort(ref Unsafe.Add(ref to, Size / 2), ref Unsafe.Add(ref from, Size / 2));
        return _length;
    }

    /// <summary>Keeps the cells of a row; none when they have gone out already or are too long.</summary>
    public void Keep(in SocketEntry row, ReadOnlySpan<byte> cells, int owed)
    {
        _key.Forget();
        if (cells.IsEmpty || cells.Length > Size) return;
        cells.CopyTo(_bytes);
        _length = cells.Length;
        Owed = owed;
        _key.Keep(in row);
    }

    public void Forget() => _key.Forget();
}
