using System;
using System.Collections.Generic;
using System.Text;
using Minato.Model;
using Minato.Rendering.Ss;
using Minato.Sources;
using Minato.Sources.Linux;

namespace Minato.Fuzz.Targets;

/// <summary>The text tables of /proc/net: the first byte says which and whether it is read with ss's misreadings.</summary>
internal sealed class ProcTarget : Target
{
    private static readonly (ProcFile File, SocketTable Table, string Text)[] Known =
    [
        (ProcFile.Tcp, SocketTable.Tcp, "  sl  local_address\n   0: 0100007F:1F90 0200000A:01BB 01 00000002:00000001 02:0000A000 00000003  1000        0 77 1 0000000000000000 20 4 0 10 -1\n"),
        (ProcFile.Tcp6, SocketTable.Tcp, "  sl\n   0: 00000000000000000000000001000000:0016 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 5 1 0 100 0 0 10 0\n"),
        (ProcFile.Udp, SocketTable.Udp, "  sl\n  9: 00000000:0044 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 9 2 0000000000000000 3\n"),
        (ProcFile.Raw, SocketTable.Raw, "  sl\n  1: 00000000:0001 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 9 2 0000000000000000 0\n"),
        (ProcFile.Unix, SocketTable.Unix, "Num RefCount Protocol Flags Type St Inode Path\n0000000000000000: 00000002 00000000 00010000 0001 01 123 /run/x\n0000000000000000: 00000003 00000000 00000000 0002 01 124 @a b\n"),
        (ProcFile.Packet, SocketTable.Packet, "sk RefCnt Type Proto Iface R Rmem User Inode\n0000000000000000 3 3 0003 1 1 0 0 5\n"),
        (ProcFile.Netlink, SocketTable.Netlink, "sk Eth Pid Groups Rmem Wmem Dump Locks Drops Inode\n0000000000000000 0 7 00000551 0 0 0 2 0 9\n"),
    ];

    public override IEnumerable<byte[]> Seeds()
    {
        for (int table = 0; table < Known.Length; table++)
        {
            yield return [(byte)table, .. Encoding.ASCII.GetBytes(Known[table].Text)];
            yield return [(byte)(table + Known.Length), .. Encoding.ASCII.GetBytes(Known[table].Text)];
        }
    }

    public override void Run(ReadOnlySpan<byte> input)
    {
        if (input.IsEmpty) return;
        (ProcFile file, SocketTable table, _) = Known[input[0] % Known.Length];
        bool readsAsSs = input[0] / Known.Length % 2 != 0;
        InputFile.Write(input[1..]);
        ProcFiles files = new() { [file] = InputFile.Path, UnixRowsKept = readsAsSs ? 3 : 0 };
        if (file == ProcFile.Tcp6) files[ProcFile.Tcp] = "/dev/null";
        RowBuffer rows = new(8, new Tables(SsRelease.Newest));
        _ = new ProcNetSource("/nosuch", files).Append(
            new TableRequest(table, IpFamilies.Both, Transports.All, StateSet.All, Tables.Everything, FamiliesApart: true, NetNamespace: 1), rows);
        rows.Finish();
    }
}
