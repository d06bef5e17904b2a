using System;

namespace Minato.Reading;

/// <summary>What a line between tables is.</summary>
internal enum TitleKind : byte
{
    /// <summary>None that is known.</summary>
    None,

    /// <summary>The title of a table of internet sockets.</summary>
    Internet,

    /// <summary>The title of a table of UNIX sockets.</summary>
    Unix,

    /// <summary>The title of a table without sockets.</summary>
    Other,

    /// <summary>What a program says about its table, a prompt, a command, or a rule of dashes.</summary>
    Note,
}

/// <summary>
/// The titles above tables. Those of Windows in German, French and Japanese, and of net-tools in all four languages, were seen
/// in published captures; net-tools' also in what the installed program prints.
/// </summary>
internal static class TitleWords
{
    // アクティブな接続 in code page 932.
    private static ReadOnlySpan<byte> ConnectionsInShiftJis => [0x83, 0x41, 0x83, 0x4E, 0x83, 0x65, 0x83, 0x42, 0x83, 0x75, 0x82, 0xC8, 0x90, 0xDA, 0x91, 0xB1];

    public static TitleKind Find(in TextLine line, out TextLanguage language)
    {
        ReadOnlySpan<byte> text = line.From(0);
        language = TextLanguage.English;
        if (text.StartsWith("Active "u8) || text.StartsWith("Current listen queue sizes"u8)) return English(text);
        if (text.StartsWith("Registered kernel control"u8) || text.StartsWith("Kernel "u8) || text.StartsWith("Routing tables"u8) || text.StartsWith("Interface List"u8)
            || text.StartsWith("IPv6/IPv4 Group Memberships"u8) || text.StartsWith("IPv4 Route Table"u8) || text.StartsWith("IPv6 Route Table"u8)) return TitleKind.Other;

        language = TextLanguage.German;
        if (text.StartsWith("Aktive Verbindungen"u8) || text.StartsWith("Aktive Internetverbindungen"u8)) return TitleKind.Internet;
        if (text.StartsWith("Aktive Sockets in der UNIX-"u8)) return TitleKind.Unix;
        language = TextLanguage.French;
        if (text.StartsWith("Connexions actives"u8) || text.StartsWith("Connexions Internet actives"u8)) return TitleKind.Internet;
        if (text.StartsWith("Sockets du domaine UNIX actives"u8)) return TitleKind.Unix;
        language = TextLanguage.Japanese;
        if (text.StartsWith("アクティブな接続"u8) || text.StartsWith(ConnectionsInShiftJis) || text.StartsWith("稼働中のインターネット接続"u8)) return TitleKind.Internet;
        if (text.StartsWith("稼働中のUNIXドメインソケット"u8)) return TitleKind.Unix;
        language = TextLanguage.English;
        return IsNote(in line, text) ? TitleKind.Note : TitleKind.None;
    }

    private static TitleKind English(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith("Active Internet connections"u8) || text.StartsWith("Active Connections"u8) || text.StartsWith("Current"u8)) return TitleKind.Internet;
        return text.StartsWith("Active UNIX domain sockets"u8) || text.StartsWith("Active LOCAL (UNIX) domain sockets"u8) ? TitleKind.Unix : TitleKind.Other;
    }

    private static bool IsNote(in TextLine line, ReadOnlySpan<byte> text)
    {
        // The command that was typed, and the prompt behind the last row.
        if (text.IndexOf("netstat"u8) >= 0 || text.IndexOf("NETSTAT"u8) >= 0 || text.IndexOf("minato"u8) >= 0 || text.StartsWith("^C"u8)) return true;
        for (int word = 0; word < line.Count; word++)
        {
            if (line[word].SequenceEqual("ss"u8) && (word + 1 == line.Count || line[word + 1][0] == '-')) return true;
        }

        if (line.Count <= 4 && text[^1] is (byte)'$' or (byte)'#' or (byte)'>') return true;
        return IsRule(text)
            || text.StartsWith("(Not all processes could be identified"u8) || text.StartsWith("will not be shown, you would have to be root"u8)
            || text.StartsWith("(No info could be read for"u8)
            || text.StartsWith("(Es konnten nicht alle Prozesse"u8) || text.StartsWith("nicht-eigene Processe"u8)
            || text.StartsWith("(Tous les processus ne peuvent"u8) || text.StartsWith("ne seront pas affich"u8)
            || text.StartsWith("The requested operation requires elevation"u8);
    }

    private static bool IsRule(ReadOnlySpan<byte> text)
    {
        foreach (byte value in text)
        {
            if (value is not ((byte)'`' or (byte)'-' or (byte)'=' or (byte)'*' or (byte)'.' or (byte)'~' or (byte)'_' or (byte)'|')) return false;
        }

        return true;
    }
}
