using System;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Runtime.ExceptionServices;
using System.Threading;

namespace Minato.Tests.Naming;

/// <summary>
/// A name server on a loopback address whose replies a test decides: none, one, or several to each query. It has a thread of its
/// own: who asks waits 0.7 s, and the pool of a busy test run may take longer to find one.
/// </summary>
internal sealed class FakeNameServer : IDisposable
{
    private readonly Socket _socket;
    private readonly Action<byte[], EndPoint, Socket> _answer;
    private readonly Thread _thread;
    private readonly ConcurrentQueue<string> _asked = new();
    private volatile bool _isOver;
    private ExceptionDispatchInfo? _fault;

    public FakeNameServer(Func<byte[], byte[][]> replies, string address = "127.0.0.1", int port = 0)
        : this((query, client, socket) =>
        {
            foreach (byte[] reply in replies(query)) socket.SendTo(reply, client);
        }, address, port)
    {
    }

    public FakeNameServer(Action<byte[], EndPoint, Socket> answer, string address = "127.0.0.1", int port = 0)
    {
        IPEndPoint endpoint = new(IPAddress.Parse(address), port);
        _socket = new Socket(endpoint.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        _socket.Bind(endpoint);
        ResolvConf = new TemporaryFile($"nameserver {address}\n");
        _answer = answer;
        _thread = new Thread(Run) { IsBackground = true };
        _thread.Start();
    }

    public ushort Port => (ushort)((IPEndPoint)_socket.LocalEndPoint!).Port;

    public TemporaryFile ResolvConf { get; }

    /// <summary>The names asked for, in order.</summary>
    public string[] Asked => [.. _asked];

    public void Dispose()
    {
        _isOver = true;

        // Wakes the thread.
        using (Socket self = new(_socket.AddressFamily, SocketType.Dgram, ProtocolType.Udp)) self.SendTo([], _socket.LocalEndPoint!);
        _thread.Join();
        _socket.Dispose();
        ResolvConf.Dispose();

        // A fault of the server is a fault of the test.
        _fault?.Throw();
    }

    private void Run()
    {
        try
        {
            Answer();
        }
        catch (Exception fault)
        {
            _fault = ExceptionDispatchInfo.Capture(fault);
        }
    }

    private void Answer()
    {
        byte[] buffer = new byte[512];
        while (true)
        {
            EndPoint client = new IPEndPoint(_socket.AddressFamily == AddressFamily.InterNetwork ? IPAddress.Any : IPAddress.IPv6Any, 0);
            int length = _socket.ReceiveFrom(buffer, ref client);
            if (_isOver) return;
            byte[] query = buffer[..length];
            _asked.Enqueue(DnsMessages.AskedName(query));
            _answer(query, client, _socket);
        }
    }
}
