using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Text;

namespace Minato.Naming;

/// <summary>"Which addresses has this host?" as a DNS message (RFC 1035, RFC 3596), and the reading of what comes back.</summary>
internal static class DnsHostCodec
{
    /// <summary>Header, name, type and class.</summary>
    public const int MaxQuerySize = DnsPtrCodec.HeaderSize + DnsPtrCodec.MaxWireName + DnsPtrCodec.QuestionTail;

    private const ushort TypeA = 1;
    private const ushort TypeAaaa = 28;
    private const int MaxLabel = 63;
    private const int NoSuchName = 3;

    /// <summary>Writes the query and gives its length; 0 when the text is no host name.</summary>
    public static int WriteQuery(Span<byte> message, ushort id, string host, bool isV6)
    {
        message[..DnsPtrCodec.HeaderSize].Clear();
        BinaryPrimitives.WriteUInt16BigEndian(message, id);
        BinaryPrimitives.WriteUInt16BigEndian(message[2..], DnsPtrCodec.RecursionDesired);
        BinaryPrimitives.WriteUInt16BigEndian(message[4..], 1);

        int at = DnsPtrCodec.HeaderSize;
        foreach (Range range in host.AsSpan().TrimEnd('.').Split('.'))
        {
            ReadOnlySpan<char> label = host.AsSpan().TrimEnd('.')[range];
            if (label.IsEmpty || label.Length > MaxLabel || at - DnsPtrCodec.HeaderSize + label.Length + 2 > DnsPtrCodec.MaxWireName) return 0;
            foreach (char letter in label)
            {
                if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '_')) return 0;
            }

            message[at] = (byte)label.Length;
            at += 1 + Encoding.ASCII.GetBytes(label, message[(at + 1)..]);
        }

        message[at++] = 0;
        BinaryPrimitives.WriteUInt16BigEndian(message[at..], isV6 ? TypeAaaa : TypeA);
        BinaryPrimitives.WriteUInt16BigEndian(message[(at + 2)..], DnsPtrCodec.ClassInternet);
        return at + DnsPtrCodec.QuestionTail;
    }

    /// <summary>Reads a datagram as the answer to <paramref name="query"/> and adds the addresses in it.</summary>
    public static DnsReply ReadReply(ReadOnlySpan<byte> message, ReadOnlySpan<byte> query, List<HostAddress> addresses)
    {
        if (message.Length < query.Length || !message[..2].SequenceEqual(query[..2])) return DnsReply.NotOurs;
        ushort flags = ReadUInt16(message, 2);
        if ((flags & DnsPtrCodec.ReplyAndOpcode) != DnsPtrCodec.Reply || ReadUInt16(message, 4) != 1) return DnsReply.NotOurs;
        if (!Ascii.EqualsIgnoreCase(message[DnsPtrCodec.HeaderSize..query.Length], query[DnsPtrCodec.HeaderSize..])) return DnsReply.NotOurs;
        int code = flags & 0xF;
        if (code is not (0 or NoSuchName)) return DnsReply.Failed;

        Span<byte> owner = stackalloc byte[DnsPtrCodec.MaxWireName];
        int question = DnsPtrCodec.HeaderSize;
        if (!DnsPtrCodec.TryExpand(message, ref question, owner, out int size)) return DnsReply.NotOurs;
        ushort type = ReadUInt16(query, query.Length - DnsPtrCodec.QuestionTail);
        int before = addresses.Count;
        for (int aliases = 0; aliases <= DnsPtrCodec.MaxAliases; aliases++)
        {
            int alias = ReadRecords(message, query.Length, owner[..size], type, addresses);
            if (addresses.Count > before) return DnsReply.Named;
            if (alias == 0 || !DnsPtrCodec.TryExpand(message, ref alias, owner, out size)) break;
        }

        return DnsReply.NoName;
    }

    // Adds the owner's addresses; gives the place of its other name, or 0.
    private static int ReadRecords(ReadOnlySpan<byte> message, int at, ReadOnlySpan<byte> owner, ushort type, List<HostAddress> addresses)
    {
        int alias = 0;
        Span<byte> candidate = stackalloc byte[DnsPtrCodec.MaxWireName];
        for (int left = ReadUInt16(message, 6); left > 0; left--)
        {
            if (!DnsPtrCodec.TryExpand(message, ref at, candidate, out int size) || message.Length - at < DnsPtrCodec.RecordTail) break;
            ushort found = ReadUInt16(message, at);
            bool isInternet = ReadUInt16(message, at + 2) == DnsPtrCodec.ClassInternet;
            int data = at + DnsPtrCodec.RecordTail;
            int length = ReadUInt16(message, at + 8);
            at = data + length;
            if (at > message.Length) break;
            if (!isInternet || !Ascii.EqualsIgnoreCase(candidate[..size], owner)) continue;
            int wanted = type == TypeAaaa ? HostAddress.V6Size : HostAddress.V4Size;
            if (found == type && length == wanted) addresses.Add(new HostAddress(message.Slice(data, length)));
            else if (found == DnsPtrCodec.TypeCname) alias = data;
        }

        return alias;
    }

    private static ushort ReadUInt16(ReadOnlySpan<byte> message, int at) => BinaryPrimitives.ReadUInt16BigEndian(message[at..]);
}
