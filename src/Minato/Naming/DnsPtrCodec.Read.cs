using System;
using System.Buffers.Binary;
using System.Text;

namespace Minato.Naming;

/// <summary>What a datagram says about a query.</summary>
internal enum DnsReply
{
    /// <summary>It answers something else: to be ignored.</summary>
    NotOurs,

    /// <summary>The server could not or would not say: another one may.</summary>
    Failed,

    NoName,
    Named,
}

internal static partial class DnsPtrCodec
{
    internal const int RecordTail = 10;
    internal const ushort ReplyAndOpcode = 0xF800;
    internal const ushort Reply = 0x8000;

    // RFC 2317 delegates need one alias; longer chains are loops or mistakes.
    internal const int MaxAliases = 8;

    /// <summary>Reads a datagram as the answer to <paramref name="query"/>. The name's bytes are letters, digits, - _ and dots.</summary>
    public static DnsReply ReadReply(ReadOnlySpan<byte> message, ReadOnlySpan<byte> query, Span<byte> name, out int length)
    {
        length = 0;
        if (message.Length < query.Length || !message[..2].SequenceEqual(query[..2])) return DnsReply.NotOurs;
        ushort flags = ReadUInt16(message, 2);
        if ((flags & ReplyAndOpcode) != Reply || ReadUInt16(message, 4) != 1) return DnsReply.NotOurs;
        if (!Ascii.EqualsIgnoreCase(message[HeaderSize..query.Length], query[HeaderSize..])) return DnsReply.NotOurs;

        // RCODE: 0 answered, 3 there is no such name; the others are the server's own trouble.
        int code = flags & 0xF;
        if (code == 3) return DnsReply.NoName;
        if (code != 0) return DnsReply.Failed;

        Span<byte> wanted = stackalloc byte[MaxWireName];
        int question = HeaderSize;
        if (!TryExpand(message, ref question, wanted, out int wantedSize)) return DnsReply.NotOurs;
        for (int aliases = 0; aliases <= MaxAliases; aliases++)
        {
            ushort found = FindRecord(message, query.Length, wanted[..wantedSize], out int data);
            if (found == 0 || !TryExpand(message, ref data, wanted, out wantedSize)) return DnsReply.NoName;
            if (found == TypePtr) return TryWriteName(wanted[..wantedSize], name, out length) ? DnsReply.Named : DnsReply.NoName;
        }

        return DnsReply.NoName;
    }

    // Type and data of the first PTR or CNAME record of an owner; type 0 when the answers (or what came of them) have none.
    private static ushort FindRecord(ReadOnlySpan<byte> message, int at, ReadOnlySpan<byte> owner, out int data)
    {
        Span<byte> candidate = stackalloc byte[MaxWireName];
        for (int left = ReadUInt16(message, 6); left > 0; left--)
        {
            if (!TryExpand(message, ref at, candidate, out int size) || message.Length - at < RecordTail) break;
            ushort type = ReadUInt16(message, at);
            ushort recordClass = ReadUInt16(message, at + 2);
            data = at + RecordTail;
            at = data + ReadUInt16(message, at + 8);
            if (recordClass != ClassInternet || type is not (TypePtr or TypeCname)) continue;
            if (Ascii.EqualsIgnoreCase(candidate[..size], owner)) return type;
        }

        data = 0;
        return 0;
    }

    // A name's labels without compression; `at` moves behind the name. Each pointer must lead further back than the last.
    internal static bool TryExpand(ReadOnlySpan<byte> message, ref int at, Span<byte> name, out int size)
    {
        size = 0;
        int position = at;
        int bound = at;
        bool jumped = false;
        while (position < message.Length)
        {
            int head = message[position];
            if (head >= 0xC0)
            {
                if (position + 1 >= message.Length) return false;
                if (!jumped) at = position + 2;
                jumped = true;
                position = ((head & 0x3F) << 8) | message[position + 1];
                if (position >= bound) return false;
                bound = position;
                continue;
            }

            // 01 and 10 heads are no labels (RFC 6891 gave them up).
            int label = 1 + head;
            if (head > 0x3F || position + label > message.Length || size + label > name.Length) return false;
            message.Slice(position, label).CopyTo(name[size..]);
            size += label;
            position += label;
            if (head != 0) continue;
            if (!jumped) at = position;
            return true;
        }

        return false;
    }

    // Labels → dotted text, if it is a host name. One that ends in a number would pass for an address, so it is none.
    private static bool TryWriteName(ReadOnlySpan<byte> wire, Span<byte> name, out int length)
    {
        length = 0;
        bool numeric = true;
        for (int head; (head = wire[0]) != 0; wire = wire[(1 + head)..])
        {
            ReadOnlySpan<byte> label = wire.Slice(1, head);
            foreach (byte b in label)
            {
                if (!char.IsAsciiLetterOrDigit((char)b) && b is not ((byte)'-' or (byte)'_')) return false;
            }

            numeric = !label.ContainsAnyExceptInRange((byte)'0', (byte)'9');
            if (length > 0) name[length++] = (byte)'.';
            label.CopyTo(name[length..]);
            length += head;
        }

        return !numeric;
    }

    private static ushort ReadUInt16(ReadOnlySpan<byte> message, int at) => BinaryPrimitives.ReadUInt16BigEndian(message[at..]);
}
