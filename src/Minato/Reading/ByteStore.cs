using System;

namespace Minato.Reading;

/// <summary>Keeps texts side by side in large pieces instead of an array each.</summary>
internal sealed class ByteStore
{
    private const int Piece = 32 * 1024;

    private byte[] _bytes = [];
    private int _used;

    public ReadOnlyMemory<byte> Keep(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty) return default;
        if (text.Length > _bytes.Length - _used)
        {
            _bytes = new byte[Math.Max(Piece, text.Length)];
            _used = 0;
        }

        Memory<byte> place = _bytes.AsMemory(_used, text.Length);
        text.CopyTo(place.Span);
        _used += text.Length;
        return place;
    }

    /// <summary>
    /// Keeps a text as it was before its printer escaped it. Only what Minato escapes is taken back, as <c>\xNN</c> in small
    /// digits: control bytes, the backslash, the quote and the bracket that end names, and bytes beyond ASCII.
    /// </summary>
    public ReadOnlyMemory<byte> KeepUnescaped(ReadOnlySpan<byte> text)
    {
        if (text.IndexOf((byte)'\\') < 0) return Keep(text);
        ReadOnlyMemory<byte> kept = Keep(text);
        Span<byte> to = _bytes.AsSpan(_used - text.Length, text.Length);
        int used = 0;
        for (int at = 0; at < text.Length; at++)
        {
            if (TryEscaped(text[at..], out byte value)) at += 3;
            else value = text[at];
            to[used++] = value;
        }

        _used -= text.Length - used;
        return kept[..used];
    }

    private static bool TryEscaped(ReadOnlySpan<byte> text, out byte value)
    {
        value = 0;
        if (text.Length < 4 || text[0] != '\\' || text[1] != 'x') return false;
        int high = Digit(text[2]);
        int low = Digit(text[3]);
        if (high < 0 || low < 0) return false;
        value = (byte)(high << 4 | low);
        return value is < 0x20 or >= 0x7F or (byte)'\\' or (byte)'"' or (byte)']';
    }

    private static int Digit(byte character) => character switch
    {
        >= (byte)'0' and <= (byte)'9' => character - '0',
        >= (byte)'a' and <= (byte)'f' => character - 'a' + 10,
        _ => -1,
    };
}
