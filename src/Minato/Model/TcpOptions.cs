using System;

namespace Minato.Model;

/// <summary>Options of a TCP connection (linux/tcp.h, <c>TCPI_OPT_*</c>).</summary>
[Flags]
public enum TcpOptions : byte
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Timestamps (RFC 7323).</summary>
    Timestamps = 1,

    /// <summary>Selective acknowledgements (RFC 2018).</summary>
    Sack = 2,

    /// <summary>Window scaling (RFC 7323).</summary>
    WindowScale = 4,

    /// <summary>Explicit congestion notification, agreed on at the start (RFC 3168).</summary>
    Ecn = 8,

    /// <summary>At least one packet came that could carry a congestion mark.</summary>
    EcnSeen = 16,

    /// <summary>Data in the SYN was acknowledged (Fast Open, RFC 7413).</summary>
    SynData = 32,

    /// <summary>Timestamps count microseconds (since Linux 6.7).</summary>
    MicrosecondTimestamps = 64,

    /// <summary>A listener made the connection by Fast Open (since Linux 6.16).</summary>
    FastOpenChild = 128,
}
