using System;
using System.Numerics;
using Minato.Model;
using Minato.Model.Network;

namespace Minato.Wire;

/// <summary>
/// One line of /proc/net/route (Linux, net/ipv4/fib_trie.c): interface, destination, gateway, flags, references, use, metric,
/// mask, MTU, window and round trip time, parted by tabs and filled up with blanks.
/// </summary>
internal static class ProcNetRouteDecoder
{
    /// <summary>False for a line that is not whole: the row is dropped, never invented.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> line, ref RouteEntry route)
    {
        TextCursor cursor = new(line);
        ReadOnlySpan<byte> name = cursor.Word();
        cursor.SkipSpace();
        uint destination = HexAddress.ReadV4(ref cursor);
        cursor.SkipSpace();
        uint gateway = HexAddress.ReadV4(ref cursor);
        cursor.SkipSpace();
        ulong flags = cursor.Hex(most: 8);
        long references = ReadNumber(ref cursor);
        long use = ReadNumber(ref cursor);
        long metric = ReadNumber(ref cursor);
        cursor.SkipSpace();
        uint mask = HexAddress.ReadV4(ref cursor);
        long mss = ReadNumber(ref cursor);
        long window = ReadNumber(ref cursor);
        long irtt = ReadNumber(ref cursor);
        cursor.SkipSpace();
        if (cursor.Failed || !cursor.Rest.IsEmpty || !InterfaceName.IsOne(name) || (~mask & (~mask + 1)) != 0) return false;

        route.InterfaceName.Set(name);
        route.DestinationAddress = IpAddr.V4(destination);
        route.GatewayAddress = IpAddr.V4(gateway);
        route.SourceAddress = default;
        route.PrefixLength = (byte)BitOperations.PopCount(mask);
        route.SourcePrefixLength = 0;
        route.Flags = (RouteFlags)flags;
        route.References = (int)references;
        route.Use = (int)use;
        route.Metric = (int)metric;
        route.Mss = (int)mss;
        route.Window = (int)window;
        route.Irtt = (int)irtt;
        return true;
    }

    // The kernel's are 32 bits wide, some of them with a sign.
    private static long ReadNumber(ref TextCursor cursor)
    {
        cursor.SkipSpace();
        long number = (long)cursor.Number();
        if (number is < int.MinValue or > uint.MaxValue) cursor.Fail();
        return number;
    }
}
