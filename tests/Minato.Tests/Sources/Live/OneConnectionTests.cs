using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Minato.Filter.Kernel;
using Minato.Model;
using Minato.Sources;
using Minato.Sources.Linux;
using Minato.Tests.Filter;
using Minato.Tests.Live;

namespace Minato.Tests.Sources.Live;

/// <summary>A connection that is looked up is the one that a dump finds.</summary>
public sealed class OneConnectionTests : LiveTest
{
    // asm-generic/socket.h
    private const int SOL_SOCKET = 1;
    private const int SO_BINDTODEVICE = 25;

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1")]
    [InlineData("::1", "::1")]
    [InlineData("0.0.0.0", "127.0.0.1")]
    [InlineData("::", "127.0.0.1")]
    public void Both_of_its_ends_are_found(string listensOn, string calls) => OwnNamespace.Run(() =>
    {
        using Pair pair = new(listensOn, calls);
        Assert.Single(Compare(Local(pair.Client), Remote(pair.Client)));
        Assert.Single(Compare(Local(pair.Server), Remote(pair.Server)));
    });

    [Fact]
    public void A_connection_in_TIME_WAIT_is_found() => OwnNamespace.Run(() =>
    {
        using Pair pair = new("127.0.0.1", "127.0.0.1");
        (IPEndPoint local, IPEndPoint remote) = (Local(pair.Client), Remote(pair.Client));
        pair.Client.Shutdown(SocketShutdown.Both);
        pair.Server.Dispose();
        pair.Client.Dispose();

        Assert.Equal(SocketState.TimeWait, Assert.Single(Compare(local, remote)).State);
    });

    [Fact]
    public void One_that_is_bound_to_a_device_is_found_too() => OwnNamespace.Run(() =>
    {
        using Pair pair = new("127.0.0.1", "127.0.0.1");
        pair.Client.SetRawSocketOption(SOL_SOCKET, SO_BINDTODEVICE, Encoding.ASCII.GetBytes("lo\0"));

        Assert.NotEqual(0u, Assert.Single(Compare(Local(pair.Client), Remote(pair.Client))).InterfaceIndex);
    });

    [Fact]
    public void Where_there_is_only_a_listener_there_is_no_connection() => OwnNamespace.Run(() =>
    {
        using Pair pair = new("0.0.0.0", "127.0.0.1");
        Assert.Empty(Compare(Local(pair.Server), new IPEndPoint(IPAddress.Loopback, 1)));
        Assert.Empty(Compare(new IPEndPoint(IPAddress.Loopback, 1), Local(pair.Server)));
    });

    [Fact]
    public void Of_another_namespace_nothing_is_found() => OwnNamespace.Run(() =>
    {
        using Pair pair = new("127.0.0.1", "127.0.0.1");
        (IPEndPoint local, IPEndPoint remote) = (Local(pair.Client), Remote(pair.Client));
        OwnNamespace.Run(() => Assert.Empty(Compare(local, remote)));
    });

    private static List<SocketEntry> Compare(IPEndPoint local, IPEndPoint remote)
    {
        KernelFilter asked = Filters.Read($"src {local} and dst {remote}").Kernel!;
        Assert.NotNull(asked.Connection);
        KernelFilter dumped = new(asked.Program.ToArray(), null) { LocalPort = asked.LocalPort, PeerPort = asked.PeerPort };
        List<SocketEntry> found = Read(asked);
        Assert.Equal(string.Join('\n', Read(dumped).Select(Describe)), string.Join('\n', found.Select(Describe)));
        return found;
    }

    private static List<SocketEntry> Read(KernelFilter filter)
    {
        CollectingSink sink = new();
        RowBuffer rows = new(16, sink);
        using NetlinkSource source = new(new SockDiagChannelFactory());
        Assert.Equal(TableOutcome.Complete, source.Append(Requests.Tcp with { Filter = filter }, rows));
        rows.Finish();
        return sink.Rows;
    }

    private static string Describe(SocketEntry row) => $"{row.Family} {row.State} {row.Local.Port} {row.Peer.Port} {row.Inode} {row.Id.Value} {row.InterfaceIndex}";

    private static IPEndPoint Local(Socket socket) => V4(socket.LocalEndPoint);

    private static IPEndPoint Remote(Socket socket) => V4(socket.RemoteEndPoint);

    private static IPEndPoint V4(EndPoint? end)
    {
        IPEndPoint known = (IPEndPoint)end!;
        return known.Address.IsIPv4MappedToIPv6 ? new IPEndPoint(known.Address.MapToIPv4(), known.Port) : known;
    }

    private sealed class Pair : IDisposable
    {
        private readonly Socket _listener;

        public Pair(string listensOn, string calls)
        {
            IPAddress address = IPAddress.Parse(listensOn);
            _listener = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            if (address.Equals(IPAddress.IPv6Any)) _listener.DualMode = true;
            _listener.Bind(new IPEndPoint(address, 0));
            _listener.Listen();
            IPAddress called = IPAddress.Parse(calls);
            Client = new Socket(called.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            Client.Connect(called, LiveSockets.PortOf(_listener));
            Server = _listener.Accept();
        }

        public Socket Client { get; }

        public Socket Server { get; }

        public void Dispose()
        {
            Client.Dispose();
            Server.Dispose();
            _listener.Dispose();
        }
    }
}
