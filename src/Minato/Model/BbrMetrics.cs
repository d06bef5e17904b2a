namespace Minato.Model;

/// <summary>What BBR keeps about a connection (linux/inet_diag.h, <c>struct tcp_bbr_info</c>).</summary>
public struct BbrMetrics
{
    /// <summary>Estimated bandwidth in bytes per second.</summary>
    public ulong Bandwidth { readonly get; internal set; }

    /// <summary>Smallest round-trip time of the last seconds, in microseconds.</summary>
    public uint MinRoundTripTime { readonly get; internal set; }

    /// <summary>Gain of pacing, times 256.</summary>
    public uint PacingGain { readonly get; internal set; }

    /// <summary>Gain of the congestion window, times 256.</summary>
    public uint WindowGain { readonly get; internal set; }
}
