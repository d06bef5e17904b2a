using System;

namespace Minato.Rendering;

/// <summary>A cell's text before its width is known.</summary>
internal sealed class TextBuffer : IByteOutput
{
    private byte[] _bytes = new byte[256];
    private int _used;

    public TextBuffer() => Sink = new Utf8Sink(this, size: 1024);

    public Utf8Sink Sink { get; }

    /// <summary>Everything appended since <see cref="Clear"/>.</summary>
    public ReadOnlySpan<byte> Bytes
    {
        get
        {
            Sink.Flush();
            return _bytes.AsSpan(0, _used);
        }
    }

    public void Clear()
    {
        Sink.Flush();
        _used = 0;
    }

    bool IByteOutput.Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _bytes.Length - _used) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _used + bytes.Length));
        bytes.CopyTo(_bytes.AsSpan(_used));
        _used += bytes.Length;
        return true;
    }
}
