using System;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text;
using Minato.Naming;
using static Minato.Tests.Naming.DnsMessages;

namespace Minato.Tests.Naming;

public sealed class HostNamesTests
{
    [Fact]
    public void A_name_comes_from_the_hosts_file_before_any_server()
    {
        using FakeNameServer server = new(query => [Named(query, "from.dns")]);
        using TemporaryFile hosts = new("""
            # own
            192.0.2.1 first.local alias # comment
            192.0.2.1 second.local
            ::1 loop6
              2001:db8::1   six
            """);
        using HostNames names = new(hosts.Path, server.ResolvConf.Path, server.Port);

        Assert.Equal("first.local", Resolve(names, "192.0.2.1"));
        Assert.Equal("first.local", Resolve(names, "::ffff:192.0.2.1"));
        Assert.Equal("six", Resolve(names, "2001:db8::1"));
        Assert.Equal("loop6", Resolve(names, "::1"));
        Assert.Empty(server.Asked);
    }

    [Fact]
    public void What_the_hosts_file_lacks_is_asked_of_the_server()
    {
        using FakeNameServer server = new(query => [Named(query, "host." + AskedName(query))]);
        using HostNames names = Asking(server);

        Assert.Equal("host.7.2.0.192.in-addr.arpa", Resolve(names, "192.0.2.7"));
        Assert.Equal("host.8.2.0.192.in-addr.arpa", Resolve(names, "::ffff:192.0.2.8"));
        Assert.EndsWith(".8.b.d.0.1.0.0.2.ip6.arpa", Resolve(names, "2001:db8::7"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.9.9.9")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::1")]
    [InlineData("0.0.0.0")]
    [InlineData("::ffff:0.0.0.0")]
    [InlineData("::")]
    public void Loopback_and_unspecified_addresses_are_never_sent_out(string address)
    {
        using FakeNameServer server = new(query => [Named(query, "from.dns")]);
        using HostNames names = Asking(server);

        Assert.Null(Resolve(names, address));
        Assert.Equal("from.dns", Resolve(names, "192.0.2.1"));
        Assert.Single(server.Asked);
    }

    [Fact]
    public void An_unspecified_address_has_no_name_even_in_a_block_list()
    {
        using TemporaryFile hosts = new("0.0.0.0 ads.example\n:: ads.example\n");
        using HostNames names = new(hosts.Path, "/nonexistent");

        Assert.Null(Resolve(names, "0.0.0.0"));
        Assert.Null(Resolve(names, "::"));
    }

    [Fact]
    public void A_name_and_its_absence_are_asked_once()
    {
        using FakeNameServer server = new(query =>
            [AskedName(query).StartsWith("1.", StringComparison.Ordinal) ? Named(query, "one.example") : Reply(query, NoSuchName)]);
        using HostNames names = Asking(server);
        for (int batch = 0; batch < 3; batch++)
        {
            Assert.Equal(["one.example", null], Resolve(names, "192.0.2.1", "192.0.2.2"));
            Assert.Equal(["one.example", null], Resolve(names, "192.0.2.1", "192.0.2.2"));
        }

        Assert.Equal(2, server.Asked.Length);
    }

    [Fact]
    public void A_name_with_control_bytes_is_refused()
    {
        using FakeNameServer server = new(query => [Named(query, "\u001b[31m")]);
        using HostNames names = Asking(server);

        Assert.Null(Resolve(names, "192.0.2.1"));
        Assert.Single(server.Asked);
    }

    [Fact]
    public void A_reply_with_a_wrong_id_or_question_is_passed_over_for_the_right_one()
    {
        using FakeNameServer server = new(query =>
        {
            byte[] wrongId = [(byte)(query[0] ^ 1), .. query[1..]];
            byte[] wrongQuestion = [.. query];
            wrongQuestion[13] ^= 1;
            return [[], [1], Named(wrongId, "wrong.id"), Named(wrongQuestion, "wrong.question"), Named(query, "right.example")];
        });
        using HostNames names = Asking(server);

        Assert.Equal("right.example", Resolve(names, "192.0.2.1"));
    }

    [Fact]
    public void A_reply_from_another_port_is_passed_over()
    {
        using FakeNameServer server = new((query, client, socket) =>
        {
            using Socket stranger = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            stranger.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            stranger.SendTo(Named(query, "stranger.example"), client);
            socket.SendTo(Named(query, "server.example"), client);
        });
        using HostNames names = Asking(server);

        Assert.Equal("server.example", Resolve(names, "192.0.2.1"));
    }

    [Fact]
    public void A_reply_from_a_server_that_was_not_asked_is_passed_over()
    {
        (Socket Socket, EndPoint Client)? first = null;
        using FakeNameServer silent = new((_, client, socket) => first = (socket, client));
        using FakeNameServer answering = new((query, client, socket) =>
        {
            // The first query was asked of both; of the second the silent one cannot know.
            if (AskedName(query).StartsWith("2.", StringComparison.Ordinal))
                first!.Value.Socket.SendTo(Named(query, "wrong.example"), first.Value.Client);
            socket.SendTo(Named(query, "right.example"), client);
        }, "127.0.0.2", silent.Port);
        using TemporaryFile resolvConf = new("nameserver 127.0.0.1\nnameserver 127.0.0.2\n");
        using HostNames names = new("/nonexistent", resolvConf.Path, silent.Port);

        Assert.Equal("right.example", Resolve(names, "192.0.2.1"));
        Assert.Equal("right.example", Resolve(names, "192.0.2.2"));
    }

    [Fact]
    public void A_server_on_IPv6_is_asked_too()
    {
        Assert.SkipUnless(Array.Exists(NetworkInterface.GetAllNetworkInterfaces(), HasIPv6Loopback), "no interface has the address ::1");
        using FakeNameServer server = new(query => [Named(query, "six.example")], "::1");
        using HostNames names = Asking(server);

        Assert.Equal("six.example", Resolve(names, "192.0.2.1"));
    }

    [Fact]
    public void An_address_of_another_length_is_a_mistake_of_the_caller()
    {
        using HostNames names = new("/nonexistent", "/nonexistent");

        Assert.Throws<ArgumentException>(() => names.Want([1, 2, 3]));
    }

    private static bool HasIPv6Loopback(NetworkInterface device)
    {
        foreach (UnicastIPAddressInformation address in device.GetIPProperties().UnicastAddresses)
        {
            if (address.Address.Equals(IPAddress.IPv6Loopback)) return true;
        }

        return false;
    }

    internal static HostNames Asking(FakeNameServer server) => new("/nonexistent", server.ResolvConf.Path, server.Port);

    internal static string? Resolve(HostNames names, string address) => Resolve(names, [address])[0];

    internal static string?[] Resolve(HostNames names, params string[] addresses)
    {
        foreach (string address in addresses) names.Want(IPAddress.Parse(address).GetAddressBytes());
        names.Settle();
        return Array.ConvertAll(addresses, address =>
            names.TryFind(IPAddress.Parse(address).GetAddressBytes(), out ReadOnlySpan<byte> name) ? Encoding.UTF8.GetString(name) : null);
    }
}
