using System;
using Minato.Model;

namespace Minato.Rendering.Ss;

/// <summary>State of an SCTP association: ss's words, but for the one that Minato's own table writes out everywhere.</summary>
internal static class SctpStateText
{
    public static ReadOnlySpan<byte> Word(uint state, bool isExact) => state switch
    {
        (uint)SctpState.Closed => "CLOSED"u8,
        (uint)SctpState.CookieWait => "COOKIE_WAIT"u8,
        (uint)SctpState.CookieEchoed => "COOKIE_ECHOED"u8,
        (uint)SctpState.Established => isExact ? "ESTAB"u8 : "ESTABLISHED"u8,
        (uint)SctpState.ShutdownPending => "SHUTDOWN_PENDING"u8,
        (uint)SctpState.ShutdownSent => "SHUTDOWN_SENT"u8,
        (uint)SctpState.ShutdownReceived => "SHUTDOWN_RECEIVED"u8,
        (uint)SctpState.ShutdownAckSent => "ACK_SENT"u8,
        _ => default,
    };

    /// <summary>Appends the word, or the number of a state that has none (where ss would read past its table).</summary>
    public static void Append(Utf8Sink sink, uint state, bool isExact)
    {
        ReadOnlySpan<byte> word = Word(state, isExact);
        if (word.IsEmpty) sink.AppendNumber(state);
        else sink.Append(word);
    }
}
