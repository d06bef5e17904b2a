using System;
using Minato.Model;
using Minato.Model.Network;

namespace Minato.Wire;

/// <summary>One line of /proc/net/igmp6 (Linux, net/ipv6/mcast.c): interface's number and name, group, users, flags, timer.</summary>
internal static class ProcNetIgmp6Decoder
{
    /// <summary>False for a line that is not whole: the row is dropped, never invented.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> line, ref GroupEntry group)
    {
        TextCursor cursor = new(line);
        ulong index = cursor.Number();
        ReadOnlySpan<byte> name = cursor.Word();
        cursor.SkipSpace();
        IpAddr address = HexAddress.ReadV6(ref cursor);
        cursor.Expect((byte)' ');
        long users = (long)cursor.Number();
        cursor.Expect((byte)' ');
        cursor.Hex(most: 8);
        cursor.Number();
        cursor.SkipSpace();
        if (cursor.Failed || !cursor.Rest.IsEmpty || index > int.MaxValue || !InterfaceName.IsOne(name) || users is < int.MinValue or > int.MaxValue) return false;

        group.InterfaceIndex = (uint)index;
        group.InterfaceName.Set(name);
        group.Group = address;
        group.Users = (int)users;
        return true;
    }
}
