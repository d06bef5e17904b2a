using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace Minato.Tests.Naming;

/// <summary>A record of an answer: the owner is a wire name, or null for a pointer to the question.</summary>
internal sealed record DnsRecord(byte[]? Owner, ushort Type, byte[] Data)
{
    public static DnsRecord Ptr(string name) => new(null, DnsMessages.Ptr, DnsMessages.Name(name));
}

/// <summary>The other end of the conversation: reads queries and writes replies, on its own reading of RFC 1035.</summary>
internal static class DnsMessages
{
    public const ushort A = 1;
    public const ushort Cname = 5;
    public const ushort Ptr = 12;
    public const byte NoError = 0;
    public const byte ServerFailure = 2;
    public const byte NoSuchName = 3;

    /// <summary>A dotted name on the wire, without compression.</summary>
    public static byte[] Name(string dotted)
    {
        List<byte> wire = [];
        foreach (string label in dotted.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            wire.Add((byte)label.Length);
            wire.AddRange(Encoding.Latin1.GetBytes(label));
        }

        wire.Add(0);
        return [.. wire];
    }

    /// <summary>The dotted name that a query asks for.</summary>
    public static string AskedName(ReadOnlySpan<byte> query)
    {
        StringBuilder name = new();
        for (int at = 12; query[at] != 0; at += 1 + query[at])
            name.Append(CultureInfo.InvariantCulture, $"{Encoding.Latin1.GetString(query.Slice(at + 1, query[at]))}.");
        return name.ToString().TrimEnd('.');
    }

    /// <summary>An answer to a query, with the query's id and question.</summary>
    public static byte[] Reply(ReadOnlySpan<byte> query, byte code, params ReadOnlySpan<DnsRecord> records)
    {
        List<byte> message = [.. query];
        message[2] = 0x81;
        message[3] = (byte)(0x80 | code);
        message[7] = (byte)records.Length;
        Span<byte> tail = stackalloc byte[10];
        foreach (DnsRecord record in records)
        {
            message.AddRange(record.Owner ?? [0xC0, 12]);
            tail.Clear();
            BinaryPrimitives.WriteUInt16BigEndian(tail, record.Type);
            BinaryPrimitives.WriteUInt16BigEndian(tail[2..], 1);
            BinaryPrimitives.WriteUInt16BigEndian(tail[8..], (ushort)record.Data.Length);
            message.AddRange(tail);
            message.AddRange(record.Data);
        }

        return [.. message];
    }

    public static byte[] Named(ReadOnlySpan<byte> query, string name) => Reply(query, NoError, DnsRecord.Ptr(name));
}
