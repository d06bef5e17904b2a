using System;
using Minato.Model;

namespace Minato.Rendering.Ss;

/// <summary>Options of an internet socket that are set (--inet-sockopt), and its traffic class (--tos).</summary>
internal sealed class InetOptionText(ExtraFields fields, SsColumns columns)
{
    public void Append(InetSocketOptions options)
    {
        Utf8Sink sink = fields.Sink;
        fields.Break();
        fields.Settle();
        sink.Append(columns.OneLine ? " inet-sockopt: ("u8 : "inet-sockopt: ("u8);
        for (int bit = 0; bit <= 10; bit++)
        {
            if (((int)options >> bit & 1) != 0) sink.Append(Word((InetSocketOptions)(1 << bit)));
        }

        sink.Append((byte)')');
    }

    public void AppendTrafficClass(SocketDetails details)
    {
        if (details.Has(DetailParts.TypeOfService)) Hex("tos:"u8, details.TypeOfService);
        if (details.Has(DetailParts.TrafficClass)) Hex("tclass:"u8, details.TrafficClass);
        if (details.Has(DetailParts.ClassId)) Hex("class_id:"u8, details.ClassId);
    }

    private static ReadOnlySpan<byte> Word(InetSocketOptions option) => option switch
    {
        InetSocketOptions.ReceiveErrors => " recverr"u8,
        InetSocketOptions.HasConnections => " is_icsk"u8,
        InetSocketOptions.FreeBind => " freebind"u8,
        InetSocketOptions.HeaderIncluded => " hdrincl"u8,
        InetSocketOptions.MulticastLoop => " mc_loop"u8,
        InetSocketOptions.Transparent => " transparent"u8,
        InetSocketOptions.MulticastAll => " mc_all"u8,
        InetSocketOptions.NoDefragmentation => " nodefrag"u8,
        InetSocketOptions.BindAddressNoPort => " bind_addr_no_port"u8,
        InetSocketOptions.ReceiveErrorsRfc4884 => " recverr_rfc4884"u8,
        _ => " defer_connect"u8,
    };

    // As printf's %#x: zero has no prefix.
    private void Hex(ReadOnlySpan<byte> name, uint value)
    {
        fields.Start(name);
        if (value != 0) fields.Sink.Append("0x"u8);
        fields.Sink.AppendHex(value);
    }
}
