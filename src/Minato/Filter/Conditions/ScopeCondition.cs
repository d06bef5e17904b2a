using System.Text;
using Minato.Model;

namespace Minato.Filter.Conditions;

/// <summary>How far an address reaches.</summary>
internal enum AddressScope : byte
{
    /// <summary>This machine only.</summary>
    Loopback,

    /// <summary>The own network: RFC 1918, RFC 4193, RFC 6598, and link-local addresses.</summary>
    Private,

    /// <summary>The internet.</summary>
    Public,

    /// <summary>Unspecified: every address of the machine.</summary>
    Any,
}

/// <summary>How far a socket reaches: by the peer's address when it has a peer, else by its own. <c>scope = public</c></summary>
internal sealed class ScopeCondition(AddressScope scope) : FilterCondition
{
    public override bool Test(in SocketEntry row, in SocketBatch batch, FilterReading reading)
    {
        if (row.Family is not (SocketFamily.Inet or SocketFamily.Inet6)) return false;
        IpAddr address = row.PeerEnd.Addr;
        return Of(IsAny(in address) ? row.LocalEnd.Addr : address) == scope;
    }

    public override void AppendTo(StringBuilder text) => text.Append("scope = ").Append(scope switch
    {
        AddressScope.Loopback => "loopback",
        AddressScope.Private => "private",
        AddressScope.Public => "public",
        _ => "any",
    });

    internal static AddressScope Of(in IpAddr address)
    {
        if (IsAny(in address)) return AddressScope.Any;
        if (address.IsLoopback) return AddressScope.Loopback;
        bool isPrivate = address.IsV6 && !address.IsV4Mapped ? IsPrivateV6(address.High) : IsPrivateV4((uint)address.Low);
        return isPrivate ? AddressScope.Private : AddressScope.Public;
    }

    // ::ffff:0.0.0.0 is how some programs bind "any" to an IPv6 socket for IPv4.
    private static bool IsAny(in IpAddr address) => address.IsUnspecified || (address.IsV4Mapped && (uint)address.Low == 0);

    // 10/8, 172.16/12, 192.168/16, 169.254/16, 100.64/10.
    private static bool IsPrivateV4(uint address) =>
        address >> 24 == 10 || address >> 20 == 0xAC1 || address >> 16 is 0xC0A8 or 0xA9FE || address >> 22 == 0x191;

    // fc00::/7, fe80::/10.
    private static bool IsPrivateV6(ulong high) => high >> 57 == 0x7E || high >> 54 == 0x3FA;
}
