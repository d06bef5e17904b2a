using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Minato.Model;

namespace Minato.Tests.Model;

/// <summary>A row that waits loses nothing of an internet socket.</summary>
public sealed class PackedSocketTests
{
    // What internet sockets do not have; the details of a row are not part of it.
    private static readonly HashSet<string> OfOtherFamilies =
    [
        nameof(SocketEntry.LocalNumber), nameof(SocketEntry.PeerNumber), nameof(SocketEntry.UnixPeerInode), nameof(SocketEntry.UnixFileInode),
        nameof(SocketEntry.UnixFileDevice), nameof(SocketEntry.UnixReferences), nameof(SocketEntry.UnixPath), nameof(SocketEntry.UnixPendingPeers),
    ];

    public static TheoryData<string> Properties => [.. typeof(SocketEntry).GetProperties().Select(property => property.Name).Where(name => !OfOtherFamilies.Contains(name))];

    [Theory]
    [MemberData(nameof(Properties))]
    public void Every_property_comes_back(string name)
    {
        PropertyInfo property = typeof(SocketEntry).GetProperty(name)!;
        SocketEntry row = Row();
        Assert.NotEqual(property.GetValue(default(SocketEntry)), property.GetValue(row));

        PackedSocket packed = default;
        packed.Pack(in row);
        SocketEntry back = new() { DetailsPlace = 7 };
        packed.Unpack(ref back);

        Assert.Equal(property.GetValue(row), property.GetValue(back));
        Assert.Equal(0, back.DetailsPlace);
    }

    private static SocketEntry Row() => new()
    {
        LocalEnd = new Endpoint(IpAddr.V6(0x2001_0DB8, 1), 1),
        PeerEnd = new Endpoint(IpAddr.V6(0x2001_0DB9, 2), 2),
        Identity = new SocketId(3, 4, SocketIdKind.Tuple),
        Transport = Transport.Udp,
        Family = SocketFamily.Inet6,
        State = SocketState.Closing,
        Direction = Direction.In,
        Known = SocketFields.Mark | SocketFields.Cgroup,
        Protocol = 5,
        ReceiveQueue = 6,
        SendQueue = 7,
        Uid = 8,
        Inode = 0x1_0000_0009,
        Timer = new SocketTimer(TimerKind.Probe, 10, 11),
        Mark = 12,
        InterfaceIndex = 13,
        CgroupId = 0x1_0000_000E,
        V6Only = true,
        Shutdown = 2,
    };
}
