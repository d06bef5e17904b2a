using System;
using System.Collections.Generic;
using System.Text;
using Minato.Rendering;

namespace Minato.Tests.Rendering;

/// <summary>Keeps what is written; fails after <paramref name="limit"/> bytes, as a full disk does.</summary>
internal sealed class MemoryOutput(int limit = int.MaxValue) : IByteOutput
{
    private readonly List<byte> _bytes = [];

    public int Writes { get; private set; }

    public byte[] Bytes => [.. _bytes];

    public string Text => Encoding.UTF8.GetString([.. _bytes]);

    public bool Write(ReadOnlySpan<byte> bytes)
    {
        Writes++;
        if (_bytes.Count + bytes.Length > limit) return false;
        _bytes.AddRange(bytes);
        return true;
    }
}
