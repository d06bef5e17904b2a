using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Sockets;

namespace Minato.Tests.Sources;

/// <summary>Real sockets of this process on loopback, of every kind and state that a test can hold still.</summary>
public sealed class LiveSockets : IDisposable
{
    private readonly List<Socket> _sockets = [];
    private readonly string _folder = Directory.CreateTempSubdirectory("minato-test-").FullName;

    public LiveSockets()
    {
        Listener = Listen(IPAddress.Loopback);
        DualStack = Listen(IPAddress.IPv6Any, dualStack: true);
        V6Only = Listen(IPAddress.IPv6Loopback);
        Client = Connect(Listener);
        Server = Keep(Listener.Accept());
        Client.Send("12345"u8);

        // The client's end of this pair is closed and gone from the process: FIN-WAIT-2 there, CLOSE-WAIT here.
        Socket closing = Connect(Listener);
        HalfClosed = Keep(Listener.Accept());
        ClosedPort = PortOf(closing);
        closing.Close();
        WaitForEnd(HalfClosed);

        // Connected, and not accepted.
        Waiting = Connect(DualStack);

        Udp = Bind(SocketType.Dgram, new IPEndPoint(IPAddress.Loopback, 0));
        UdpV6 = Bind(SocketType.Dgram, new IPEndPoint(IPAddress.IPv6Loopback, 0));
        UdpConnected = Bind(SocketType.Dgram, new IPEndPoint(IPAddress.Loopback, 0));
        UdpConnected.Connect(Udp.LocalEndPoint!);

        UnixPath = _folder + "/with blank\n\e[31m";
        UnixListener = Bind(SocketType.Stream, new UnixDomainSocketEndPoint(UnixPath));
        UnixListener.Listen(5);
        UnixClient = Keep(new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified));
        UnixClient.Connect(UnixListener.LocalEndPoint!);
        UnixServer = Keep(UnixListener.Accept());
        AbstractName = "\0minato-test-" + Guid.NewGuid().ToString("N");
        UnixDatagram = Bind(SocketType.Dgram, new UnixDomainSocketEndPoint(AbstractName));
        UnixSeqPacket = Keep(new Socket(AddressFamily.Unix, SocketType.Seqpacket, ProtocolType.Unspecified));
    }

    public Socket Listener { get; }

    public Socket DualStack { get; }

    public Socket V6Only { get; }

    public Socket Client { get; }

    public Socket Server { get; }

    public Socket HalfClosed { get; }

    public Socket Waiting { get; }

    public Socket Udp { get; }

    public Socket UdpV6 { get; }

    public Socket UdpConnected { get; }

    public Socket UnixListener { get; }

    public Socket UnixClient { get; }

    public Socket UnixServer { get; }

    public Socket UnixDatagram { get; }

    public Socket UnixSeqPacket { get; }

    public string UnixPath { get; }

    public string AbstractName { get; }

    /// <summary>Port of the connection whose end here is gone.</summary>
    public ushort ClosedPort { get; }

    /// <summary>The sockets that this process holds.</summary>
    public IReadOnlyList<Socket> Held => _sockets;

    public static ushort PortOf(Socket socket) => (ushort)((IPEndPoint)socket.LocalEndPoint!).Port;

    /// <summary>The N of <c>/proc/self/fd/FD → socket:[N]</c>.</summary>
    public static ulong InodeOf(Socket socket)
    {
        string target = new FileInfo("/proc/self/fd/" + socket.Handle).LinkTarget!;
        return ulong.Parse(target.AsSpan("socket:[".Length..^1), provider: null);
    }

    public void Dispose()
    {
        foreach (Socket socket in _sockets) socket.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private Socket Listen(IPAddress address, bool dualStack = false)
    {
        Socket socket = Keep(new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp));
        if (address.AddressFamily == AddressFamily.InterNetworkV6) socket.DualMode = dualStack;
        socket.Bind(new IPEndPoint(address, 0));
        socket.Listen(7);
        return socket;
    }

    private Socket Connect(Socket listener)
    {
        Socket socket = Keep(new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp));
        socket.Connect(IPAddress.Loopback, PortOf(listener));
        return socket;
    }

    private Socket Bind(SocketType type, EndPoint end)
    {
        Socket socket = Keep(new Socket(end.AddressFamily, type, ProtocolType.Unspecified));
        socket.Bind(end);
        return socket;
    }

    // The end is acknowledged at once (TCP_QUICKACK of linux/tcp.h): a delayed acknowledgement leaves the other end in FIN-WAIT-1.
    private static void WaitForEnd(Socket socket)
    {
        Assert.Equal(0, socket.Receive(new byte[1]));
        socket.SetRawSocketOption(6, 12, BitConverter.GetBytes(1));
    }

    private Socket Keep(Socket socket)
    {
        _sockets.Add(socket);
        return socket;
    }
}
