namespace Minato.Model;

/// <summary>What a netlink socket has beside its row (netlink(7)).</summary>
/// <param name="Groups">The first multicast groups that it listens to: bit 0 is group 1.</param>
/// <param name="SocketAddress">Where the kernel keeps it, as /proc/net/netlink tells it; 0 when hidden or not told.</param>
/// <param name="CallbackAddress">Where a dump that it has under way stands, as /proc/net/netlink tells it; 0 when there is none.</param>
public readonly record struct NetlinkDetails(ulong Groups, ulong SocketAddress, ulong CallbackAddress);
