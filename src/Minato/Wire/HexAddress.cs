using System;
using System.Buffers.Binary;
using Minato.Model;

namespace Minato.Wire;

/// <summary>Addresses as the tables of /proc/net about routes and interfaces write them. Sticky like the cursor they are read with.</summary>
internal static class HexAddress
{
    private const int HalfDigits = 16;

    /// <summary>The network-order word of an IPv4 address or mask, printed as a host number: its value in host order.</summary>
    public static uint ReadV4(ref TextCursor cursor)
    {
        uint printed = (uint)cursor.Hex(most: 8);
        return BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(printed) : printed;
    }

    /// <summary>32 digits in network order.</summary>
    public static IpAddr ReadV6(ref TextCursor cursor)
    {
        ReadOnlySpan<byte> rest = cursor.Rest;
        if (rest.Length < 2 * HalfDigits)
        {
            cursor.Fail();
            return default;
        }

        TextCursor high = new(rest[..HalfDigits]);
        TextCursor low = new(rest[HalfDigits..(2 * HalfDigits)]);
        IpAddr address = IpAddr.V6(high.Hex(), low.Hex());
        if (high.Failed || low.Failed || !high.Rest.IsEmpty || !low.Rest.IsEmpty) cursor.Fail();
        cursor.Skip(2 * HalfDigits);
        return address;
    }
}
