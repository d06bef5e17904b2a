using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Minato.Model;

namespace Minato.Rendering.Ss;

/// <summary>
/// The first cells of a row, which of most rows are those of the row before: kind, state and empty queues. To copy them is
/// a third of a row's work (BENCH xan-unix).
/// </summary>
internal sealed class RowStart
{
    // Kind, state and two queues of ten digits each, with their blanks, are shorter.
    private const int Size = 64;

    private readonly byte[] _bytes = new byte[Size];
    private int _length;
    private Transport _transport;
    private SocketState _state;
    private uint _receiveQueue;
    private uint _sendQueue;

    /// <summary>The cells, without the blanks behind the last.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    /// <summary>The blanks that the last cell leaves to be written.</summary>
    public int Owed { get; private set; }

    public bool IsOf(in SocketEntry row) =>
        _length > 0 && row.State == _state && row.Transport == _transport && row.ReceiveQueue == _receiveQueue && row.SendQueue == _sendQueue;

    /// <summary>Writes the cells without the blanks behind the last, and gives their length; 64 bytes are overwritten.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Write(ref byte to)
    {
        ref byte from = ref MemoryMarshal.GetArrayDataReference(_bytes);
        EndText.CopyShort(ref to, ref from);
        EndText.CopyShort(ref Unsafe.Add(ref to, Size / 2), ref Unsafe.Add(ref from, Size / 2));
        return _length;
    }

    public void Keep(in SocketEntry row, ReadOnlySpan<byte> cells, int owed)
    {
        _length = 0;
        if (cells.Length > _bytes.Length || !IsNamedByTransport(row.Transport)) return;
        cells.CopyTo(_bytes);
        _length = cells.Length;
        Owed = owed;
        _transport = row.Transport;
        _state = row.State;
        _receiveQueue = row.ReceiveQueue;
        _sendQueue = row.SendQueue;
    }

    public void Forget() => _length = 0;

    // The name of the others' kind, or their state, is also another field's business.
    private static bool IsNamedByTransport(Transport transport) =>
        transport is Transport.Tcp or Transport.Udp or Transport.UnixStream or Transport.UnixDatagram or Transport.UnixSeqPacket;
}
