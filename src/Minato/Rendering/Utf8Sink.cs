using System;
using System.Buffers.Text;

namespace Minato.Rendering;

/// <summary>
/// A large buffer of UTF-8 text before an output. Rows are appended without allocation; the buffer goes out when it is
/// full, in one write.
/// </summary>
internal sealed class Utf8Sink(IByteOutput output, int size = Utf8Sink.OutputSize)
{
    // The size of a Linux pipe: one write fills it, and larger ones gained nothing (BENCH tan-100k).
    private const int OutputSize = 64 * 1024;

    // Enough for any number.
    private const int MaxNumber = 20;

    private readonly byte[] _buffer = GC.AllocateUninitializedArray<byte>(size);
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

    public void Append(byte character)
    {
        if (_used == size) Flush();
        _buffer[_used++] = character;
    }

    public void AppendNumber(ulong number)
    {
        if (number < 10)
        {
            Append((byte)('0' + number));
            return;
        }

        Utf8Formatter.TryFormat(number, Room(MaxNumber), out int written);
        _used += written;
    }

    public void AppendHex(ulong number)
    {
        Utf8Formatter.TryFormat(number, Room(MaxNumber), out int written, new System.Buffers.StandardFormat('x'));
        _used += written;
    }

    public void AppendBlanks(int count)
    {
        while (count > 0)
        {
            int part = Math.Min(count, MaxNumber);
            Room(part)[..part].Fill((byte)' ');
            _used += part;
            count -= part;
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
}
