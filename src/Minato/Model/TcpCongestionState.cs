namespace Minato.Model;

/// <summary>Where a TCP sender's loss recovery is (linux/tcp.h, <c>enum tcp_ca_state</c>).</summary>
public enum TcpCongestionState : byte
{
    /// <summary>Nothing bad was seen lately.</summary>
    Open = 0,

    /// <summary>Acknowledgements came twice or out of order.</summary>
    Disorder = 1,

    /// <summary>The window shrinks after congestion marks or a full queue of this machine.</summary>
    WindowReduced = 2,

    /// <summary>Fast recovery: lost segments are sent again.</summary>
    Recovery = 3,

    /// <summary>Recovery after a timeout.</summary>
    Loss = 4,
}
