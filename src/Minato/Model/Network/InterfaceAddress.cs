namespace Minato.Model.Network;

/// <summary>An address of an interface.</summary>
/// <param name="Address">This machine's end.</param>
/// <param name="PrefixLength">How many leading bits name the network.</param>
/// <param name="Peer">The other end of a point-to-point link; null on others.</param>
/// <param name="Broadcast">IPv4: the broadcast address, or null.</param>
/// <param name="Scope">Where it is valid: RT_SCOPE_* of linux/rtnetlink.h (0 everywhere, 253 on the link, 254 on this machine).</param>
/// <param name="Flags">IFA_F_* of linux/if_addr.h.</param>
internal readonly record struct InterfaceAddress(
    IpAddr Address, byte PrefixLength, IpAddr? Peer, IpAddr? Broadcast, byte Scope, uint Flags)
{
    /// <summary>IPv4: the label, which for old programs is an interface of its own where it differs from the interface's name (<c>eth0:1</c>).</summary>
    public byte[]? Label { get; init; }
}
