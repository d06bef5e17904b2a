namespace Minato.Rendering.Netstat.MacOs;

/// <summary>One protocol of macOS' statistics.</summary>
/// <param name="kind">The protocol.</param>
/// <param name="name">Its heading.</param>
/// <param name="group">The counters that a kernel has that knows the protocol.</param>
/// <param name="lines">Its lines.</param>
internal readonly struct MacOsCounterSection(MacOsCounterKinds kind, string name, string group, MacOsCounterLine[] lines)
{
    public MacOsCounterKinds Kind { get; } = kind;

    public string Name { get; } = name;

    public string Group { get; } = group;

    public MacOsCounterLine[] Lines { get; } = lines;
}
