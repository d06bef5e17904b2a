using Minato.Model;

namespace Minato.Filter.Conditions;

/// <summary>
/// One end of a socket as ss keeps it for filters, whatever the family: four words and a number. The number of a UNIX
/// socket is its inode, of a packet socket its interface, of a netlink socket its port id.
/// </summary>
internal readonly record struct SsEnd(ulong High, ulong Low, long Number, bool HasAddress)
{
    // An IPv4 address is the first word, the others are zero.
    private const int V4Shift = 32;

    public static SsEnd Local(in SocketEntry row) => row.Family switch
    {
        SocketFamily.Inet => OfV4(in row.LocalEnd),
        SocketFamily.Inet6 => OfV6(in row.LocalEnd),

        // The address is a pointer to the name, which equals no address that anybody writes; without a name it is zero.
        // The number is known when the kernel told of the socket, which then has a cookie, not when a line of /proc did.
        SocketFamily.Unix => new SsEnd(0, 0, row.Identity.Kind == SocketIdKind.Tuple ? 0 : (int)(uint)row.Inode, HasAddress: row.UnixPathLength == 0),
        SocketFamily.Packet => new SsEnd((ulong)row.Protocol << V4Shift, 0, row.InterfaceIndex, HasAddress: true),
        SocketFamily.Netlink => new SsEnd((ulong)row.Protocol << V4Shift, 0, (int)row.LocalNumber, HasAddress: true),
        SocketFamily.Vsock => new SsEnd(row.LocalEnd.Addr.Low << V4Shift, 0, row.LocalNumber, HasAddress: true),
        _ => new SsEnd(0, 0, (int)row.LocalNumber, HasAddress: true),
    };

    public static SsEnd Peer(in SocketEntry row) => row.Family switch
    {
        SocketFamily.Inet => OfV4(in row.PeerEnd),
        SocketFamily.Inet6 => OfV6(in row.PeerEnd),
        SocketFamily.Unix => new SsEnd(0, 0, (int)row.UnixPeerInode, HasAddress: true),
        SocketFamily.Netlink => new SsEnd(0, 0, -1, HasAddress: true),
        SocketFamily.Vsock => new SsEnd(row.PeerEnd.Addr.Low << V4Shift, 0, row.PeerNumber, HasAddress: true),
        _ => new SsEnd(0, 0, 0, HasAddress: true),
    };

    private static SsEnd OfV4(in Endpoint end) => new(end.Addr.Low << V4Shift, 0, end.Port, HasAddress: true);

    private static SsEnd OfV6(in Endpoint end) => new(end.Addr.High, end.Addr.Low, end.Port, HasAddress: true);
}
