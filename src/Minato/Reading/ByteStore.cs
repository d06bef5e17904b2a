using System;
using Minato.Model;

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
        Memory<byte> place = Take(text.Length);
        text.CopyTo(place.Span);
        return place;
    }

    /// <summary>Keeps a text as it was before its printer escaped it.</summary>
    public ReadOnlyMemory<byte> KeepUnescaped(ReadOnlySpan<byte> text)
    {
        if (text.IndexOf((byte)'\\') < 0) return Keep(text);
        Memory<byte> place = Take(text.Length);
        int used = EscapedText.Unescape(text, place.Span);
        _used -= text.Length - used;
        return place[..used];
    }

    private Memory<byte> Take(int length)
    {
        if (length > _bytes.Length - _used)
        {
            _bytes = new byte[Math.Max(_bytes.Length == 0 ? 1024 : Piece, length)];
            _used = 0;
        }

        Memory<byte> place = _bytes.AsMemory(_used, length);
        _used += length;
        return place;
    }
}
