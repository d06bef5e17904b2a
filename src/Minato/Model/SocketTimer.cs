namespace Minato.Model;

/// <summary>Which timer of a socket is running (linux/inet_diag.h, <c>idiag_timer</c>).</summary>
public enum TimerKind : byte
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Retransmission, early retransmit or tail loss probe.</summary>
    Retransmit = 1,

    /// <summary>Keep-alive, or the SYN-ACK timer of a listener's request.</summary>
    KeepAlive = 2,

    /// <summary>The wait of TIME-WAIT.</summary>
    TimeWait = 3,

    /// <summary>Zero-window probe.</summary>
    Probe = 4,

    /// <summary>Delayed acknowledgement.</summary>
    DelayedAck = 5,
}

/// <summary>The running timer of a socket.</summary>
/// <param name="kind">Which timer.</param>
/// <param name="milliseconds">Time until it fires.</param>
/// <param name="retries">Retransmissions or probes so far.</param>
public readonly struct SocketTimer(TimerKind kind, uint milliseconds, byte retries)
{
    /// <summary>Which timer.</summary>
    public TimerKind Kind { get; } = kind;

    /// <summary>Time until it fires, in milliseconds.</summary>
    public uint Milliseconds { get; } = milliseconds;

    /// <summary>Retransmissions or probes so far.</summary>
    public byte Retries { get; } = retries;
}
