namespace Minato.Naming;

/// <summary>The transports that /etc/services knows ports of.</summary>
internal enum ServiceProtocol
{
    /// <summary>Whatever the first line of a port names.</summary>
    Any,
    Tcp,
    Udp,
    Sctp,
    Dccp,
}
