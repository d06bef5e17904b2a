using System;
using System.Runtime.CompilerServices;

namespace Minato.Model;

/// <summary>A name of at most 15 bytes that the kernel gave: of a congestion control, of an upper layer protocol.</summary>
public struct ShortName
{
    // TCP_CA_NAME_MAX and TCP_ULP_NAME_MAX of net/tcp.h are 16, the NUL included.
    internal const int MaxLength = 15;

    private NameBytes _bytes;
    private byte _length;

    /// <summary>The name's bytes.</summary>
    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    public readonly ReadOnlySpan<byte> Span => ((ReadOnlySpan<byte>)_bytes)[.._length];

    /// <summary>Takes the bytes up to the first NUL.</summary>
    internal void Set(ReadOnlySpan<byte> name)
    {
        int end = name.IndexOf((byte)0);
        if (end >= 0) name = name[..end];
        if (name.Length > MaxLength) name = name[..MaxLength];
        name.CopyTo(_bytes);
        _length = (byte)name.Length;
    }

    [InlineArray(MaxLength)]
    private struct NameBytes
    {
        private byte _first;
    }
}
