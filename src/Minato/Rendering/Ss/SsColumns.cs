namespace Minato.Rendering.Ss;

/// <summary>What an ss table shows.</summary>
internal sealed class SsColumns
{
    public bool Header { get; init; } = true;

    /// <summary>The table's name, shown when more than one table was asked.</summary>
    public bool Netid { get; init; }

    /// <summary>Shown when more than one state was asked.</summary>
    public bool State { get; init; } = true;

    public bool Queues { get; init; } = true;

    public bool Process { get; init; }

    public bool Timer { get; init; }

    public bool Details { get; init; }

    /// <summary>Never breaks a row into a second line.</summary>
    public bool OneLine { get; init; }

    /// <summary>Width of the terminal, or 0 for a file or pipe.</summary>
    public int TerminalWidth { get; init; }
}
