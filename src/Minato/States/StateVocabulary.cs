using System;

namespace Minato.States;

/// <summary>Whose words name a state.</summary>
internal enum StateDialect
{
    /// <summary>The lesson's words, which are Minato's own.</summary>
    Lesson,

    /// <summary>The words of iproute2's ss.</summary>
    Ss,

    /// <summary>The words of net-tools' netstat for TCP.</summary>
    NetstatLinux,

    /// <summary>The words of Windows' netstat, in English (MIB_TCP_STATE of tcpmib.h).</summary>
    NetstatWindows,

    /// <summary>The words of macOS' netstat (netinet/tcp_fsm.h).</summary>
    NetstatMacOs,
}

/// <summary>
/// The one table of state words, by the kernel's state number (net/tcp_states.h). A number it does not know is UNKNOWN;
/// ss says UNDEF.
/// </summary>
internal static class StateVocabulary
{
    /// <summary>The word for a state. <paramref name="number"/> 7 is TCP's CLOSED and everyone else's "not connected".</summary>
    public static ReadOnlySpan<byte> Word(StateDialect dialect, int number) => dialect switch
    {
        StateDialect.Ss => Ss(number),
        StateDialect.NetstatLinux => Netstat(number),
        StateDialect.NetstatWindows => Windows(number),
        StateDialect.NetstatMacOs => MacOs(number),
        _ => Lesson(number),
    };

    /// <summary>The word for the state of an SCTP association, by the kernel's number (net/sctp/constants.h, <c>sctp_state_t</c>). ss writes two of them short.</summary>
    public static ReadOnlySpan<byte> SctpAssociation(StateDialect dialect, int number) => number switch
    {
        0 => "CLOSED"u8,
        1 => "COOKIE_WAIT"u8,
        2 => "COOKIE_ECHOED"u8,
        3 => dialect == StateDialect.Ss ? "ESTAB"u8 : "ESTABLISHED"u8,
        4 => "SHUTDOWN_PENDING"u8,
        5 => "SHUTDOWN_SENT"u8,
        6 => "SHUTDOWN_RECEIVED"u8,
        7 => dialect == StateDialect.Ss ? "ACK_SENT"u8 : "SHUTDOWN_ACK_SENT"u8,
        _ => dialect == StateDialect.Ss ? "UNDEF"u8 : "UNKNOWN"u8,
    };

    private static ReadOnlySpan<byte> Lesson(int number) => number switch
    {
        1 => "ESTABLISHED"u8,
        2 => "SYN_SENT"u8,
        3 or 12 => "SYN_RECV"u8,
        4 => "FIN_WAIT1"u8,
        5 => "FIN_WAIT2"u8,
        6 => "TIME_WAIT"u8,
        7 => "UNCONN"u8,
        8 => "CLOSE_WAIT"u8,
        9 => "LAST_ACK"u8,
        10 => "LISTEN"u8,
        11 => "CLOSING"u8,
        13 => "BOUND"u8,
        _ => "UNKNOWN"u8,
    };

    private static ReadOnlySpan<byte> Ss(int number) => number switch
    {
        0 => "UNKNOWN"u8,
        1 => "ESTAB"u8,
        2 => "SYN-SENT"u8,
        3 or 12 => "SYN-RECV"u8,
        4 => "FIN-WAIT-1"u8,
        5 => "FIN-WAIT-2"u8,
        6 => "TIME-WAIT"u8,
        7 or 13 => "UNCONN"u8,
        8 => "CLOSE-WAIT"u8,
        9 => "LAST-ACK"u8,
        10 => "LISTEN"u8,
        11 => "CLOSING"u8,
        _ => "UNDEF"u8,
    };

    private static ReadOnlySpan<byte> Netstat(int number) => number switch
    {
        7 => "CLOSE"u8,
        13 => ""u8,
        _ => Lesson(number),
    };

    private static ReadOnlySpan<byte> Windows(int number) => number switch
    {
        3 or 12 => "SYN_RECEIVED"u8,
        4 => "FIN_WAIT_1"u8,
        5 => "FIN_WAIT_2"u8,
        7 => "CLOSED"u8,
        10 => "LISTENING"u8,
        _ => Lesson(number),
    };

    private static ReadOnlySpan<byte> MacOs(int number) => number switch
    {
        3 or 12 => "SYN_RCVD"u8,
        4 => "FIN_WAIT_1"u8,
        5 => "FIN_WAIT_2"u8,
        7 or 13 => "CLOSED"u8,
        _ => Lesson(number),
    };
}
