using System;
using System.Collections.Generic;
using Minato.Model;

namespace Minato.Reading;

/// <summary>The line of column titles above a table, in every language that was seen.</summary>
internal static class HeadingWords
{
    // プロトコル in code page 932.
    private static ReadOnlySpan<byte> ProtocolInShiftJis => [0x83, 0x76, 0x83, 0x8D, 0x83, 0x67, 0x83, 0x52, 0x83, 0x8B];

    public static bool TryRead(in TextLine line, out TableShape shape, out TextLanguage language)
    {
        shape = default;
        language = TextLanguage.English;
        if (line.Count < 3) return false;
        if (TrySs(in line, out shape) || TryListen(in line, out shape) || TryOther(in line, out shape)) return true;
        if (line[0].SequenceEqual("Address"u8) && line[1].SequenceEqual("Type"u8))
        {
            int first = Find(in line, "Nextref"u8) + 1;
            int last = Find(in line, "Addr"u8);
            shape = new TableShape(TableKind.BsdUnix, TableColumns.None, first > 0 && last > first ? Tail(in line, first, last) : null);
            return true;
        }

        int proto = FindProtocol(in line);
        if (proto < 0) return false;
        language = Language(in line);
        return TryProto(in line, proto, out shape);
    }

    private static bool TrySs(in TextLine line, out TableShape shape)
    {
        shape = default;
        ReadOnlySpan<byte> first = line[0];
        bool starts = first.StartsWith("Netid"u8) || first.SequenceEqual("State"u8) || first.SequenceEqual("Recv-Q"u8) || first.SequenceEqual("Local"u8);
        if (!starts || Find(in line, "Peer"u8) < 0) return false;
        TableColumns columns = TableColumns.None;
        if (first.StartsWith("Netid"u8)) columns |= TableColumns.Netid;
        if (first.EndsWith("State"u8) || line[1].SequenceEqual("State"u8)) columns |= TableColumns.State;
        if (Find(in line, "Recv-Q"u8) >= 0) columns |= TableColumns.Queues;
        shape = new TableShape(TableKind.Ss, columns);
        return true;
    }

    // macOS' -L has no protocol.
    private static bool TryListen(in TextLine line, out TableShape shape)
    {
        int listen = Find(in line, "Listen"u8);
        TableColumns columns = TableColumns.ListenQueues;
        if (listen > 0) columns |= TableColumns.Block | TableColumns.Narrow;
        if (listen > 1) columns |= TableColumns.Hash;
        shape = new TableShape(TableKind.Bsd, columns);
        return listen is >= 0 and <= 2 && line[listen + 1].SequenceEqual("Local"u8) && line.Count == listen + 3;
    }

    // Routes, interfaces, groups and what else the programs print.
    private static bool TryOther(in TextLine line, out TableShape shape)
    {
        shape = new TableShape(TableKind.Other, TableColumns.None);
        ReadOnlySpan<byte> first = line[0];
        ReadOnlySpan<byte> second = line[1];
        return first.SequenceEqual("Proto/ID"u8)
            || (first.SequenceEqual("Destination"u8) && line.Count > 3)
            || (first.SequenceEqual("Iface"u8) && second.SequenceEqual("MTU"u8))
            || (first.SequenceEqual("Name"u8) && second.SequenceEqual("Mtu"u8))
            || (first.SequenceEqual("Interface"u8) && second.SequenceEqual("RefCnt"u8))
            || (first.SequenceEqual("id"u8) && second.SequenceEqual("flags"u8))
            || (first.SequenceEqual("Network"u8) && second.SequenceEqual("Destination"u8));
    }

    private static bool TryProto(in TextLine line, int proto, out TableShape shape)
    {
        shape = new TableShape(TableKind.Other, TableColumns.None);
        ReadOnlySpan<byte> second = line[proto + 1];
        if (second.SequenceEqual("RefCnt"u8))
        {
            TableColumns unix = Find(in line, "PID/Program"u8) < 0 ? TableColumns.None : TableColumns.Program;
            shape = new TableShape(TableKind.LinuxUnix, Find(in line, "Security"u8) < 0 ? unix : unix | TableColumns.Context);
            return true;
        }

        // Kernel events and kernel control have queues and no ends.
        if (Find(in line, "vendor"u8) >= 0 || Find(in line, "unit"u8) >= 0) return true;
        bool hasQueues = second.EndsWith("-Q"u8) && line[proto + 2].EndsWith("-Q"u8);
        bool isBsd = proto > 0 || Find(in line, "(state)"u8) >= 0 || Find(in line, "R-MBUF"u8) >= 0;
        if (second.SequenceEqual("Rexmit"u8) || second.SequenceEqual("Listen"u8) || (hasQueues && isBsd))
        {
            int state = Find(in line, "(state)"u8);
            bool hasTail = state >= 0 && (state < line.Count - 1 || proto > 0);
            shape = new TableShape(TableKind.Bsd, BsdColumns(in line, proto, hasQueues), hasTail ? BsdTail(in line, proto, state) : null);
            return true;
        }

        if (hasQueues)
        {
            shape = new TableShape(TableKind.Linux, LinuxColumns(in line));
            return true;
        }

        if (line.Count < 4) return false;
        List<PrintedCell> tail = [];
        if (Find(in line, "(ms)"u8) >= 0) tail.Add(PrintedCell.TimeInState);
        if (Find(in line, "Offload"u8) >= 0) tail.Add(PrintedCell.OffloadState);
        if (Find(in line, "Template"u8) >= 0) tail.Add(PrintedCell.Template);
        shape = new TableShape(TableKind.Windows, Find(in line, "PID"u8) < 0 ? TableColumns.None : TableColumns.Pid, tail.Count == 0 ? null : [.. tail]);
        return true;
    }

    private static TableColumns LinuxColumns(in TextLine line)
    {
        TableColumns columns = TableColumns.Queues | TableColumns.State;
        int program = Find(in line, "PID/Program"u8);
        if (program >= 0) columns |= TableColumns.Program;
        if (Find(in line, "Inode"u8) >= 0 || Find(in line, "Iノード"u8) >= 0) columns |= TableColumns.User;
        ReadOnlySpan<byte> last = line[line.Count - 1];
        if (Find(in line, "Security"u8) >= 0) columns |= TableColumns.Context;
        if (last.SequenceEqual("Timer"u8) || last.SequenceEqual("タイマ"u8)) columns |= TableColumns.Timer;
        return columns;
    }

    private static TableColumns BsdColumns(in TextLine line, int proto, bool hasQueues)
    {
        TableColumns columns = hasQueues ? TableColumns.Queues : TableColumns.None;
        if (line[proto + 1].SequenceEqual("Listen"u8)) columns |= TableColumns.ListenQueues;
        if (proto > 0) columns |= TableColumns.Block | TableColumns.Narrow;
        if (proto > 1) columns |= TableColumns.Hash;
        if (Find(in line, "(state)"u8) >= 0) columns |= TableColumns.State;
        return columns;
    }

    private static PrintedCell[] BsdTail(in TextLine line, int proto, int state)
    {
        PrintedCell[] behind = Tail(in line, state + 1, line.Count);
        return proto > 0 ? [PrintedCell.Identity, .. behind] : behind;
    }

    private static PrintedCell[] Tail(in TextLine line, int first, int end)
    {
        PrintedCell[] columns = new PrintedCell[end - first];
        for (int i = 0; i < columns.Length; i++) columns[i] = TailWords.Title(line[first + i]);
        return columns;
    }

    private static int FindProtocol(in TextLine line)
    {
        for (int word = 0; word < 3; word++)
        {
            ReadOnlySpan<byte> text = line[word];
            if (text.SequenceEqual("Proto"u8) || text.SequenceEqual("プロトコル"u8) || text.SequenceEqual(ProtocolInShiftJis)) return word;
        }

        return -1;
    }

    private static TextLanguage Language(in TextLine line)
    {
        if (Find(in line, "Lokale"u8) >= 0 || Find(in line, "Benutzer"u8) >= 0) return TextLanguage.German;
        if (Find(in line, "Adresse"u8) >= 0) return TextLanguage.French;
        bool isForeign = line[0][0] >= 0x80 || line[1][0] >= 0x80;
        return isForeign ? TextLanguage.Japanese : TextLanguage.English;
    }

    private static int Find(in TextLine line, ReadOnlySpan<byte> title)
    {
        for (int word = 0; word < line.Count; word++)
        {
            if (line[word].SequenceEqual(title)) return word;
        }

        return -1;
    }
}
