using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Minato.Naming;
using static Minato.Tests.Naming.DnsMessages;
using static Minato.Tests.Naming.HostNamesTests;

namespace Minato.Tests.Naming;

/// <summary>What -r costs when the servers are slow, silent, in trouble or away.</summary>
public sealed class HostNamesTimingTests
{
    [Fact]
    public void A_server_that_never_answers_costs_two_seconds_in_all()
    {
        using FakeNameServer server = new(_ => []);
        using HostNames names = Asking(server);
        Stopwatch run = Stopwatch.StartNew();
        for (int batch = 0; batch < 10; batch++)
            Assert.All(Resolve(names, Addresses(batch, 100)), Assert.Null);

        Assert.InRange(run.ElapsedMilliseconds, 1000, 2300);
    }

    [Fact]
    public void Once_the_time_is_spent_everything_is_a_number_at_once_but_what_is_known()
    {
        bool silent = false;
        using FakeNameServer server = new(query => silent ? [] : [Named(query, "known.example")]);
        using HostNames names = new("/nonexistent", server.ResolvConf.Path, server.Port, budgetMs: 300);
        Assert.Equal("known.example", Resolve(names, "192.0.2.1"));
        silent = true;
        Assert.Null(Resolve(names, "192.0.2.2"));
        int asked = server.Asked.Length;

        Stopwatch after = Stopwatch.StartNew();
        Assert.Equal(["known.example", null, null], Resolve(names, "192.0.2.1", "192.0.2.2", "192.0.2.3"));
        Assert.InRange(after.ElapsedMilliseconds, 0, 100);
        Assert.Equal(asked, server.Asked.Length);
    }

    [Fact]
    public void The_queries_of_a_batch_are_under_way_together()
    {
        List<(byte[] Query, EndPoint Client)> held = [];
        using FakeNameServer server = new((query, client, socket) =>
        {
            // No answer before 64 questions have come.
            held.Add((query, client));
            if (held.Count < 64) return;
            foreach ((byte[] waiting, EndPoint asker) in held) socket.SendTo(Named(waiting, "h." + AskedName(waiting)), asker);
            held.Clear();
        });
        using HostNames names = Asking(server);
        string[] addresses = Addresses(0, 64);

        Assert.Equal(Array.ConvertAll(addresses, static a => $"h.{a.Split('.')[3]}.0.51.198.in-addr.arpa"), Resolve(names, addresses));
        Assert.Equal(64, server.Asked.Length);
    }

    [Fact]
    public void A_batch_larger_than_the_window_is_answered_whole()
    {
        using FakeNameServer server = new(query => [Named(query, "h." + AskedName(query))]);
        using HostNames names = Asking(server);

        Assert.All(Resolve(names, Addresses(0, 1000)), Assert.NotNull);
        Assert.Equal(1000, server.Asked.Length);
    }

    [Fact]
    public void A_lost_query_is_asked_again_once()
    {
        int asked = 0;
        using FakeNameServer server = new(query => ++asked == 1 ? [] : [Named(query, "late.example")]);
        using HostNames names = Asking(server);

        Assert.Equal("late.example", Resolve(names, "192.0.2.1"));
        Assert.Equal(2, server.Asked.Length);
    }

    [Fact]
    public void The_retry_goes_to_the_next_server_which_the_later_questions_prefer()
    {
        using FakeNameServer silent = new(_ => []);
        using FakeNameServer answering = new(query => [Named(query, "second.example")], "127.0.0.2", silent.Port);
        using TemporaryFile resolvConf = new("nameserver 127.0.0.1\nnameserver 127.0.0.2\n");
        using HostNames names = new("/nonexistent", resolvConf.Path, silent.Port);
        Assert.Equal("second.example", Resolve(names, "192.0.2.1"));

        Stopwatch second = Stopwatch.StartNew();
        Assert.Equal("second.example", Resolve(names, "192.0.2.2"));
        Assert.InRange(second.ElapsedMilliseconds, 0, 300);
        Assert.Single(silent.Asked);
    }

    [Fact]
    public void A_server_in_trouble_is_left_for_the_next_at_once()
    {
        using FakeNameServer failing = new(query => [Reply(query, ServerFailure)]);
        using FakeNameServer answering = new(query => [Named(query, "second.example")], "127.0.0.2", failing.Port);
        using TemporaryFile resolvConf = new("nameserver 127.0.0.1\nnameserver 127.0.0.2\n");
        using HostNames names = new("/nonexistent", resolvConf.Path, failing.Port);
        Stopwatch run = Stopwatch.StartNew();

        Assert.Equal("second.example", Resolve(names, "192.0.2.1"));
        Assert.InRange(run.ElapsedMilliseconds, 0, 300);
    }

    [Fact]
    public void A_refused_port_makes_everything_a_number_at_once()
    {
        // Addresses of loopback where no other test has a server.
        using TemporaryFile resolvConf = new("nameserver 127.0.77.1\nnameserver 127.0.77.2\nnameserver 127.0.77.3\n");
        using HostNames names = new("/nonexistent", resolvConf.Path, ClosedPort());

        AssertNumericAtOnce(names);
    }

    [Fact]
    public void Servers_that_refuse_are_passed_over_for_one_that_answers()
    {
        using FakeNameServer answering = new(query => [Named(query, "third.example")], "127.0.0.3");
        using TemporaryFile resolvConf = new("nameserver 127.0.0.1\nnameserver 127.0.0.2\nnameserver 127.0.0.3\n");
        using HostNames names = new("/nonexistent", resolvConf.Path, answering.Port);
        Stopwatch run = Stopwatch.StartNew();

        Assert.Equal("third.example", Resolve(names, "192.0.2.1"));
        Assert.All(Resolve(names, Addresses(0, 100)), static name => Assert.Equal("third.example", name));
        Assert.InRange(run.ElapsedMilliseconds, 0, 300);
    }

    [Fact]
    public void A_refusal_does_not_count_as_the_one_retry()
    {
        int asked = 0;
        using FakeNameServer answering = new(query => ++asked == 1 ? [] : [Named(query, "late.example")], "127.0.0.3");
        using TemporaryFile resolvConf = new("nameserver 127.0.77.1\nnameserver 127.0.0.3\n");
        using HostNames names = new("/nonexistent", resolvConf.Path, answering.Port);

        Assert.Equal("late.example", Resolve(names, "192.0.2.1"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nameserver 127.0.0.1\nsearch example\noptions ndots:5\nnameserver\nnameserver nonsense\n")]
    [InlineData("nameserver 255.255.255.255\n")]
    public void Without_a_server_to_ask_everything_is_a_number_at_once(string resolvConfText)
    {
        using TemporaryFile resolvConf = new(resolvConfText);
        using HostNames names = new("/nonexistent", resolvConf.Path);

        AssertNumericAtOnce(names);
    }

    private static void AssertNumericAtOnce(HostNames names)
    {
        Stopwatch run = Stopwatch.StartNew();
        Assert.All(Resolve(names, Addresses(0, 200)), Assert.Null);
        Assert.InRange(run.ElapsedMilliseconds, 0, 300);
    }

    private static string[] Addresses(int batch, int count)
    {
        string[] addresses = new string[count];
        for (int i = 0; i < count; i++)
            addresses[i] = string.Create(CultureInfo.InvariantCulture, $"198.51.{(batch * 8) + (i / 256)}.{i % 256}");
        return addresses;
    }

    private static ushort ClosedPort()
    {
        using Socket socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return (ushort)((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
