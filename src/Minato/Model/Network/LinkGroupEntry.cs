namespace Minato.Model.Network;

/// <summary>A multicast address of the link layer that an interface listens to, as /proc/net/dev_mcast tells it.</summary>
/// <param name="Interface">The interface's name as bytes.</param>
/// <param name="Index">The interface's number.</param>
/// <param name="Address">The address: six bytes on Ethernet.</param>
/// <param name="Users">How many have asked for it.</param>
internal readonly record struct LinkGroupEntry(byte[] Interface, uint Index, byte[] Address, int Users);
