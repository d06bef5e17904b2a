using System;
using System.Runtime.CompilerServices;

namespace Minato.Model;

/// <summary>A key of TCP MD5 signatures (RFC 2385) and the peers it is for. A secret: shown only when asked for.</summary>
public struct Md5Key
{
    // TCP_MD5SIG_MAXKEYLEN of linux/tcp.h.
    private const int MaxLength = 80;

    private KeyBytes _key;
    private byte _length;

    /// <summary>Address of the peers.</summary>
    public IpAddr Address { readonly get; internal set; }

    /// <summary>How many bits of the address count.</summary>
    public byte PrefixLength { readonly get; internal set; }

    /// <summary>The key.</summary>
    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    public readonly ReadOnlySpan<byte> Key => ((ReadOnlySpan<byte>)_key)[.._length];

    /// <summary>Takes the key, at most as long as the kernel lets one be.</summary>
    internal void SetKey(ReadOnlySpan<byte> key)
    {
        if (key.Length > MaxLength) key = key[..MaxLength];
        key.CopyTo(_key);
        _length = (byte)key.Length;
    }

    [InlineArray(MaxLength)]
    private struct KeyBytes
    {
        private byte _first;
    }
}
