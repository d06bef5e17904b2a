using System;
using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Minato.Rendering;

/// <summary>
/// A large buffer of UTF-8 text before an output. Rows are appended without allocation; the buffer goes out when it is
/// full, in one write.
/// </summary>
internal sealed class Utf8Sink(IByteOutput output, int size = Utf8Sink.OutputSize)
{
    // The size of a Linux pipe: one write fills it, and larger ones gained nothing (BENCH tan-100k).
    private const int OutputSize = 64 * 1024;

    // Small primitives write up to this many bytes past what they mean, so that none of them loops (BENCH tan-100k).
    private const int Slack = 32;

    private readonly byte[] _buffer = GC.AllocateUninitializedArray<byte>(size + Slack);
    private int _used;
    private long _flushed;

    /// <summary>Bytes appended so far: the distance of two positions is a cell's width.</summary>
    public long Position => _flushed + _used;

    /// <summary>Whether the output has failed: what is appended is dropped.</summary>
    public bool HasFailed { get; private set; }

    public void Append(ReadOnlySpan<byte> text)
    {
        while (text.Length > size - _used)
        {
            int part = size - _used;
            text[..part].CopyTo(_buffer.AsSpan(_used));
            _used = size;
            text = text[part..];
            Flush();
        }

        text.CopyTo(_buffer.AsSpan(_used));
        _used += text.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Append(byte character)
    {
        if (_used >= size) Flush();
        _buffer[_used++] = character;
    }

    public void AppendNumber(ulong number)
    {
        if (number < 10) Append((byte)('0' + number));
        else if (number < 100_000) AppendSmall((uint)number);
        else
        {
            Utf8Formatter.TryFormat(number, Room(Slack), out int written);
            _used += written;
        }
    }

    public void AppendHex(ulong number)
    {
        Utf8Formatter.TryFormat(number, Room(Slack), out int written, new System.Buffers.StandardFormat('x'));
        _used += written;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AppendBlanks(int count)
    {
        for (; count > 0; count -= Slack)
        {
            Vector256.Create((byte)' ').StoreUnsafe(ref Start(Slack));
            _used += Math.Min(count, Slack);
        }
    }

    /// <summary>Room for a primitive that writes in place; <see cref="Advance"/> tells how much it used.</summary>
    public Span<byte> Room(int length)
    {
        if (length > size - _used) Flush();
        return _buffer.AsSpan(_used);
    }

    public void Advance(int written) => _used += written;

    /// <summary>Hands everything to the output. False when it has failed.</summary>
    public bool Flush()
    {
        if (_used > 0 && !HasFailed && !output.Write(_buffer.AsSpan(0, _used))) HasFailed = true;
        _flushed += _used;
        _used = 0;
        return !HasFailed;
    }

    // Ports and queue lengths: two to five digits, written from the last one back.
    private void AppendSmall(uint number)
    {
        int digits = number < 1000 ? (number < 100 ? 2 : 3) : number < 10_000 ? 4 : 5;
        ref byte start = ref Start(digits);
        for (int i = digits - 1; i >= 0; i--)
        {
            (number, uint digit) = Math.DivRem(number, 10);
            Unsafe.Add(ref start, i) = (byte)('0' + digit);
        }

        _used += digits;
    }

    // The caller writes at most Slack bytes from here on, and the buffer is Slack longer than its size.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref byte Start(int length)
    {
        if (length > size - _used) Flush();
        return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_buffer), _used);
    }
}
