using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using Minato.Model;
using Minato.Model.Network;

namespace Minato.Rendering.Netstat.Linux;

/// <summary>"IPv6/IPv4 Group Memberships" as net-tools 2.10 prints it.</summary>
internal sealed class LinuxGroupTable(Utf8Sink sink, IAddressNames? names) : IGroupConsumer
{
    private const int InterfaceRoom = 15;
    private const int UsersRoom = 6;

    // Few: an interface has a handful, and names are looked up together.
    private readonly List<GroupEntry> _groups = [];

    public bool Accept(in GroupEntry group)
    {
        _groups.Add(group);
        IpAddr address = group.Group;
        names?.Want(in address);
        return true;
    }

    public void End()
    {
        names?.Settle();
        sink.Append("IPv6/IPv4 Group Memberships\nInterface       RefCnt Group\n--------------- ------ ---------------------\n"u8);
        foreach (ref readonly GroupEntry group in CollectionsMarshal.AsSpan(_groups))
        {
            long start = sink.Position;
            Untrusted.Append(sink, group.Interface);
            sink.AppendBlanks(InterfaceRoom - (int)(sink.Position - start));
            sink.Append((byte)' ');
            NumberCell.AppendLeft(sink, (long)group.Users, UsersRoom);
            sink.Append((byte)' ');
            AppendGroup(group.Group);
            sink.Append((byte)'\n');
        }
    }

    private void AppendGroup(in IpAddr group)
    {
        if (names is not null && group is { IsV6: true, IsUnspecified: true }) sink.Append("[::]"u8);
        else if (names is not null && !group.IsV4Mapped && names.TryHost(in group, out ReadOnlySpan<byte> name)) Untrusted.Append(sink, name);
        else AddressText.Append(sink, group.IsV4Mapped ? IpAddr.V4((uint)group.Low) : group);
    }
}
