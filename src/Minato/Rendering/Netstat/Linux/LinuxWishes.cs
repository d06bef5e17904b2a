namespace Minato.Rendering.Netstat.Linux;

/// <summary>What a table of the Linux netstat shows beside the plain columns.</summary>
internal sealed class LinuxWishes
{
    /// <summary>User and inode (-e).</summary>
    public bool Extended { get; init; }

    /// <summary>Process (-p).</summary>
    public bool Program { get; init; }

    /// <summary>SELinux context of the process (-Z).</summary>
    public bool Context { get; init; }

    /// <summary>Timer (-o).</summary>
    public bool Timer { get; init; }

    /// <summary>Addresses whole instead of cut to 22 characters (-W).</summary>
    public bool Wide { get; init; }

    /// <summary>Whether hosts are shown by name: the IPv6 wildcard has brackets then.</summary>
    public bool HostNames { get; init; }
}
