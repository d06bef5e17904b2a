namespace Minato.Model;

/// <summary>Which side opened the connection.</summary>
public enum Direction : byte
{
    /// <summary>Not asked, or it could not be told.</summary>
    Unknown,

    /// <summary>The peer connected to this machine.</summary>
    In,

    /// <summary>This machine connected to the peer.</summary>
    Out,

    /// <summary>Both ends are on this machine.</summary>
    Local,

    /// <summary>A listener: no connection yet.</summary>
    Listen,
}
