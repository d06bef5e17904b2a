namespace Minato.Model;

/// <summary>What DCTCP keeps about a connection (linux/inet_diag.h, <c>struct tcp_dctcp_info</c>; RFC 8257).</summary>
public struct DctcpMetrics
{
    /// <summary>Whether DCTCP rules the window; otherwise ECN was not agreed on and it acts as Reno.</summary>
    public bool IsEnabled { readonly get; internal set; }

    /// <summary>Whether the last packet met congestion (DCTCP.CE).</summary>
    public ushort CeState { readonly get; internal set; }

    /// <summary>Fraction of marked bytes, times 1024 (DCTCP.Alpha).</summary>
    public uint Alpha { readonly get; internal set; }

    /// <summary>Marked bytes acknowledged in this window.</summary>
    public uint AckedBytesEcn { readonly get; internal set; }

    /// <summary>Bytes acknowledged in this window.</summary>
    public uint AckedBytesTotal { readonly get; internal set; }
}
