using System;
using System.Buffers.Text;

namespace Minato.Wire;

/// <summary>Reads the fields of one line of a /proc table. Sticky: after the first field that does not fit, all fail.</summary>
internal ref struct TextCursor(ReadOnlySpan<byte> line)
{
    private ReadOnlySpan<byte> _rest = line;

    /// <summary>Whether a field was not what its reader expected.</summary>
    public bool Failed { get; private set; }

    /// <summary>What was not read yet.</summary>
    public readonly ReadOnlySpan<byte> Rest => _rest;

    /// <summary>Marks the line as damaged: what a caller read by itself did not fit.</summary>
    public void Fail() => Failed = true;

    public void Skip(int bytes) => _rest = _rest[Math.Min(bytes, _rest.Length)..];

    public void SkipBlanks() => _rest = _rest.TrimStart((byte)' ');

    /// <summary>Tables of network configuration have tabs too.</summary>
    public void SkipSpace() => _rest = _rest.TrimStart(" \t"u8);

    /// <summary>The bytes up to the next blank or tab: at least one.</summary>
    public ReadOnlySpan<byte> Word()
    {
        SkipSpace();
        int end = _rest.IndexOfAny((byte)' ', (byte)'\t');
        ReadOnlySpan<byte> word = end < 0 ? _rest : _rest[..end];
        if (word.IsEmpty) Failed = true;
        _rest = _rest[word.Length..];
        return word;
    }

    /// <summary>Hexadecimal digits up to the first other byte: at least one, at most <paramref name="most"/>.</summary>
    public ulong Hex(int most = 16)
    {
        ulong value = 0;
        int digits = 0;
        while (digits < _rest.Length && HexDigit(_rest[digits]) is >= 0 and int digit)
        {
            value = value << 4 | (uint)digit;
            digits++;
        }

        if (digits == 0 || digits > most) Failed = true;
        _rest = _rest[digits..];
        return value;
    }

    /// <summary>A decimal number after blanks; a minus sign is kept as two's complement.</summary>
    public ulong Number()
    {
        SkipBlanks();
        bool negative = !_rest.IsEmpty && _rest[0] == (byte)'-';
        if (negative) _rest = _rest[1..];
        if (!Utf8Parser.TryParse(_rest, out ulong value, out int digits)) Failed = true;
        _rest = _rest[digits..];
        return negative ? 0 - value : value;
    }

    public void Expect(byte separator)
    {
        if (_rest.IsEmpty || _rest[0] != separator)
        {
            Failed = true;
            return;
        }

        _rest = _rest[1..];
    }

    private static int HexDigit(byte digit) => digit switch
    {
        >= (byte)'0' and <= (byte)'9' => digit - '0',
        >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
        _ => -1,
    };
}
