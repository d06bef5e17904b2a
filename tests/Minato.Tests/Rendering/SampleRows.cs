using System;
using System.Collections.Generic;
using System.Net;
using System.Text;
using Minato.Model;

namespace Minato.Tests.Rendering;

/// <summary>Rows for tables, written as an address and port are read.</summary>
internal static class SampleRows
{
    public static SocketEntry Listen(string local, uint backlog = 128, Transport transport = Transport.Tcp) =>
        Socket(transport, transport == Transport.Tcp ? SocketState.Listen : SocketState.Closed, local, local.StartsWith('[') ? "[::]:0" : "0.0.0.0:0") with
        {
            SendQueue = transport == Transport.Tcp ? backlog : 0,
        };

    public static SocketEntry Connection(string local, string peer, SocketState state = SocketState.Established) =>
        Socket(Transport.Tcp, state, local, peer);

    public static SocketEntry Socket(Transport transport, SocketState state, string local, string peer)
    {
        IPEndPoint localEnd = IPEndPoint.Parse(local);
        IPEndPoint peerEnd = IPEndPoint.Parse(peer);
        return new SocketEntry
        {
            Transport = transport,
            Family = localEnd.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? SocketFamily.Inet6 : SocketFamily.Inet,
            State = state,
            LocalEnd = new Endpoint(IpAddr.FromBytes(localEnd.Address.GetAddressBytes()), (ushort)localEnd.Port),
            PeerEnd = new Endpoint(IpAddr.FromBytes(peerEnd.Address.GetAddressBytes()), (ushort)peerEnd.Port),
        };
    }

    public static SocketEntry Unix(Transport transport, SocketState state, string path, uint inode, uint peer = 0) => new()
    {
        Transport = transport,
        Family = SocketFamily.Unix,
        State = state,
        Inode = inode,
        UnixPeerInode = peer,
        UnixBytes = Encoding.UTF8.GetBytes(path),
        UnixPathLength = (ushort)Encoding.UTF8.GetByteCount(path),
        UnixReferences = 2,
    };

    public static ProcessRef Owner(string name, int pid, int fd) => new(pid, fd, Encoding.UTF8.GetBytes(name));
}

/// <summary>Owners by inode, and control groups by id, that a test decides.</summary>
internal sealed class SampleOwners : IOwnerLookup, ICgroupLookup
{
    public Dictionary<ulong, ProcessRef[]> Owners { get; } = [];

    public Dictionary<ulong, string> Cgroups { get; } = [];

    public ReadOnlySpan<ProcessRef> FindOwners(ulong inode) => Owners.GetValueOrDefault(inode);

    public ReadOnlySpan<byte> FindCgroup(ulong id) => Encoding.UTF8.GetBytes(Cgroups.GetValueOrDefault(id, ""));
}
