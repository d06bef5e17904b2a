namespace Minato.Model;

/// <summary>
/// State of a socket: the states of RFC 9293 §3.3.2 under the numbers of Linux (net/tcp_states.h). UDP, raw and UNIX
/// sockets use <see cref="Established"/>, <see cref="Closed"/> and, UNIX only, <see cref="Listen"/>.
/// </summary>
public enum SocketState : byte
{
    /// <summary>Not told, or a number this version does not know.</summary>
    Unknown = 0,

    /// <summary>ESTABLISHED: data flows; of UDP, raw and UNIX sockets: connected to one peer.</summary>
    Established = 1,

    /// <summary>SYN-SENT: asked for a connection, no answer yet.</summary>
    SynSent = 2,

    /// <summary>SYN-RECEIVED: was asked for a connection, the handshake is not finished.</summary>
    SynReceived = 3,

    /// <summary>FIN-WAIT-1: closed here, the other side has not confirmed.</summary>
    FinWait1 = 4,

    /// <summary>FIN-WAIT-2: closed here and confirmed, the other side is still open.</summary>
    FinWait2 = 5,

    /// <summary>TIME-WAIT: both sides closed; waits for stray packets to die.</summary>
    TimeWait = 6,

    /// <summary>CLOSED; of UDP, raw and UNIX sockets: not connected, the ordinary state of a server.</summary>
    Closed = 7,

    /// <summary>CLOSE-WAIT: the other side closed, this program has not.</summary>
    CloseWait = 8,

    /// <summary>LAST-ACK: closed on both sides, the last confirmation is awaited.</summary>
    LastAck = 9,

    /// <summary>LISTEN: waits for connections.</summary>
    Listen = 10,

    /// <summary>CLOSING: both sides closed at the same moment.</summary>
    Closing = 11,

    /// <summary>SYN-RECEIVED as Linux keeps it since 4.4, a request beside its listener.</summary>
    NewSynReceived = 12,

    /// <summary>Bound to a port, neither listening nor connected (Linux since 6.8).</summary>
    BoundInactive = 13,
}
