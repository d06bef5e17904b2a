namespace Minato.Wire;

/// <summary>What was wrong with bytes from netlink. A reader keeps the first fault and stops.</summary>
internal enum NetlinkFault : byte
{
    None,

    /// <summary>Fewer bytes than a header needs, or than the header promises.</summary>
    Truncated,

    /// <summary>A length smaller than the header itself.</summary>
    BadLength,
}
