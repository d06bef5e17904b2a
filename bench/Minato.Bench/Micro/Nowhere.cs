using System;
using Minato.Rendering;

namespace Minato.Bench.Micro;

/// <summary>Takes bytes and forgets them.</summary>
internal sealed class Nowhere : IByteOutput
{
    public bool Write(ReadOnlySpan<byte> bytes) => true;
}
