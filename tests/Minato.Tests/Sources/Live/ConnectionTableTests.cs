using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using Minato.KernelPrograms;
using Minato.Model;
using Minato.Sources;
using Minato.Sources.Linux;
using Minato.Sources.Linux.Connections;
using Minato.Tests.Live;

namespace Minato.Tests.Sources.Live;

/// <summary>The program in this machine's kernel gives what sock_diag gives.</summary>
public sealed class ConnectionTableTests : LiveTest
{
    private static readonly TableRequest Everything = Requests.Tcp with { Fields = SocketFields.User | SocketFields.Interface | SocketFields.Backlog };

    public ConnectionTableTests()
    {
        string? why = ConnectionTable.OpenHere(explains: false, out IConnectionTable? table);
        (table as IDisposable)?.Dispose();
        Assert.SkipWhen(why is not null, why ?? "");
    }

    [Fact]
    public void Sockets_of_every_kind_are_told_alike() => OwnNamespace.Run(() =>
    {
        using LiveSockets sockets = new();
        using Socket v6 = new(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp);
        v6.Connect(IPAddress.IPv6Loopback, LiveSockets.PortOf(sockets.V6Only));
        AssertAlike(Everything);
        AssertAlike(Everything with { Families = IpFamilies.V4 });
        AssertAlike(Everything with { Families = IpFamilies.V6 });
        AssertAlike(Everything with { FamiliesApart = true });
        Assert.Contains(Read(SourcePreference.Bpf, Everything), row => row.StartsWith("FinWait2 ", StringComparison.Ordinal));
    });

    [Theory]
    [InlineData(SocketState.Established)]
    [InlineData(SocketState.CloseWait)]
    [InlineData(SocketState.FinWait2)]
    [InlineData(SocketState.TimeWait)]
    [InlineData(SocketState.Listen)]
    public void One_state_is_told_alike(SocketState state) => OwnNamespace.Run(() =>
    {
        using LiveSockets sockets = new();
        foreach (Socket ended in Connect(sockets.Listener, count: 3)) ended.Close();
        WaitForTimeWait();
        AssertAlike(Everything with { States = StateSet.Of(state) });
    });

    [Fact]
    public void Inodes_come_from_the_file_where_the_socket_has_none() => OwnNamespace.Run(() =>
    {
        using LiveSockets sockets = new();
        AssertAlike(Everything, (bool _, out IConnectionTable? table) => Open(layout => layout.WithoutSocketInode(), out table));
    });

    [Fact]
    public void A_layout_that_is_not_the_kernels_is_refused_and_the_verifier_says_why()
    {
        string? why = Open(layout => layout, out IConnectionTable? table, answers => answers[(int)Fact.TableMask] = answers[(int)Fact.TableChains]);

        Assert.Null(table);
        Assert.StartsWith("the BPF program was refused: Permission denied\n", why, StringComparison.Ordinal);
    }

    [Fact]
    public void Sockets_of_other_namespaces_in_the_same_table_are_theirs() => OwnNamespace.Run(() =>
    {
        using LiveSockets here = new();
        List<string>? others = null;
        OwnNamespace.Run(() =>
        {
            using LiveSockets there = new();
            AssertAlike(Everything);
            others = Read(SourcePreference.Bpf, Everything);
        });

        AssertAlike(Everything);
        Assert.DoesNotContain(
            Read(SourcePreference.Bpf, Everything).Where(row => !row.Contains("inode=0", StringComparison.Ordinal)), row => others!.Contains(row));
    });

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    public void A_namespace_with_a_table_of_its_own_is_read_however_long_its_chains(int entries) => OwnNamespace.Run(() =>
    {
        _ = Command.Run(["/bin/sh", "-c", $"echo {entries} > /proc/sys/net/ipv4/tcp_child_ehash_entries"], [("PATH", Sandbox.SystemPath)]).Succeeded();
        OwnNamespace.Run(() =>
        {
            using LiveSockets sockets = new();
            List<Socket> many = Connect(sockets.Listener, count: 1500);
            AssertAlike(Everything);
            Assert.True(Read(SourcePreference.Bpf, Everything).Count > 3000);
            foreach (Socket socket in many) socket.Dispose();
        });
    });

    [Fact]
    public void What_stays_is_told_once_in_each_look_while_everything_else_comes_and_goes() => OwnNamespace.Run(() =>
    {
        using LiveSockets sockets = new();
        HashSet<ulong> steady = [.. sockets.Held.Where(socket => socket.ProtocolType == ProtocolType.Tcp && socket.Connected).Select(LiveSockets.InodeOf)];
        List<Socket> more = Connect(sockets.Listener, count: 200);
        steady.UnionWith(more.Select(LiveSockets.InodeOf));
        Assert.True(steady.Count > 400);

        using CancellationTokenSource end = new();
        Thread churn = InThisNamespace(() => Churn(sockets.Listener, end.Token));
        try
        {
            for (int look = 0; look < 300; look++)
            {
                List<ulong> seen = [.. ReadRows(SourcePreference.Bpf, Everything).Select(row => row.Inode).Where(steady.Contains)];
                Assert.Equal(seen.Count, seen.Distinct().Count());
                Assert.Equal(steady.Count, seen.Count);
            }
        }
        finally
        {
            end.Cancel();
            churn.Join();
            foreach (Socket socket in more) socket.Dispose();
        }
    });

    [Fact]
    public void An_own_port_is_compared_in_the_kernel() => OwnNamespace.Run(() =>
    {
        using LiveSockets sockets = new();
        ushort port = LiveSockets.PortOf(sockets.Client);
        Minato.Filter.Kernel.KernelFilter filter = new([], null) { LocalPort = port };
        AssertAlike(Everything with { Filter = filter });
        Assert.Single(Read(SourcePreference.Bpf, Everything with { Filter = filter }));
        AssertAlike(Everything with { Filter = new([], null) { PeerPort = port } });
    });

    // Connections that live for a moment, and the TIME-WAIT that they leave.
    private static void Churn(Socket listener, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            using Socket client = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            client.Connect(IPAddress.Loopback, LiveSockets.PortOf(listener));
            using Socket server = listener.Accept();
            if (Random.Shared.Next(2) == 0) client.LingerState = new LingerOption(true, 0);
        }
    }

    // A thread is born in the namespace of the one that starts it.
    private static Thread InThisNamespace(ThreadStart work)
    {
        Thread thread = new(work);
        thread.Start();
        return thread;
    }

    private static List<Socket> Connect(Socket listener, int count)
    {
        List<Socket> sockets = [];
        for (int i = 0; i < count; i++)
        {
            Socket client = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            client.Connect(IPAddress.Loopback, LiveSockets.PortOf(listener));
            sockets.Add(client);
            sockets.Add(listener.Accept());
        }

        return sockets;
    }

    // The kernel finishes on its own time.
    private static void WaitForTimeWait()
    {
        for (int i = 0; i < 100 && !Read(SourcePreference.Netlink, Everything).Exists(row => row.StartsWith("TimeWait ", StringComparison.Ordinal)); i++) Thread.Sleep(10);
    }

    private static string? Open(
        Func<ConnectionLayout, ConnectionLayout> change, out IConnectionTable? table, Action<int[]>? changeAnswers = null)
    {
        int[] answers = new int[ConnectionLayout.Count];
        Assert.Null(KernelTypes.OfThisMachine().Answer(ConnectionLayout.Question, answers));
        changeAnswers?.Invoke(answers);
        Assert.True(ConnectionLayout.TryRead(answers, out ConnectionLayout layout));
        string? why = ConnectionTable.Open(change(layout), explains: true, out ConnectionTable? opened);
        table = opened;
        return why;
    }

    private static void AssertAlike(TableRequest request, OpenConnectionTable? open = null)
    {
        List<string> netlink = Read(SourcePreference.Netlink, request);
        Assert.NotEmpty(netlink);
        Assert.Equal(netlink.Order(StringComparer.Ordinal), Read(SourcePreference.Bpf, request, open).Order(StringComparer.Ordinal));
    }

    private static List<string> Read(SourcePreference preference, TableRequest request, OpenConnectionTable? open = null) => ReadRows(preference, request, open).ConvertAll(row =>
        $"{row.State} {row.Local.Address.ToIPAddress()}:{row.Local.Port} {row.Peer.Address.ToIPAddress()}:{row.Peer.Port} {row.Family} {row.ReceiveQueue} {row.SendQueue} uid={row.Uid} inode={row.Inode} if={row.InterfaceIndex}");

    private static List<SocketEntry> ReadRows(SourcePreference preference, TableRequest request, OpenConnectionTable? open = null)
    {
        CollectingSink sink = new();
        RowBuffer rows = new(256, sink);
        using SourceSelector sources = new(preference, "/proc", new SockDiagChannelFactory(), connections: open ?? ConnectionTable.OpenHere);
        Assert.Equal(TableOutcome.Complete, sources.Append(request, rows));
        rows.Finish();
        if (preference == SourcePreference.Bpf && ConnectionSource.Fits(request)) Assert.Equal("TCP connections by a BPF program", sources.DescribeConnections());
        return sink.Rows;
    }
}
