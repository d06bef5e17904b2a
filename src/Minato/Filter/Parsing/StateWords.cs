using System;
using Minato.Model;

namespace Minato.Filter.Parsing;

/// <summary>
/// State words as they are typed: every tool's spelling, whatever the case, with '-', '_' or nothing between the parts. Of
/// ss's own language only the words of ss are.
/// </summary>
internal static class StateWords
{
    // ss(8)'s words by state number; it takes them in any case.
    private static readonly string[] SsWords =
    [
        "unknown", "established", "syn-sent", "syn-recv", "fin-wait-1", "fin-wait-2", "time-wait", "unconnected",
        "close-wait", "last-ack", "listening", "closing", "new-syn-recv", "bound-inactive",
    ];

    /// <summary>The word that <see cref="TryParse"/> reads back as this state alone.</summary>
    public static string Canonical(int number) => number < SsWords.Length ? SsWords[number] : SsWords[0];

    /// <summary>Words for a message about a word that is none of them.</summary>
    public static ReadOnlySpan<string> Suggestions => (string[])
    [
        "established", "syn-sent", "syn-recv", "fin-wait-1", "fin-wait-2", "time-wait", "unconnected", "close-wait",
        "last-ack", "listening", "closing", "bound-inactive", "all", "connected", "synchronized", "bucket", "big",
    ];

    /// <summary>A state, or one of ss's names for several, in ss's own spelling.</summary>
    public static bool TryParseSs(string word, StateSet all, out StateSet states)
    {
        StateSet closedOrListen = StateSet.Listening;
        StateSet bucket = StateSet.Of(SocketState.SynReceived) | StateSet.Of(SocketState.TimeWait);

        // Both of the newer states came into ss with one release.
        if (!all.Contains(SocketState.BoundInactive)) all = all.Without(StateSet.Of(SocketState.NewSynReceived));
        switch (word.ToLowerInvariant())
        {
            case "close" or "closed":
                states = StateSet.Of(SocketState.Closed);
                return true;
            case "syn-rcv":
                states = StateSet.Of(SocketState.SynReceived);
                return true;
            case "all":
                states = all;
                return true;
            case "connected":
                states = all.Without(closedOrListen);
                return true;
            case "synchronized":
                states = all.Without(closedOrListen | StateSet.Of(SocketState.SynSent));
                return true;
            case "bucket":
                states = bucket;
                return true;
            case "big":
                states = all.Without(bucket);
                return true;
        }

        int number = Array.FindIndex(SsWords, known => known.Equals(word, StringComparison.OrdinalIgnoreCase));

        // The kernel's second number for SYN-RECEIVED is nobody's word; a release that does not list idle bound sockets has no word for them.
        bool isKnown = number >= 0 && number != (int)SocketState.NewSynReceived
            && (number != (int)SocketState.BoundInactive || all.Contains(SocketState.BoundInactive));
        states = isKnown ? new StateSet(1u << number) : default;
        return isKnown;
    }

    /// <summary>A state, or a name for several, in any spelling; several words may be joined by commas.</summary>
    public static bool TryParse(string word, StateSet all, out StateSet states)
    {
        states = default;
        foreach (Range part in word.AsSpan().Split(','))
        {
            if (!TryParseOne(word[part], all, out StateSet one)) return false;
            states |= one;
        }

        return true;
    }

    private static bool TryParseOne(string word, StateSet all, out StateSet states)
    {
        if (TryParseSs(word, all, out states)) return true;
        string plain = word.Replace("-", null, StringComparison.Ordinal).Replace("_", null, StringComparison.Ordinal).ToLowerInvariant();
        SocketState? state = plain switch
        {
            "estab" or "established" => SocketState.Established,
            "synsent" => SocketState.SynSent,
            "synrecv" or "synrcv" or "synrcvd" or "synreceived" => SocketState.SynReceived,
            "finwait1" => SocketState.FinWait1,
            "finwait2" => SocketState.FinWait2,
            "timewait" => SocketState.TimeWait,
            "unconn" or "unconnected" or "close" or "closed" => SocketState.Closed,
            "closewait" => SocketState.CloseWait,
            "lastack" => SocketState.LastAck,
            "listen" or "listening" or "listener" or "listeners" => SocketState.Listen,
            "closing" => SocketState.Closing,
            "newsynrecv" => SocketState.NewSynReceived,
            "bound" or "boundinactive" => SocketState.BoundInactive,
            _ => null,
        };
        states = state is { } known ? StateSet.Of(known) : default;
        return state is not null;
    }
}
