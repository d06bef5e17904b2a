using System;
using System.Collections.Generic;
using Minato.Model;
using Minato.Rendering.Ss;
using Minato.Sources;
using Minato.Sources.Linux;

namespace Minato.Fuzz.Targets;

/// <summary>A file as TCPDIAG_FILE names it.</summary>
internal sealed class DumpTarget : Target
{
    public override IEnumerable<byte[]> Seeds()
    {
        byte[] row = Message.Of(20, Message.Payload(2, 72, 22, 8));
        byte[] v6 = Message.Of(20, Message.Payload(10, 72, 22, 248));
        byte[] done = Message.Of(3, new byte[4]);
        yield return [.. row, .. v6, .. done];
        yield return [.. row, .. done, .. v6, .. done];
        yield return [.. row, .. Message.Of(2, [0xFF, 0xFF, 0xFF, 0xFF, .. new byte[16]])];
        yield return row[..^4];
    }

    public override void Run(ReadOnlySpan<byte> input)
    {
        InputFile.Write(input);
        RowBuffer rows = new(8, new Tables(SsRelease.Newest));
        TableRequest request = new(
            SocketTable.Tcp, IpFamilies.Both, Transports.All, StateSet.All, Tables.Everything, FamiliesApart: true, NetNamespace: 1);
        _ = new DiagFileSource(InputFile.Path).Append(request, rows);
        rows.Finish();
    }
}
