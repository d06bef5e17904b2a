using System.Linq;
using System.Net;
using System.Net.Sockets;
using Minato.Actions;
using Minato.Model;
using Minato.Tests.Live;

namespace Minato.Tests.Actions.Live;

/// <summary>Real sockets in a namespace of their own are closed by the kernel (faults.md K2).</summary>
public sealed class SocketDestroyerTests : LiveTest
{
    private const int Port = 7001;
    private const int ClientPort = 7002;

    [Fact]
    public void A_connection_is_reset_and_gone() => OwnNamespace.Run(() =>
    {
        using Socket listener = Listen();
        using Socket client = Connect();
        using Socket server = listener.Accept();
        using SocketDestroyer destroyer = new();
        SocketEntry row = Find(ClientPort);

        Assert.Equal(DestroyResult.Closed, destroyer.Destroy(row));
        Assert.False(destroyer.IsListed(row, out _));
        Assert.Equal(SocketError.ConnectionReset, Assert.Throws<SocketException>(() => server.Receive(new byte[1])).SocketErrorCode);
        Assert.Equal(SocketError.ConnectionAborted, Assert.Throws<SocketException>(() => client.Receive(new byte[1])).SocketErrorCode);
    });

    [Fact]
    public void A_connection_that_has_the_addresses_of_the_one_meant_survives() => OwnNamespace.Run(() =>
    {
        using Socket listener = Listen();
        using SocketDestroyer destroyer = new();
        SocketEntry old;
        using (Connect())
        {
            using Socket first = listener.Accept();
            old = Find(ClientPort);
        }

        using Socket client = Connect();
        using Socket server = listener.Accept();
        Assert.Equal(DestroyResult.Gone, destroyer.Destroy(old));

        SocketEntry newcomer = Find(ClientPort);
        Assert.Equal((old.Local, old.Peer), (newcomer.Local, newcomer.Peer));
        Assert.True(destroyer.IsListed(newcomer, out SocketState state));
        Assert.Equal(SocketState.Established, state);
        client.Send([7]);
        Assert.Equal(1, server.Receive(new byte[1]));
    });

    [Fact]
    public void A_socket_that_closed_by_itself_is_gone() => OwnNamespace.Run(() =>
    {
        using SocketDestroyer destroyer = new();
        SocketEntry row;
        using (Listen()) row = Find(Port);

        Assert.Equal(DestroyResult.Gone, destroyer.Destroy(row));
        Assert.False(destroyer.IsListed(row, out _));
    });

    [Fact]
    public void A_listener_is_closed() => OwnNamespace.Run(() =>
    {
        using Socket listener = Listen();
        using SocketDestroyer destroyer = new();
        SocketEntry row = Find(Port);

        Assert.True(destroyer.IsListed(row, out _));
        Assert.Equal(DestroyResult.Closed, destroyer.Destroy(row));
        Assert.False(destroyer.IsListed(row, out _));
    });

    [Fact]
    public void A_UDP_socket_loses_its_peer_and_keeps_its_port() => OwnNamespace.Run(() =>
    {
        using Socket socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, Port));
        socket.Connect(IPAddress.Loopback, ClientPort);
        using SocketDestroyer destroyer = new();
        SocketEntry row = Find(Port);

        Assert.Equal(DestroyResult.Closed, destroyer.Destroy(row));
        Assert.True(destroyer.IsListed(Find(Port), out SocketState state));
        Assert.Equal(SocketState.Closed, state);
    });

    [Fact]
    public void A_row_without_a_cookie_is_left_alone() => OwnNamespace.Run(() =>
    {
        using Socket listener = Listen();
        using SocketDestroyer destroyer = new();
        SocketEntry row = Find(Port, SourcePreference.ProcNet);

        Assert.Equal(DestroyResult.Nameless, destroyer.Destroy(row));
        Assert.True(destroyer.IsListed(Find(Port), out _));
    });

    private static SocketEntry Find(int port, SourcePreference source = SourcePreference.Automatic) =>
        SocketInspector.Snapshot(new SocketQuery { Transports = Transports.Tcp | Transports.Udp, Source = source })
            .Rows.Single(row => row.Entry.Local.Port == port && (row.Entry.Peer.Port != 0 || port == Port)).Entry;

    private static Socket Listen()
    {
        Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, Port));
        socket.Listen(8);
        return socket;
    }

    // Closed by a reset, so that the addresses are free at once.
    private static Socket Connect()
    {
        Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { LingerState = new LingerOption(true, 0) };
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, optionValue: true);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, ClientPort));
        socket.Connect(IPAddress.Loopback, Port);
        return socket;
    }
}
