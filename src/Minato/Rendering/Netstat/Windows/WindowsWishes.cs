namespace Minato.Rendering.Netstat.Windows;

/// <summary>What a table of the Windows netstat shows beside the plain columns.</summary>
internal sealed class WindowsWishes
{
    /// <summary>The owning process's number (-o).</summary>
    public bool ProcessId { get; init; }

    /// <summary>Whether hosts are shown by name (without -n).</summary>
    public bool HostNames { get; init; }

    /// <summary>Whether lines end as on Windows: on Windows itself.</summary>
    public bool HasCarriageReturn { get; init; }
}
