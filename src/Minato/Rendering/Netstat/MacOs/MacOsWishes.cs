namespace Minato.Rendering.Netstat.MacOs;

/// <summary>What a table of the macOS netstat shows beside the plain columns.</summary>
internal sealed class MacOsWishes
{
    /// <summary>Addresses whole instead of cut (-W).</summary>
    public bool Wide { get; init; }

    /// <summary>Whether hosts are shown by name (without -n).</summary>
    public bool HostNames { get; init; }
}
