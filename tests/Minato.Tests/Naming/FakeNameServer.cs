using System;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace Minato.Tests.Naming;

/// <summary>A name server on a loopback address whose replies a test decides: none, one, or several to each query.</summary>
internal sealed class FakeNameServer : IDisposable
{
    private readonly Socket _socket;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _answering;
    private readonly ConcurrentQueue<string> _asked = new();

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
        _answering = Task.Run(() => AnswerAsync(answer));
    }

    public ushort Port => (ushort)((IPEndPoint)_socket.LocalEndPoint!).Port;

    public TemporaryFile ResolvConf { get; }

    /// <summary>The names asked for, in order.</summary>
    public string[] Asked => [.. _asked];

    public void Dispose()
    {
        _stop.Cancel();
        // A fault of the server is a fault of the test.
        _answering.GetAwaiter().GetResult();
        _socket.Dispose();
        _stop.Dispose();
        ResolvConf.Dispose();
    }

    private async Task AnswerAsync(Action<byte[], EndPoint, Socket> answer)
    {
        byte[] buffer = new byte[512];
        IPEndPoint any = new(_socket.AddressFamily == AddressFamily.InterNetwork ? IPAddress.Any : IPAddress.IPv6Any, 0);
        while (!_stop.IsCancellationRequested)
        {
            SocketReceiveFromResult received;
            try
            {
                received = await _socket.ReceiveFromAsync(buffer, SocketFlags.None, any, _stop.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            byte[] query = buffer[..received.ReceivedBytes];
            _asked.Enqueue(DnsMessages.AskedName(query));
            answer(query, received.RemoteEndPoint, _socket);
        }
    }
}
