using System;
using Minato.Model;
using Minato.Model.Network;

namespace Minato.Wire;

/// <summary>
/// One line of /proc/net/ipv6_route (Linux, net/ipv6/route.c), all numbers hexadecimal: destination, its prefix, source, its
/// prefix, next hop, metric, references, use, flags, interface.
/// </summary>
internal static class ProcNetRoute6Decoder
{
    private const int MostBits = 128;

    /// <summary>False for a line that is not whole: the row is dropped, never invented.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> line, ref RouteEntry route)
    {
        TextCursor cursor = new(line);
        IpAddr destination = HexAddress.ReadV6(ref cursor);
        ulong prefix = Next(ref cursor, most: 2);
        cursor.Expect((byte)' ');
        IpAddr source = HexAddress.ReadV6(ref cursor);
        ulong sourcePrefix = Next(ref cursor, most: 2);
        cursor.Expect((byte)' ');
        IpAddr gateway = HexAddress.ReadV6(ref cursor);
        ulong metric = Next(ref cursor, most: 8);
        ulong references = Next(ref cursor, most: 8);
        ulong use = Next(ref cursor, most: 8);
        ulong flags = Next(ref cursor, most: 8);
        ReadOnlySpan<byte> name = cursor.Word();
        if (cursor.Failed || !cursor.Rest.IsEmpty || !InterfaceName.IsOne(name) || prefix > MostBits || sourcePrefix > MostBits) return false;

        route.InterfaceName.Set(name);
        route.DestinationAddress = destination;
        route.SourceAddress = source;
        route.GatewayAddress = gateway;
        route.PrefixLength = (byte)prefix;
        route.SourcePrefixLength = (byte)sourcePrefix;
        route.Flags = (RouteFlags)flags;
        route.Metric = (int)metric;
        route.References = (int)references;
        route.Use = (int)use;
        route.Mss = route.Window = route.Irtt = 0;
        return true;
    }

    private static ulong Next(ref TextCursor cursor, int most)
    {
        cursor.Expect((byte)' ');
        return cursor.Hex(most);
    }
}
