namespace Minato.Rendering.Netstat.MacOs;

/// <summary>What the interface table of macOS shows beside the plain columns.</summary>
internal sealed class MacOsInterfaceWishes
{
    /// <summary>Multicast addresses too (-a).</summary>
    public bool All { get; init; }

    /// <summary>Bytes (-b).</summary>
    public bool Bytes { get; init; }

    /// <summary>Dropped packets (-d).</summary>
    public bool Drops { get; init; }
}
