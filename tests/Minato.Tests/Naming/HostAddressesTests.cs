using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Net;
using Minato.Naming;
using static Minato.Tests.Naming.DnsMessages;

namespace Minato.Tests.Naming;

/// <summary>From a host's name to its addresses, as a filter asks.</summary>
public sealed class HostAddressesTests
{
    private const ushort Aaaa = 28;

    [Fact]
    public void The_file_of_hosts_is_asked_first_by_name_and_alias_in_any_case()
    {
        using TemporaryFile hosts = new("192.0.2.1 shop.example shop # x\n2001:db8::1 SHOP\n192.0.2.1 shop\n");
        Assert.Equal(["192.0.2.1", "2001:db8::1"], Find(new HostAddresses(hosts.Path, "/nonexistent"), "shop", out _));
        Assert.Equal(["2001:db8::1"], Find(new HostAddresses(hosts.Path, "/nonexistent"), "shop", out _, v4: false));
    }

    [Fact]
    public void A_line_for_the_loopback_of_IPv6_names_that_of_IPv4_too_as_in_glibc()
    {
        using TemporaryFile hosts = new("::1 ip6-localhost\n");
        Assert.Equal(["127.0.0.1", "::1"], Find(new HostAddresses(hosts.Path, "/nonexistent"), "ip6-localhost", out _));
    }

    [Fact]
    public void Localhost_is_known_without_any_file() =>
        Assert.Equal(["127.0.0.1", "::1"], Find(new HostAddresses("/nonexistent", "/nonexistent"), "localhost", out _));

    [Fact]
    public void A_server_is_asked_for_both_kinds_of_address()
    {
        using FakeNameServer server = new(query => [IsAaaa(query) ? Reply(query, NoError, Address("2001:db8::5")) : Reply(query, NoError, Address("192.0.2.5"), Address("192.0.2.6"))]);
        Assert.Equal(["192.0.2.5", "192.0.2.6", "2001:db8::5"], Find(Asking(server), "www.example", out bool isInTime));
        Assert.True(isInTime);
    }

    [Fact]
    public void An_alias_leads_to_the_address_of_another_name()
    {
        DnsRecord alias = new(null, Cname, Name("real.example"));
        using FakeNameServer server = new(query => [IsAaaa(query) ? Reply(query, NoError) : Reply(query, NoError, alias, Address("192.0.2.7") with { Owner = Name("real.example") })]);
        Assert.Equal(["192.0.2.7"], Find(Asking(server), "www.example", out _));
    }

    [Fact]
    public void A_short_name_is_sought_in_the_own_domain_first()
    {
        using FakeNameServer server = new(query => [Reply(query, NoSuchName)]);
        using TemporaryFile configuration = new("nameserver 127.0.0.1\nsearch corp.example\n");
        Find(new HostAddresses("/nonexistent", configuration.Path, server.Port), "db", out _, v6: false);
        Assert.Equal(["db.corp.example", "db"], server.Asked);
    }

    [Fact]
    public void A_name_that_nobody_knows_has_no_address_at_once()
    {
        using FakeNameServer server = new(query => [Reply(query, NoSuchName)]);
        Assert.Empty(Find(Asking(server), "no.example", out bool isInTime));
        Assert.True(isInTime);
    }

    [Fact]
    public void A_silent_server_costs_two_seconds_at_most_and_says_so()
    {
        using FakeNameServer server = new(_ => []);
        Stopwatch run = Stopwatch.StartNew();
        HostAddresses names = Asking(server);
        Assert.Empty(Find(names, "slow.example", out bool isInTime));
        Assert.Empty(Find(names, "other.example", out _));
        Assert.False(isInTime);
        Assert.InRange(run.ElapsedMilliseconds, 1000, 2400);
    }

    [Fact]
    public void An_answer_to_another_question_is_no_answer()
    {
        using FakeNameServer server = new(query =>
        {
            byte[] wrong = Reply(query, NoError, Address("192.0.2.66"));
            wrong[0] ^= 0xFF;
            return IsAaaa(query) ? [Reply(query, NoError)] : [wrong, Reply(query, NoError, Address("192.0.2.8"))];
        });
        Assert.Equal(["192.0.2.8"], Find(Asking(server), "www.example", out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a..b")]
    [InlineData("ü.example")]
    public void What_is_no_host_name_is_not_asked(string name)
    {
        using FakeNameServer server = new(query => [Reply(query, NoError, Address("192.0.2.9"))]);
        Assert.Empty(Find(Asking(server), name, out _));
        Assert.Empty(server.Asked);
    }

    private static HostAddresses Asking(FakeNameServer server) => new("/nonexistent", server.ResolvConf.Path, server.Port);

    private static bool IsAaaa(byte[] query) => query[^3] == Aaaa;

    private static DnsRecord Address(string address)
    {
        byte[] bytes = IPAddress.Parse(address).GetAddressBytes();
        return new DnsRecord(null, bytes.Length == 4 ? A : Aaaa, bytes);
    }

    private static string[] Find(HostAddresses names, string host, out bool isInTime, bool v4 = true, bool v6 = true)
    {
        List<HostAddress> found = [];
        isInTime = names.Find(host, v4, v6, found);
        return [.. found.Select(static address =>
        {
            byte[] bytes = new byte[16];
            return new IPAddress(bytes[..address.CopyTo(bytes)]).ToString();
        })];
    }
}
