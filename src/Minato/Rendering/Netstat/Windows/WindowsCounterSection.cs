namespace Minato.Rendering.Netstat.Windows;

/// <summary>One protocol of Windows' statistics.</summary>
/// <param name="kind">The protocol.</param>
/// <param name="title">Its heading.</param>
/// <param name="group">The counters that a kernel has that knows the protocol.</param>
/// <param name="width">The column of the number, without its =.</param>
/// <param name="lines">Its lines.</param>
internal readonly struct WindowsCounterSection(WindowsProtocols kind, string title, string group, int width, WindowsCounterLine[] lines)
{
    public WindowsProtocols Kind { get; } = kind;

    public string Title { get; } = title;

    public string Group { get; } = group;

    public int Width { get; } = width;

    public WindowsCounterLine[] Lines { get; } = lines;

    /// <summary>Whether it has two columns, received and sent.</summary>
    public bool HasTwoColumns => Kind is WindowsProtocols.Icmp or WindowsProtocols.Icmp6;
}
