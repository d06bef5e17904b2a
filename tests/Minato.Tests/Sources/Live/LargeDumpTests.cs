using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Sockets;
using Minato.Bench.Storm;
using Minato.Model;
using Minato.Sources;
using Minato.Sources.Linux;
using Minato.Tests.Live;

namespace Minato.Tests.Sources.Live;

/// <summary>Answers larger than the reader's buffer lose no row (faults.md N4).</summary>
public sealed class LargeDumpTests : LiveTest
{
    private const int SmallBuffer = 4096;
    private const int Waiting = 2000;

    private const SocketFields Everything = SocketFields.UnixPeer | SocketFields.UnixQueues | SocketFields.UnixFile | SocketFields.UnixPending | SocketFields.User;

    [Theory]
    [InlineData(256)]
    [InlineData(100_000)]
    public void Twenty_thousand_UNIX_sockets_with_their_peers_come_through_a_small_buffer(int window)
    {
        using SocketStorm storm = SocketStorm.Start(StormShape.UnixStreams with { Connections = 10_000 });
        OwnNamespace.RunBeside(storm.Pid, () =>
        {
            (TableOutcome outcome, CollectingSink sink) = Read(window);

            Assert.Equal(TableOutcome.Complete, outcome);
            Assert.Equal((2 * storm.Counts.Connections) + storm.Counts.Listeners, sink.Inodes.Count);
            Assert.Distinct(sink.Inodes);
            HashSet<uint> inodes = [.. sink.Inodes];
            Assert.All(sink.Rows.Where(row => row.UnixPeerInode != 0), row => Assert.Contains(row.UnixPeerInode, inodes));
        });
    }

    /// <summary>The kernel ends its dump at a socket that has no room, and everything behind it would be missing.</summary>
    [Fact]
    public void A_listener_with_many_waiting_peers_ends_no_dump() => OwnNamespace.Run(() =>
    {
        using TemporaryName name = new();
        using Socket listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(name.EndPoint);
        listener.Listen(Waiting);

        // From another namespace, so that no other row comes before the listener's.
        List<Socket> clients = [];
        OwnNamespace.Run(() =>
        {
            for (int i = 0; i < Waiting; i++)
            {
                Socket client = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                clients.Add(client);
                client.Connect(name.EndPoint);
            }
        });
        (TableOutcome outcome, CollectingSink sink) = Read(window: 100_000, receiveSize: 32 * 1024);
        foreach (Socket client in clients) client.Dispose();

        Assert.Equal(TableOutcome.Complete, outcome);
        Assert.Equal(Waiting, sink.MostPending);
    });

    private static (TableOutcome Outcome, CollectingSink Sink) Read(int window, int receiveSize = SmallBuffer)
    {
        CollectingSink sink = new();
        using NetlinkSource source = new(new SockDiagChannelFactory(), receiveSize);
        RowBuffer rows = new(window, sink);
        TableOutcome outcome = source.Append(Requests.Unix with { Fields = Everything }, rows);
        rows.Finish();
        return (outcome, sink);
    }

    private sealed class TemporaryName : IDisposable
    {
        private readonly string _path = Path.Combine(Path.GetTempPath(), "minato-waiting-" + Guid.NewGuid().ToString("N"));

        public UnixDomainSocketEndPoint EndPoint => new(_path);

        public void Dispose() => File.Delete(_path);
    }
}
