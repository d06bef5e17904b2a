namespace Minato.Model;

/// <summary>The protocol that the kernel runs over a TCP connection (linux/inet_diag.h, <c>INET_ULP_INFO_*</c>).</summary>
public struct UpperLayer
{
    internal ShortName LayerName;

    /// <summary>Its name: <c>tls</c>, <c>mptcp</c>, <c>espintcp</c>.</summary>
    public readonly ShortName Name => LayerName;

    /// <summary>What TLS tells, when the kernel encrypts.</summary>
    public TlsMetrics? Tls { readonly get; internal set; }

    /// <summary>What MPTCP tells, when the connection is one of its paths.</summary>
    public MptcpSubflow? Subflow { readonly get; internal set; }
}
