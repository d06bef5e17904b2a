using System;

namespace Minato.Model;

/// <summary>Options of an internet socket that are set (linux/inet_diag.h, <c>struct inet_diag_sockopt</c>, from its lowest bit up).</summary>
[Flags]
public enum InetSocketOptions : ushort
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Errors of ICMP are queued (IP_RECVERR).</summary>
    ReceiveErrors = 1 << 0,

    /// <summary>The protocol has connections (TCP, MPTCP).</summary>
    HasConnections = 1 << 1,

    /// <summary>May bind to an address that is not this machine's (IP_FREEBIND).</summary>
    FreeBind = 1 << 2,

    /// <summary>Writes its own IP headers (IP_HDRINCL).</summary>
    HeaderIncluded = 1 << 3,

    /// <summary>Hears its own multicasts (IP_MULTICAST_LOOP).</summary>
    MulticastLoop = 1 << 4,

    /// <summary>Transparent proxy (IP_TRANSPARENT).</summary>
    Transparent = 1 << 5,

    /// <summary>Hears every multicast group that the machine has joined (IP_MULTICAST_ALL).</summary>
    MulticastAll = 1 << 6,

    /// <summary>Fragments are not put together (IP_NODEFRAG).</summary>
    NoDefragmentation = 1 << 7,

    /// <summary>Binding to port 0 chooses no port until the connection is made (IP_BIND_ADDRESS_NO_PORT).</summary>
    BindAddressNoPort = 1 << 8,

    /// <summary>Errors of ICMP come with their extensions (IP_RECVERR_RFC4884).</summary>
    ReceiveErrorsRfc4884 = 1 << 9,

    /// <summary>Connecting waits for the first data (TCP_FASTOPEN_CONNECT).</summary>
    DeferConnect = 1 << 10,
}
