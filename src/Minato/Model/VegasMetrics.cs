namespace Minato.Model;

/// <summary>What TCP Vegas keeps about a connection (linux/inet_diag.h, <c>struct tcpvegas_info</c>).</summary>
public struct VegasMetrics
{
    /// <summary>Whether Vegas rules the window; otherwise it acts as Reno.</summary>
    public bool IsEnabled { readonly get; internal set; }

    /// <summary>Round-trip times measured in the last window.</summary>
    public uint RoundTripCount { readonly get; internal set; }

    /// <summary>Smallest round-trip time of all, in microseconds; 0x7FFFFFFF is none yet.</summary>
    public uint RoundTripTime { readonly get; internal set; }

    /// <summary>Smallest round-trip time of the last window, in microseconds.</summary>
    public uint MinRoundTripTime { readonly get; internal set; }
}
