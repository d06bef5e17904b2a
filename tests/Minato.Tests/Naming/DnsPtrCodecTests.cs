using System;
using System.Net;
using System.Text;
using Minato.Naming;
using static Minato.Tests.Naming.DnsMessages;

namespace Minato.Tests.Naming;

public sealed class DnsPtrCodecTests
{
    private static readonly byte[] Query = QueryFor("192.0.2.25");

    [Theory]
    [InlineData("192.0.2.25", "25.2.0.192.in-addr.arpa")]
    [InlineData("::ffff:10.20.30.255", "255.30.20.10.in-addr.arpa")]
    [InlineData("2001:db8::567:89ab", "b.a.9.8.7.6.5.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa")]
    public void An_address_is_asked_by_its_reverse_name(string address, string name) =>
        Assert.Equal(name, AskedName(QueryFor(address)));

    [Fact]
    public void A_query_asks_one_PTR_question_and_wants_recursion()
    {
        Assert.Equal([0x12, 0x34, 0x01, 0x00, 0, 1, 0, 0, 0, 0, 0, 0], Query[..12]);
        Assert.Equal([0, 0, 12, 0, 1], Query[^5..]);
    }

    [Fact]
    public void The_longest_query_fits() =>
        Assert.Equal(DnsPtrCodec.MaxQuerySize, QueryFor("2001:db8:ffff:ffff:ffff:ffff:ffff:ffff").Length);

    [Fact]
    public void A_name_is_read_with_its_own_letters() => Assert.Equal("Mail_1.Example.COM", NameIn(Named(Query, "Mail_1.Example.COM")));

    [Fact]
    public void A_question_in_other_letters_is_the_same_question()
    {
        byte[] reply = Named(Query, "a.example");
        reply.AsSpan(12, Query.Length - 16).Replace((byte)'a', (byte)'A');

        Assert.Equal("a.example", NameIn(reply));
    }

    [Fact]
    public void An_alias_is_followed_as_RFC_2317_has_it()
    {
        byte[] alias = Name("25.0/26.2.0.192.in-addr.arpa");
        byte[] reply = Reply(Query, NoError, new(null, Cname, alias), new(alias, Ptr, Name("a.example")));

        Assert.Equal("a.example", NameIn(reply));
    }

    [Fact]
    public void An_alias_is_followed_in_whatever_order_the_records_come()
    {
        byte[] alias = Name("x.example");
        byte[] reply = Reply(Query, NoError, new(alias, Ptr, Name("a.example")), new(null, Cname, alias));

        Assert.Equal("a.example", NameIn(reply));
    }

    [Fact]
    public void A_circle_of_aliases_ends_without_a_name()
    {
        byte[] one = Name("one.example");
        byte[] two = Name("two.example");

        AssertRead(DnsReply.NoName, Reply(Query, NoError, new(null, Cname, one), new(one, Cname, two), new(two, Cname, one)));
    }

    [Fact]
    public void Records_of_other_owners_types_and_classes_are_passed_over()
    {
        byte[] reply = Reply(
            Query,
            NoError,
            new(Name("other.example"), Ptr, Name("wrong.example")),
            new(null, A, [192, 0, 2, 1]),
            DnsRecord.Ptr("chaos.example"),
            DnsRecord.Ptr("right.example"));
        int chaos = reply.AsSpan().IndexOf(Name("chaos.example"));
        reply[chaos - 7] = 3;

        Assert.Equal("right.example", NameIn(reply));
    }

    [Fact]
    public void A_compressed_name_is_read_through_its_pointers()
    {
        // "host" + a pointer to the question's "in-addr.arpa".
        byte arpa = (byte)(12 + "_25_2_0_192".Length);
        byte[] data = [4, .. "host"u8, 0xC0, arpa];

        Assert.Equal("host.in-addr.arpa", NameIn(Reply(Query, NoError, new DnsRecord(null, Ptr, data))));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(40)]
    [InlineData(0x3FFF)]
    public void A_pointer_that_does_not_lead_back_gives_no_name(int ahead)
    {
        int target = Math.Min(0x3FFF, Query.Length + 12 + ahead);
        byte[] data = [(byte)(0xC0 | (target >> 8)), (byte)target, 1, (byte)'a', 0];

        AssertRead(DnsReply.NoName, Reply(Query, NoError, new DnsRecord(null, Ptr, data)));
    }

    [Theory]
    [InlineData("a\u001b[31m.example")]
    [InlineData("a b.example")]
    [InlineData("a\0.example")]
    [InlineData("a/b.example")]
    [InlineData("höst.example")]
    [InlineData("a\u007f.example")]
    [InlineData("")]
    public void A_name_that_is_no_host_name_is_refused(string name) => AssertRead(DnsReply.NoName, Named(Query, name));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10")]
    [InlineData("host.0")]
    public void A_name_that_would_pass_for_an_address_is_refused(string name) => AssertRead(DnsReply.NoName, Named(Query, name));

    [Fact]
    public void A_dot_inside_a_label_is_refused() =>
        AssertRead(DnsReply.NoName, Reply(Query, NoError, new DnsRecord(null, Ptr, [3, .. "a.b"u8, 7, .. "example"u8, 0])));

    [Fact]
    public void A_name_of_253_letters_is_read()
    {
        string longest = string.Join('.', new string('a', 63), new string('b', 63), new string('c', 63), new string('d', 61));

        Assert.Equal(longest, NameIn(Named(Query, longest)));
    }

    [Fact]
    public void A_name_of_254_letters_is_refused()
    {
        string tooLong = string.Join('.', new string('a', 63), new string('b', 63), new string('c', 63), new string('d', 62));

        AssertRead(DnsReply.NoName, Named(Query, tooLong));
    }

    [Fact]
    public void A_server_that_knows_no_such_name_settles_the_question() =>
        AssertRead(DnsReply.NoName, Reply(Query, NoSuchName));

    [Theory]
    [InlineData(1)]
    [InlineData(ServerFailure)]
    [InlineData(4)]
    [InlineData(5)]
    public void A_server_in_trouble_leaves_the_question_open(byte code) => AssertRead(DnsReply.Failed, Reply(Query, code));

    [Fact]
    public void A_truncated_answer_gives_what_came_whole()
    {
        byte[] reply = Reply(Query, NoError, DnsRecord.Ptr("whole.example"), DnsRecord.Ptr("cut.example"));
        reply[2] |= 0x02;

        Assert.Equal("whole.example", NameIn(reply[..^4]));
        AssertRead(DnsReply.NoName, Named(Query, "cut.example")[..^4]);
    }

    [Fact]
    public void A_reply_to_something_else_is_not_ours()
    {
        byte[] reply = Named(Query, "a.example");

        AssertRead(DnsReply.NotOurs, []);
        AssertRead(DnsReply.NotOurs, reply[..11]);
        AssertRead(DnsReply.NotOurs, [0x12, 0x35, .. reply[2..]]);
        AssertRead(DnsReply.NotOurs, [.. reply[..2], 0x01, .. reply[3..]]);
        AssertRead(DnsReply.NotOurs, [.. reply[..2], 0xA1, .. reply[3..]]);
        AssertRead(DnsReply.NotOurs, [.. reply[..5], 2, .. reply[6..]]);
        AssertRead(DnsReply.NotOurs, Named(QueryFor("192.0.2.26"), "a.example"));
    }

    internal static byte[] QueryFor(string address)
    {
        byte[] query = new byte[DnsPtrCodec.MaxQuerySize];
        return query[..DnsPtrCodec.WriteQuery(query, 0x1234, new HostAddress(IPAddress.Parse(address).GetAddressBytes()))];
    }

    private static string NameIn(byte[] reply)
    {
        byte[] name = new byte[DnsPtrCodec.MaxNameSize];
        Assert.Equal(DnsReply.Named, DnsPtrCodec.ReadReply(reply, Query, name, out int length));
        return Encoding.ASCII.GetString(name, 0, length);
    }

    private static void AssertRead(DnsReply expected, byte[] reply) =>
        Assert.Equal(expected, DnsPtrCodec.ReadReply(reply, Query, new byte[DnsPtrCodec.MaxNameSize], out _));
}
