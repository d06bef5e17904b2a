using System;
using Minato.Model;
using Minato.Model.Network;

namespace Minato.Wire;

/// <summary>One line of /proc/net/if_inet6 (Linux, net/ipv6/addrconf.c), all numbers hexadecimal: address, interface's number, prefix, scope, flags, name.</summary>
internal static class ProcNetIfInet6Decoder
{
    private const int MostBits = 128;

    // IPV6_ADDR_* of net/ipv6.h, as the scope's bits, and RT_SCOPE_* of linux/rtnetlink.h for the same.
    private const ulong OnMachine = 0x10;
    private const ulong OnLink = 0x20;
    private const ulong InSite = 0x40;

    /// <summary>The interface's name, or nothing for a line that is not whole.</summary>
    public static ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> line, out uint index, out InterfaceAddress address)
    {
        address = default;
        TextCursor cursor = new(line);
        IpAddr v6 = HexAddress.ReadV6(ref cursor);
        index = (uint)Next(ref cursor, most: 8);
        ulong prefix = Next(ref cursor, most: 2);
        ulong scope = Next(ref cursor, most: 2);
        ulong flags = Next(ref cursor, most: 8);
        ReadOnlySpan<byte> name = cursor.Word();
        if (cursor.Failed || !cursor.Rest.IsEmpty || !InterfaceName.IsOne(name) || prefix > MostBits) return default;

        byte routingScope = scope switch
        {
            OnMachine => 254,
            OnLink => 253,
            InSite => 200,
            _ => 0,
        };
        address = new InterfaceAddress(v6, (byte)prefix, Peer: null, Broadcast: null, routingScope, (uint)flags);
        return name;
    }

    private static ulong Next(ref TextCursor cursor, int most)
    {
        cursor.Expect((byte)' ');
        return cursor.Hex(most);
    }
}
