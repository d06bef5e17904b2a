using System;
using System.Net;
using System.Text;
using CsCheck;
using Minato.Naming;

namespace Minato.Tests.Naming;

public sealed class DnsPtrCodecPropertyTests
{
    private static readonly Gen<byte[]> Addresses = Gen.OneOf(Gen.Byte.Array[4], Gen.Byte.Array[16]);

    private static readonly Gen<string> HostNames =
        Gen.String[Gen.Char["abcXYZ019-_"], 1, 63].Array[0, 2].Select(static labels => string.Join('.', [.. labels, "example"]));

    // Bytes as they stand in replies: pointers, short labels, record types and counts are likelier than chance has them.
    private static readonly Gen<byte> ReplyBytes =
        Gen.OneOf(Gen.Byte, Gen.OneOf<byte>(0, 0, 0, 1, 1, 2, 5, 12, 12, 28, 0xC0, 0xC0, (byte)'a'));

    [Fact]
    public void A_query_asks_for_the_address_it_was_written_for() => Gen.Select(Addresses, Gen.UShort).Sample((bytes, id) =>
    {
        byte[] query = new byte[DnsPtrCodec.MaxQuerySize];
        int length = DnsPtrCodec.WriteQuery(query, id, new HostAddress(bytes));

        Assert.Equal([(byte)(id >> 8), (byte)id], query[..2]);
        Assert.Equal(AddressOf(DnsMessages.AskedName(query.AsSpan(0, length))), Unmapped(bytes));
    });

    [Fact]
    public void What_a_server_writes_is_what_is_read() => Gen.Select(Addresses, Gen.UShort, HostNames).Sample((bytes, id, name) =>
    {
        byte[] buffer = new byte[DnsPtrCodec.MaxQuerySize];
        byte[] query = buffer[..DnsPtrCodec.WriteQuery(buffer, id, new HostAddress(bytes))];
        byte[] read = new byte[DnsPtrCodec.MaxNameSize];

        Assert.Equal(DnsReply.Named, DnsPtrCodec.ReadReply(DnsMessages.Named(query, name), query, read, out int length));
        Assert.Equal(name, Encoding.ASCII.GetString(read, 0, length));
    });

    [Fact]
    public void Any_bytes_behind_the_question_end_in_a_host_name_or_none() =>
        Gen.Select(ReplyBytes.Array[0, 600], Gen.UShort[0, 400]).Sample((tail, records) =>
        {
            byte[] query = DnsPtrCodecTests.QueryFor("192.0.2.25");
            byte[] reply = [.. DnsMessages.Reply(query, DnsMessages.NoError), .. tail];
            (reply[6], reply[7]) = ((byte)(records >> 8), (byte)records);
            AssertHostNameOrNone(reply, query);
        }, iter: 20_000);

    [Fact]
    public void A_good_reply_with_any_bytes_changed_ends_in_a_host_name_or_none() =>
        Gen.Select(HostNames, Gen.Select(Gen.Int[0, 1000], ReplyBytes).Array[1, 8], Gen.Int[0, 1000]).Sample((name, changes, cut) =>
        {
            byte[] query = DnsPtrCodecTests.QueryFor("192.0.2.25");
            byte[] alias = DnsMessages.Name("25.0/26.2.0.192.in-addr.arpa");
            byte[] reply = DnsMessages.Reply(
                query, DnsMessages.NoError, new(null, DnsMessages.Cname, alias), new(alias, DnsMessages.Ptr, DnsMessages.Name(name)));
            foreach ((int at, byte value) in changes) reply[at % reply.Length] = value;
            AssertHostNameOrNone(reply[..Math.Max(0, reply.Length - (cut % 50))], query);
        }, iter: 20_000);

    private static void AssertHostNameOrNone(byte[] reply, byte[] query)
    {
        byte[] name = new byte[DnsPtrCodec.MaxNameSize];
        DnsReply answer = DnsPtrCodec.ReadReply(reply, query, name, out int length);
        if (answer != DnsReply.Named) return;
        Assert.InRange(length, 1, DnsPtrCodec.MaxNameSize);
        Assert.Matches("^[A-Za-z0-9_-]+([.][A-Za-z0-9_-]+)*$", Encoding.Latin1.GetString(name, 0, length));
    }

    private static byte[] AddressOf(string reverseName)
    {
        string[] labels = reverseName.Split('.');
        Array.Reverse(labels);
        string text = labels.Length == 6
            ? string.Join('.', labels[2..])
            : string.Join(':', Array.ConvertAll(Quads(labels[2..]), string.Concat));
        return IPAddress.Parse(text).GetAddressBytes();
    }

    private static string[][] Quads(string[] digits)
    {
        string[][] quads = new string[8][];
        for (int i = 0; i < quads.Length; i++) quads[i] = digits[(4 * i)..((4 * i) + 4)];
        return quads;
    }

    private static byte[] Unmapped(byte[] bytes)
    {
        IPAddress address = new(bytes);
        return address.IsIPv4MappedToIPv6 ? address.MapToIPv4().GetAddressBytes() : bytes;
    }
}
