namespace Minato.Model;

/// <summary>How many sockets of each kind a network namespace has, as the kernel counts them (/proc/net/sockstat, sockstat6 and snmp).</summary>
public sealed record SocketSummary
{
    /// <summary>Sockets of every family, of the whole machine.</summary>
    public int Total { get; init; }

    /// <summary>TCP connections in ESTABLISHED or CLOSE-WAIT.</summary>
    public int TcpEstablished { get; init; }

    /// <summary>TCP sockets that are allocated, those of processes and those that are dying, without TIME-WAIT.</summary>
    public int TcpAllocated { get; init; }

    /// <summary>TCP sockets that no process holds any more.</summary>
    public int TcpOrphaned { get; init; }

    /// <summary>TCP connections in TIME-WAIT.</summary>
    public int TcpTimeWait { get; init; }

    /// <summary>TCP sockets on IPv4 that have a port.</summary>
    public int TcpV4 { get; init; }

    /// <summary>TCP sockets on IPv6 that have a port.</summary>
    public int TcpV6 { get; init; }

    /// <summary>UDP sockets on IPv4.</summary>
    public int UdpV4 { get; init; }

    /// <summary>UDP sockets on IPv6.</summary>
    public int UdpV6 { get; init; }

    /// <summary>Raw sockets on IPv4.</summary>
    public int RawV4 { get; init; }

    /// <summary>Raw sockets on IPv6.</summary>
    public int RawV6 { get; init; }

    /// <summary>IPv4 datagrams that wait for their other fragments.</summary>
    public int FragmentsV4 { get; init; }

    /// <summary>IPv6 datagrams that wait for their other fragments.</summary>
    public int FragmentsV6 { get; init; }
}
