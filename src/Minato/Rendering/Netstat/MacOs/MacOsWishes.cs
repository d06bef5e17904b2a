namespace Minato.Rendering.Netstat.MacOs;

/// <summary>What a table of the macOS netstat shows beside the plain columns.</summary>
internal sealed class MacOsWishes
{
    /// <summary>The columns of macOS 15 and before instead of those of macOS 26.</summary>
    public bool IsOld { get; init; }

    /// <summary>The kernel's identity of each socket (-A).</summary>
    public bool Identity { get; init; }

    /// <summary>Bytes received and sent (-b).</summary>
    public bool Bytes { get; init; }

    /// <summary>Drops (-d).</summary>
    public bool Drops { get; init; }

    /// <summary>Buffers, process, bits (-v).</summary>
    public bool Verbose { get; init; }

    /// <summary>Packets and effective process too (-vv).</summary>
    public bool Packets { get; init; }

    /// <summary>IPv6 addresses whole (-l).</summary>
    public bool Whole { get; init; }

    /// <summary>Addresses whole instead of cut (-W).</summary>
    public bool Wide { get; init; }

    /// <summary>Whether hosts are shown by name (without -n).</summary>
    public bool HostNames { get; init; }

    /// <summary>Whether bytes are shown: macOS 26 has them under -v too.</summary>
    public bool ShowsBytes => Bytes || (Verbose && !IsOld);
}
