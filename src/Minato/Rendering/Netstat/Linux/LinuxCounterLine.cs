namespace Minato.Rendering.Netstat.Linux;

/// <summary>What net-tools prints for a counter.</summary>
/// <param name="name">The kernel's name.</param>
/// <param name="text">The sentence; a % stands for the number.</param>
/// <param name="show">When it is printed.</param>
internal readonly struct LinuxCounterLine(string name, string? text, LinuxCounterShow show)
{
    public string Name { get; } = name;

    public string? Text { get; } = text;

    public LinuxCounterShow Show { get; } = show;
}
