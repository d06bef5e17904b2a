namespace Minato.Naming;

/// <summary>The transports that /etc/services knows ports of.</summary>
internal enum ServiceProtocol
{
    Tcp = 1,
    Udp,
    Sctp,
    Dccp,
}
