using System;

namespace Minato.Rendering.Netstat.Windows;

/// <summary>What a table of the Windows netstat shows beside the plain columns.</summary>
internal sealed class WindowsWishes
{
    /// <summary>The owning process's number (-o).</summary>
    public bool ProcessId { get; init; }

    /// <summary>How long a socket has been in its state (-i).</summary>
    public bool TimeInState { get; init; }

    /// <summary>Who handles the connection (-t).</summary>
    public bool OffloadState { get; init; }

    /// <summary>The template of the connection's settings (-y).</summary>
    public bool Template { get; init; }

    /// <summary>The program on a line of its own (-b).</summary>
    public bool ProgramLines { get; init; }

    /// <summary>Whether bound TCP sockets are shown that do not listen (-q).</summary>
    public bool Bound { get; init; }

    /// <summary>Whether foreign hosts are shown by name (without -n).</summary>
    public bool HostNames { get; init; }

    /// <summary>Whether their names keep their domain (-f).</summary>
    public bool FullNames { get; init; }

    /// <summary>This machine's name, which stands for any foreign address where hosts have names.</summary>
    public ReadOnlyMemory<byte> MachineName { get; init; }

    /// <summary>Whether lines end as on Windows: on Windows itself.</summary>
    public bool HasCarriageReturn { get; init; }
}
