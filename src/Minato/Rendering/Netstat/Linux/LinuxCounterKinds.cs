using System;

namespace Minato.Rendering.Netstat.Linux;

/// <summary>Which counters <c>-s</c> prints.</summary>
[Flags]
internal enum LinuxCounterKinds
{
    /// <summary>Only groups that net-tools does not know, which it always prints: what <c>-s -U</c> gives.</summary>
    None = 0,

    /// <summary><c>-t</c>.</summary>
    Tcp = 1,

    /// <summary><c>-u</c>.</summary>
    Udp = 2,

    /// <summary><c>-w</c>: IP and ICMP.</summary>
    Raw = 4,

    /// <summary><c>-S</c>.</summary>
    Sctp = 8,

    /// <summary>When no kind was asked.</summary>
    All = Tcp | Udp | Raw | Sctp,
}
