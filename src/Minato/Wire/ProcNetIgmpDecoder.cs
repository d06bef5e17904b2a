using System;
using Minato.Model;
using Minato.Model.Network;

namespace Minato.Wire;

/// <summary>
/// The lines of /proc/net/igmp (Linux, net/ipv4/igmp.c): one of an interface (number, name, a colon, how many groups, the
/// querier's version), then one of each group (address, users, timer, reporter) that starts with tabs.
/// </summary>
internal struct ProcNetIgmpDecoder
{
    private GroupEntry _group;
    private bool _hasInterface;

    /// <summary>False for a line that is not whole: a group without its interface is none either. <paramref name="isGroup"/> tells whether there is a row.</summary>
    public bool TryDecode(ReadOnlySpan<byte> line, ref GroupEntry group, out bool isGroup)
    {
        isGroup = !line.IsEmpty && line[0] == (byte)'\t';
        if (!isGroup) return _hasInterface = TryReadInterface(line);

        TextCursor cursor = new(line);
        cursor.SkipSpace();
        uint address = HexAddress.ReadV4(ref cursor);
        cursor.Expect((byte)' ');
        long users = (long)cursor.Number();
        cursor.Number();
        cursor.Expect((byte)':');
        cursor.Hex();
        cursor.SkipSpace();
        cursor.Number();
        if (cursor.Failed || !cursor.Rest.IsEmpty || !_hasInterface || users is < int.MinValue or > int.MaxValue) return isGroup = false;

        group = _group;
        group.Group = IpAddr.V4(address);
        group.Users = (int)users;
        return true;
    }

    private bool TryReadInterface(ReadOnlySpan<byte> line)
    {
        TextCursor cursor = new(line);
        ulong index = cursor.Number();
        cursor.Expect((byte)'\t');
        ReadOnlySpan<byte> rest = cursor.Rest;
        int colon = rest.LastIndexOf((byte)':');
        if (cursor.Failed || index > int.MaxValue || colon < 0) return false;
        ReadOnlySpan<byte> name = rest[..colon].TrimEnd((byte)' ');
        if (!InterfaceName.IsOne(name)) return false;

        _group.InterfaceIndex = (uint)index;
        _group.InterfaceName.Set(name);
        return true;
    }
}
