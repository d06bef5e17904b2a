namespace Minato.Model;

/// <summary>State of an SCTP association (RFC 9260, section 4), numbered as the kernel numbers it (net/sctp/constants.h).</summary>
public enum SctpState : byte
{
    /// <summary>No association.</summary>
    Closed = 0,

    /// <summary>INIT was sent.</summary>
    CookieWait = 1,

    /// <summary>The cookie was sent back.</summary>
    CookieEchoed = 2,

    /// <summary>Data flows.</summary>
    Established = 3,

    /// <summary>This end wants to end and waits for its data to be acknowledged.</summary>
    ShutdownPending = 4,

    /// <summary>SHUTDOWN was sent.</summary>
    ShutdownSent = 5,

    /// <summary>SHUTDOWN was received.</summary>
    ShutdownReceived = 6,

    /// <summary>SHUTDOWN was answered.</summary>
    ShutdownAckSent = 7,
}
