using System;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Numerics;
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

    private const uint EightDigits = 100_000_000;

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
        else if (number < EightDigits)
        {
            // Leading zeros lie in the lowest bytes.
            ulong digits = Digits((uint)number);
            Write(digits, BitOperations.TrailingZeroCount(digits) / 8);
        }
        else
        {
            (ulong high, ulong low) = Math.DivRem(number, EightDigits);
            AppendNumber(high);
            Write(Digits((uint)low), skip: 0);
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

    // Eight decimal digits of a number, one a byte, the first in the lowest: it is parted in four digits, two and one, and each
    // step divides all parts together by a multiplication (BENCH tani-100k).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Digits(uint number)
    {
        uint high = number / 10_000;
        ulong fours = high | (ulong)(number - high * 10_000) << 32;
        ulong hundreds = fours * 10_486 >> 20 & 0x0000_007F_0000_007F;
        ulong twos = hundreds | (fours - hundreds * 100) << 16;
        ulong tens = twos * 103 >> 10 & 0x000F_000F_000F_000F;
        return tens | (twos - tens * 10) << 8;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Write(ulong digits, int skip)
    {
        ulong text = (digits | 0x3030_3030_3030_3030) >> skip * 8;
        if (!BitConverter.IsLittleEndian) text = BinaryPrimitives.ReverseEndianness(text);
        Unsafe.WriteUnaligned(ref Start(sizeof(ulong)), text);
        _used += sizeof(ulong) - skip;
    }

    // The caller writes at most Slack bytes from here on, and the buffer is Slack longer than its size.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref byte Start(int length)
    {
        if (length > size - _used) Flush();
        return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_buffer), _used);
    }
}
