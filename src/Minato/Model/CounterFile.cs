namespace Minato.Model;

/// <summary>A file of counters below /proc/net.</summary>
internal enum CounterFile : byte
{
    /// <summary><c>snmp</c>: the counters of RFC 1213 for IPv4, and those of TCP for both families.</summary>
    Snmp,

    /// <summary><c>netstat</c>: Linux' own counters of TCP, IP and MPTCP.</summary>
    Netstat,

    /// <summary><c>snmp6</c>: the counters of IPv6.</summary>
    Snmp6,

    /// <summary><c>sctp/snmp</c>: there when the kernel has SCTP loaded.</summary>
    Sctp,

    /// <summary><c>sockstat</c>: sockets, and the pages they hold.</summary>
    Sockstat,

    /// <summary><c>sockstat6</c>: sockets of IPv6.</summary>
    Sockstat6,
}
