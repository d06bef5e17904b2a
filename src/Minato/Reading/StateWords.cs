using System;
using Minato.Model;

namespace Minato.Reading;

/// <summary>
/// What the programs call states. The English words are those of <see cref="States.StateVocabulary"/> in any spelling. Of the
/// German ones of Windows, ABHÖREN, HERGESTELLT, WARTEND, SCHLIESSEN_WARTEN, FIN_WARTEN_2 and SYN_GESENDET were seen in
/// published captures; SYN_EMPFANGEN, FIN_WARTEN_1, SCHLIESSEND and ZULETZT_ACK in other programs that read them; GESCHLOSSEN,
/// LETZTES_ACK and GEBUNDEN are from memory. Every French and Japanese capture has the English words; ÉCOUTE and ÉTABLI are
/// taken in case. net-tools 2.10 translates as its own messages say: VERBUNDEN, CONNECTE and so on.
/// </summary>
internal static class StateWords
{
    /// <summary>The state that a word of an internet socket names.</summary>
    public static bool TryFind(ReadOnlySpan<byte> word, out SocketState state)
    {
        FoldedWord folded = new(word);
        ReadOnlySpan<byte> name = folded.Span;
        state = SocketState.Unknown;
        if (name.Length < 4) return false;
        int number = Established(name) ? 1 : Listening(name) ? 10 : Waiting(name);
        if (number < 0) return false;
        state = (SocketState)number;
        return true;
    }

    /// <summary>The state that a word of a UNIX socket of net-tools names.</summary>
    public static bool TryFindUnix(ReadOnlySpan<byte> word, out SocketState state)
    {
        FoldedWord folded = new(word);
        ReadOnlySpan<byte> name = folded.Span;
        state = SocketState.Unknown;
        if (name.SequenceEqual("CONNECTED"u8) || name.SequenceEqual("VERBUNDEN"u8) || name.SequenceEqual("CONNECTE"u8) || name.SequenceEqual("CONNECT*"u8))
            state = SocketState.Established;
        else if (Listening(name))
            state = SocketState.Listen;
        else if (name.SequenceEqual("CONNECTING"u8) || name.SequenceEqual("VERBINDUNGSAUFBAU"u8) || name.SequenceEqual("ENCONNEXION"u8))
            state = SocketState.SynSent;
        else if (name.SequenceEqual("DISCONNECTING"u8) || name.SequenceEqual("VERBINDUNGSABBAU"u8) || name.SequenceEqual("ENDECONNEXION"u8))
            state = SocketState.Closing;
        else
            return name.SequenceEqual("FREE"u8) || name.SequenceEqual("FREI"u8) || name.SequenceEqual("LIBRE"u8) || IsUnknown(name);
        return true;
    }

    private static bool Established(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("ESTABLISHED"u8) || name.SequenceEqual("ESTAB"u8) || name.SequenceEqual("HERGESTELLT"u8) || name.SequenceEqual("VERBUNDEN"u8)
        || name.SequenceEqual("*TABLI"u8) || name.SequenceEqual("ETABLI"u8);

    private static bool Listening(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("LISTEN"u8) || name.SequenceEqual("LISTENING"u8) || name.SequenceEqual("ABH*REN"u8) || name.SequenceEqual("ABHOEREN"u8)
        || name.SequenceEqual("*COUTE"u8) || name.SequenceEqual("ECOUTE"u8);

    // -1 is no state. DELETE_TCB is Windows' number 12: the connection is gone and its memory is about to be.
    private static int Waiting(ReadOnlySpan<byte> name) => name switch
    {
        _ when name.SequenceEqual("TIMEWAIT"u8) || name.SequenceEqual("WARTEND"u8) => 6,
        _ when name.SequenceEqual("CLOSEWAIT"u8) || name.SequenceEqual("SCHLIESSENWARTEN"u8) => 8,
        _ when name.SequenceEqual("SYNSENT"u8) || name.SequenceEqual("SYNGESENDET"u8) => 2,
        _ when name.SequenceEqual("SYNRECV"u8) || name.SequenceEqual("SYNRECEIVED"u8) || name.SequenceEqual("SYNRCVD"u8) || name.SequenceEqual("SYNEMPFANGEN"u8) => 3,
        _ when name.SequenceEqual("FINWAIT1"u8) || name.SequenceEqual("FINWARTEN1"u8) => 4,
        _ when name.SequenceEqual("FINWAIT2"u8) || name.SequenceEqual("FINWARTEN2"u8) => 5,
        _ when name.SequenceEqual("LASTACK"u8) || name.SequenceEqual("ZULETZTACK"u8) || name.SequenceEqual("LETZTESACK"u8) => 9,
        _ when name.SequenceEqual("CLOSING"u8) || name.SequenceEqual("SCHLIESSEND"u8) => 11,
        _ when name.SequenceEqual("UNCONN"u8) || name.SequenceEqual("CLOSE"u8) || name.SequenceEqual("CLOSED"u8) || name.SequenceEqual("GESCHLOSSEN"u8) => 7,
        _ when name.SequenceEqual("BOUND"u8) || name.SequenceEqual("GEBUNDEN"u8) => 13,
        _ when name.SequenceEqual("DELETETCB"u8) => 7,
        _ when IsUnknown(name) => 0,
        _ => -1,
    };

    private static bool IsUnknown(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("UNKNOWN"u8) || name.SequenceEqual("UNBEKANNT"u8) || name.SequenceEqual("INCONNU"u8);
}
