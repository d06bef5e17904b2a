namespace Minato.Rendering.Netstat.Linux;

/// <summary>When net-tools prints a counter that it knows.</summary>
internal enum LinuxCounterShow : byte
{
    /// <summary>Whatever it has counted.</summary>
    Always,

    /// <summary>Unless it is 0.</summary>
    WhenCounted,

    /// <summary>Not at all: it is a setting, no counter.</summary>
    Never,

    /// <summary>Unless it is 0, below <c>ICMP input histogram:</c>.</summary>
    InHistogram,

    /// <summary>Unless it is 0, below <c>ICMP output histogram:</c>.</summary>
    OutHistogram,
}
