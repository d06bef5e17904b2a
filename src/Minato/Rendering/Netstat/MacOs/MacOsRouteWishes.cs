namespace Minato.Rendering.Netstat.MacOs;

/// <summary>What the routing tables of macOS show beside the plain columns.</summary>
internal sealed class MacOsRouteWishes
{
    /// <summary>Cloned routes too (-a).</summary>
    public bool All { get; init; }

    /// <summary>References, uses and MTU, and IPv6 addresses whole (-l).</summary>
    public bool Long { get; init; }

    /// <summary>Numbers instead of names (-n).</summary>
    public bool Numeric { get; init; }

    /// <summary>How wide an IPv6 address's columns are.</summary>
    public int V6Width => Long || Numeric ? 39 : 18;
}
