using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Sockets;
using System.Text;
using Minato.Model;

namespace Minato.Tests.Sources;

/// <summary>What netlink and /proc both tell of the same live sockets.</summary>
public sealed class BothSourcesTests(LiveSockets live) : IClassFixture<LiveSockets>
{
    public static TheoryData<SourcePreference> Sources => [SourcePreference.Netlink, SourcePreference.ProcNet];

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_listener_waits_on_its_address_and_port(SourcePreference source)
    {
        SocketEntry row = Row(source, live.Listener);

        Assert.Equal((Transport.Tcp, SocketFamily.Inet, SocketState.Listen), (row.Transport, row.Family, row.State));
        Assert.Equal("127.0.0.1:" + LiveSockets.PortOf(live.Listener), Text(row.Local));
        Assert.Equal("0.0.0.0:0", Text(row.Peer));
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_dual_stack_listener_is_an_ipv6_socket_and_counts_who_waits(SourcePreference source)
    {
        SocketEntry row = Row(source, live.DualStack);

        Assert.Equal((SocketFamily.Inet6, SocketState.Listen, 1u), (row.Family, row.State, row.ReceiveQueue));
        Assert.Equal(":::" + LiveSockets.PortOf(live.DualStack), Text(row.Local));
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_connection_names_both_ends_and_what_is_unread(SourcePreference source)
    {
        SocketEntry server = Row(source, live.Server);
        SocketEntry client = Row(source, live.Client);

        Assert.Equal((SocketState.Established, 5u, 0u), (server.State, server.ReceiveQueue, server.SendQueue));
        Assert.Equal(Text(server.Local), Text(client.Peer));
        Assert.Equal(Text(server.Peer), Text(client.Local));
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_connection_closed_by_its_peer_waits_to_be_closed(SourcePreference source) =>
        Assert.Equal(SocketState.CloseWait, Row(source, live.HalfClosed).State);

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_socket_that_no_process_holds_has_no_inode(SourcePreference source)
    {
        ushort server = LiveSockets.PortOf(live.Listener);
        SocketEntry row = Row(source, Transports.Tcp, row => row.Local.Port == live.ClosedPort && row.Peer.Port == server);

        Assert.Equal((SocketState.FinWait2, 0ul), (row.State, row.Inode));
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_connection_that_was_not_accepted_has_no_inode_at_its_server(SourcePreference source)
    {
        ushort client = LiveSockets.PortOf(live.Waiting);
        ushort server = LiveSockets.PortOf(live.DualStack);
        SocketEntry row = Row(source, Transports.Tcp, row => row.Local.Port == server && row.Peer.Port == client);

        Assert.Equal((SocketState.Established, 0ul, SocketFamily.Inet6), (row.State, row.Inode, row.Family));
        Assert.Equal("::ffff:127.0.0.1:" + client, Text(row.Peer));
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void Udp_sockets_are_unconnected_or_connected(SourcePreference source)
    {
        Assert.Equal((Transport.Udp, SocketFamily.Inet, SocketState.Closed), Kind(Row(source, live.Udp)));
        Assert.Equal((Transport.Udp, SocketFamily.Inet6, SocketState.Closed), Kind(Row(source, live.UdpV6)));
        Assert.Equal((Transport.Udp, SocketFamily.Inet, SocketState.Established), Kind(Row(source, live.UdpConnected)));
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void Unix_sockets_are_of_three_types(SourcePreference source)
    {
        Assert.Equal((Transport.UnixStream, SocketFamily.Unix, SocketState.Listen), Kind(Row(source, live.UnixListener)));
        Assert.Equal((Transport.UnixStream, SocketFamily.Unix, SocketState.Established), Kind(Row(source, live.UnixClient)));
        Assert.Equal((Transport.UnixDatagram, SocketFamily.Unix, SocketState.Closed), Kind(Row(source, live.UnixDatagram)));
        Assert.Equal((Transport.UnixSeqPacket, SocketFamily.Unix, SocketState.Closed), Kind(Row(source, live.UnixSeqPacket)));
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void Only_the_states_asked_are_given(SourcePreference source) =>
        Assert.All(Rows(source, Transports.All, StateSet.Of(SocketState.Listen)), row => Assert.Equal(SocketState.Listen, row.State));

    [Theory]
    [MemberData(nameof(Sources))]
    public void Only_the_family_asked_is_given(SourcePreference source)
    {
        SocketQuery query = new() { Transports = Transports.Tcp | Transports.Udp, Families = IpFamilies.V6, Source = source };
        SocketSnapshot snapshot = SocketInspector.Snapshot(query);

        Assert.All(snapshot.Rows, row => Assert.Equal(SocketFamily.Inet6, row.Entry.Family));
        Assert.Contains(snapshot.Rows, row => row.Entry.Inode == LiveSockets.InodeOf(live.V6Only));
        Assert.DoesNotContain(snapshot.Rows, row => row.Entry.Inode == LiveSockets.InodeOf(live.Listener));
    }

    [Fact]
    public void Both_tell_the_same_of_every_socket_held()
    {
        Socket[] held = [.. live.Held.Where(socket => !socket.SafeHandle.IsClosed)];
        List<string> netlink = [.. held.Select(socket => Shared(Row(SourcePreference.Netlink, socket)))];
        List<string> proc = [.. held.Select(socket => Shared(Row(SourcePreference.ProcNet, socket)))];

        Assert.Equal(15, netlink.Count);
        Assert.Equal(netlink, proc);
    }

    [Fact]
    public void Netlink_alone_tells_a_listeners_limit_its_cookie_and_its_ipv6_mark()
    {
        SocketEntry netlink = Row(SourcePreference.Netlink, live.V6Only);
        SocketEntry proc = Row(SourcePreference.ProcNet, live.V6Only);

        Assert.Equal((7u, true, SocketIdKind.Cookie), (netlink.SendQueue, netlink.V6Only, netlink.Id.Kind));
        Assert.Equal((0u, false, SocketIdKind.Tuple), (proc.SendQueue, proc.V6Only, proc.Id.Kind));
        Assert.True(netlink.Has(SocketFields.Backlog | SocketFields.V6Only | SocketFields.Cookie));
        Assert.Equal(SocketFields.None, proc.Known & (SocketFields.Backlog | SocketFields.V6Only | SocketFields.Cookie));
    }

    [Fact]
    public void Netlink_alone_tells_the_peer_of_a_unix_socket_and_its_path_whole()
    {
        SocketEntry server = Row(SourcePreference.Netlink, live.UnixServer);

        Assert.Equal(LiveSockets.InodeOf(live.UnixClient), server.UnixPeerInode);
        Assert.Equal(live.UnixPath, Encoding.UTF8.GetString(server.UnixPath.Span));
        Assert.Equal(live.AbstractName, Encoding.UTF8.GetString(Row(SourcePreference.Netlink, live.UnixDatagram).UnixPath.Span));
        Assert.Equal(live.AbstractName.Replace('\0', '@'), Encoding.UTF8.GetString(Row(SourcePreference.ProcNet, live.UnixDatagram).UnixPath.Span));
    }

    [Fact]
    public void A_kernel_without_the_raw_diag_module_gives_raw_sockets_all_the_same()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "a raw socket needs root");
        using Socket raw = new(AddressFamily.InterNetwork, SocketType.Raw, ProtocolType.Icmp);
        SocketSnapshot snapshot = SocketInspector.Snapshot(new SocketQuery { Transports = Transports.Raw });

        SocketRow row = snapshot.Rows.First(row => row.Entry.Inode == LiveSockets.InodeOf(raw));
        Assert.Equal((Transport.Raw, 1), (row.Entry.Transport, row.Entry.Local.Port));
    }

    private static SocketEntry Row(SourcePreference source, Socket socket)
    {
        ulong inode = LiveSockets.InodeOf(socket);
        return Row(source, Transports.All, row => row.Inode == inode);
    }

    // The kernel shows a row of /proc twice or not at all when the table changes between two reads of it, as other tests
    // make it: the first of one reading in five.
    private static SocketEntry Row(SourcePreference source, Transports transports, Predicate<SocketEntry> isWanted)
    {
        int found = -1;
        List<SocketEntry> rows = [];
        for (int reading = 0; reading < 5 && found < 0; reading++)
        {
            rows = Rows(source, transports);
            found = rows.FindIndex(isWanted);
        }

        Assert.NotEqual(-1, found);
        return rows[found];
    }

    private static List<SocketEntry> Rows(SourcePreference source, Transports transports, StateSet? states = null) =>
    [
        .. SocketInspector.Snapshot(new SocketQuery
        {
            Transports = transports,
            Source = source,
            States = states ?? StateSet.All,
            Fields = SocketFields.Cookie | SocketFields.V6Only | SocketFields.UnixPeer,
        }).Rows.Select(row => row.Entry),
    ];

    // All that both sources carry. The timer's time differs from one moment to the next.
    private static string Shared(SocketEntry row) => row.Family == SocketFamily.Unix
        ? $"{row.Transport} {row.State} {row.Inode}"
        : $"{row.Transport} {row.State} {Text(row.Local)} {Text(row.Peer)} {row.ReceiveQueue} "
            + $"{(row.State == SocketState.Listen ? 0 : row.SendQueue)} {row.Uid} {row.Inode} {row.Timer.Kind} {row.Timer.Retries}";

    private static (Transport Transport, SocketFamily Family, SocketState State) Kind(SocketEntry row) => (row.Transport, row.Family, row.State);

    private static string Text(Endpoint end) => end.Address.ToIPAddress() + ":" + end.Port;
}
