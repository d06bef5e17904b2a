using System;

namespace Minato.Model;

/// <summary>
/// What a socket has beside its row when it is asked: too large to stand in every row. One object serves many sockets
/// after each other and is valid only while its batch is.
/// </summary>
public sealed class SocketDetails
{
    internal SocketDetails()
    {
    }

    /// <summary>Which parts hold a fact about this socket; the others must not be read.</summary>
    public DetailParts Known { get; internal set; }

    /// <summary>Whether the part holds a fact.</summary>
    public bool Has(DetailParts part) => (Known & part) == part;

    /// <summary>Makes the object ready for the next socket: no part is known.</summary>
    internal void Clear() => Known = DetailParts.None;
}

/// <summary>The parts of <see cref="SocketDetails"/>.</summary>
[Flags]
public enum DetailParts
{
    /// <summary>None of them.</summary>
    None = 0,
}
