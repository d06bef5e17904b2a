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

    /// <summary>
    /// How much may be written at <see cref="Start"/> without asking again. Small primitives write more bytes than they mean,
    /// so that none of them loops, and the cells of a row are written with one look at the buffer (BENCH tan-100k).
    /// </summary>
    public const int Slack = 512;

    // The width of a vector.
    private const int Step = 32;

    private readonly byte[] _buffer = GC.AllocateUninitializedArray<byte>(size + Slack);
    private int _used;
    private long _flushed;

    /// <summary>Bytes appended so far: the distance of two positions is a cell's width.</summary>
    public long Position => _flushed + _used;

    /// <summary>Whether the output has failed: what is appended is dropped.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>What was appended since that position; nothing when some of it has gone out.</summary>
    public ReadOnlySpan<byte> Since(long position) =>
        position < _flushed ? default : _buffer.AsSpan((int)(position - _flushed), (int)(Position - position));

    public void Append(ReadOnlySpan<byte> text)
    {
        while (text.Length > size - _used)
        {
            // What was written in place may reach into the slack of a buffer smaller than it.
            int part = Math.Max(0, size - _used);
            text[..part].CopyTo(_buffer.AsSpan(_used));
            _used += part;
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

    /// <summary>Appends a short word, like a state: at most 32 bytes, most of them in two overlapping steps.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AppendWord(ReadOnlySpan<byte> word)
    {
        ref byte to = ref Start(Step);
        ref byte from = ref MemoryMarshal.GetReference(word);
        int last = word.Length - sizeof(ulong);
        if (last is >= 0 and <= sizeof(ulong))
        {
            Unsafe.WriteUnaligned(ref to, Unsafe.ReadUnaligned<ulong>(ref from));
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref to, last), Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref from, last)));
        }
        else
        {
            word.CopyTo(MemoryMarshal.CreateSpan(ref to, Step));
        }

        _used += word.Length;
    }

    public void AppendNumber(ulong number)
    {
        if (number < NumberText.Limit)
        {
            int length = NumberText.Write(ref Start(sizeof(ulong)), (uint)number);
            _used += length;
            return;
        }

        (ulong high, ulong low) = Math.DivRem(number, NumberText.Limit);
        AppendNumber(high);
        NumberText.WriteEight(ref Start(sizeof(ulong)), (uint)low);
        _used += sizeof(ulong);
    }

    public void AppendHex(ulong number)
    {
        Utf8Formatter.TryFormat(number, Room(Step), out int written, new System.Buffers.StandardFormat('x'));
        _used += written;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AppendBlanks(int count)
    {
        for (; count > 0; count -= Step)
        {
            Vector256.Create((byte)' ').StoreUnsafe(ref Start(Step));
            _used += Math.Min(count, Step);
        }
    }

    /// <summary>Room for a primitive that writes in place; <see cref="Advance"/> tells how much it used.</summary>
    public Span<byte> Room(int length)
    {
        if (length > size - _used) Flush();
        return _buffer.AsSpan(_used);
    }

    /// <summary>Where the next byte goes, with room for <paramref name="length"/> bytes of at most <see cref="Slack"/>; <see cref="Advance"/> tells how many were meant.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref byte Start(int length)
    {
        if (length > size - _used) Flush();
        return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_buffer), _used);
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
