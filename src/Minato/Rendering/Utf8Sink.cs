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

    private static ReadOnlySpan<byte> Pairs =>
        "0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849"u8 +
        "5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899"u8;

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

    /// <summary>Appends a short word, like a state: at most 32 bytes, most of them in two overlapping steps.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AppendWord(ReadOnlySpan<byte> word)
    {
        ref byte to = ref Start(Slack);
        ref byte from = ref MemoryMarshal.GetReference(word);
        int last = word.Length - sizeof(ulong);
        if (last is >= 0 and <= sizeof(ulong))
        {
            Unsafe.WriteUnaligned(ref to, Unsafe.ReadUnaligned<ulong>(ref from));
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref to, last), Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref from, last)));
        }
        else
        {
            word.CopyTo(MemoryMarshal.CreateSpan(ref to, Slack));
        }

        _used += word.Length;
    }

    public void AppendNumber(ulong number)
    {
        if (number < 10) Append((byte)('0' + number));
        else if (number < 100_000_000) AppendSmall((uint)number);
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

    // Ports, queue lengths and inodes: two to eight digits, two at a time from the last one back.
    private void AppendSmall(uint number)
    {
        int digits = number < 100_000
            ? number < 1000 ? (number < 100 ? 2 : 3) : number < 10_000 ? 4 : 5
            : number < 1_000_000 ? 6 : number < 10_000_000 ? 7 : 8;
        ref byte end = ref Unsafe.Add(ref Start(digits), digits);
        int left = digits;
        for (; left >= 2; left -= 2)
        {
            (number, uint pair) = Math.DivRem(number, 100);
            end = ref Unsafe.Subtract(ref end, 2);
            Unsafe.WriteUnaligned(ref end, Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref MemoryMarshal.GetReference(Pairs), (nint)(pair * 2))));
        }

        if (left == 1) Unsafe.Subtract(ref end, 1) = (byte)('0' + number);
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
