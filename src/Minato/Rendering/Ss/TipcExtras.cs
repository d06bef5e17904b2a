using System;
using Minato.Model;

namespace Minato.Rendering.Ss;

/// <summary>What follows the ends of a TIPC socket.</summary>
internal sealed class TipcExtras(ExtraFields fields, SsColumns columns)
{
    private readonly bool _isExact = columns.Release is not null;

    /// <summary>What -e says, which ss writes before the owners.</summary>
    public void AppendDetails(in SocketEntry row)
    {
        if (columns.Details) SocketIdentityText.Append(fields, columns, in row);
    }

    /// <summary>What --tipcinfo says.</summary>
    public void AppendInfo(in SocketEntry row, SocketDetails? details)
    {
        if (!columns.TipcInfo || details is null || !details.Has(DetailParts.Tipc)) return;
        TipcDetails tipc = details.Tipc;
        fields.StartLine("type:"u8, indent: (byte)' ');
        fields.Sink.Append(TypeName(row.Protocol));
        fields.Start("cong:"u8);
        fields.Sink.Append(tipc.Congestion switch
        {
            TipcCongestion.Link => "link"u8,
            TipcCongestion.Connection => "conn"u8,
            _ => "none"u8,
        });
        AppendTrailer();
        fields.Signed("drop:"u8, (int)tipc.Dropped);
        AppendTrailer();
        if (tipc.HasPublication) fields.Start("publ"u8);
        if (tipc.Via is not { } via) return;
        fields.Number("via {"u8, via.Type);
        fields.Sink.Append((byte)',');
        fields.Sink.AppendNumber(via.Instance);
        fields.Sink.Append((byte)'}');
        AppendTrailer();
    }

    // ss ends some of its fields with a blank of their own.
    private void AppendTrailer()
    {
        if (_isExact) fields.Sink.Append((byte)' ');
    }

    private static ReadOnlySpan<byte> TypeName(ushort type) => type switch
    {
        1 => "STREAM"u8,
        2 => "DGRAM"u8,
        4 => "RDM"u8,
        5 => "SEQPACKET"u8,
        _ => "UNKNOWN"u8,
    };
}
