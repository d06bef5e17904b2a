namespace Minato.Rendering.Netstat.Windows;

/// <summary>One line of Windows' statistics.</summary>
/// <param name="label">What Windows calls it.</param>
/// <param name="received">Its counters (<see cref="CounterTerms"/>); null when Linux has none.</param>
/// <param name="sent">Those of the second column, where there is one.</param>
internal readonly struct WindowsCounterLine(string label, string? received, string? sent = null)
{
    public string Label { get; } = label;

    public string? Received { get; } = received;

    public string? Sent { get; } = sent;
}
