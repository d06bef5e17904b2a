using System;
using Minato.Model;

namespace Minato.Rendering.Ss;

/// <summary>What follows the owners of a packet socket.</summary>
internal sealed class PacketExtras(ExtraFields fields, SsColumns columns)
{
    private static ReadOnlySpan<byte> FanoutNames => "hash\0lb\0cpu\0roll\0random\0qm\0"u8;

    public void Append(in SocketEntry row, SocketDetails? details)
    {
        if (columns.Details)
        {
            SocketIdentityText.Append(fields, columns, in row);
            if (details is not null && details.Has(DetailParts.Packet)) AppendDetails(details.Packet);
        }

        if (details is null) return;
        if (columns.Bpf && details.Has(DetailParts.Packet) && details.Packet.HasFilter) AppendFilter(details.Packet.Filter);
        if (columns.Memory && details.Has(DetailParts.Memory)) MemoryText.Append(fields, details.Memory);
    }

    private void AppendDetails(PacketDetails packet)
    {
        if (packet.Settings is { } settings) AppendSettings(settings);
        if (packet.ReceiveRing is { } receive) AppendRing("ring_rx("u8, receive);
        if (packet.SendRing is { } send) AppendRing("ring_tx("u8, send);
        if (packet.Fanout is { } fanout) AppendFanout(fanout);
    }

    private void AppendSettings(PacketSettings settings)
    {
        Utf8Sink sink = fields.Sink;
        fields.StartLine("ver:"u8);
        sink.AppendNumber(settings.Version);
        fields.Signed("cpy_thresh:"u8, (int)settings.CopyThreshold);
        fields.Start("flags( "u8);
        if ((settings.Flags & PacketFlags.Running) != 0) sink.Append("running"u8);
        if ((settings.Flags & PacketFlags.AuxiliaryData) != 0) sink.Append(" auxdata"u8);
        if ((settings.Flags & PacketFlags.OriginalDevice) != 0) sink.Append(" origdev"u8);
        if ((settings.Flags & PacketFlags.VirtualHeader) != 0) sink.Append(" vnethdr"u8);
        if ((settings.Flags & PacketFlags.Loss) != 0) sink.Append(" loss"u8);
        if (settings.Flags == PacketFlags.None) sink.Append((byte)'0');
        sink.Append(" )"u8);
    }

    private void AppendRing(ReadOnlySpan<byte> name, PacketRing ring)
    {
        Utf8Sink sink = fields.Sink;
        fields.StartLine(name);
        sink.Append("blk_size:"u8);
        sink.AppendNumber(ring.BlockSize);
        sink.Append(",blk_nr:"u8);
        sink.AppendNumber(ring.Blocks);
        sink.Append(",frm_size:"u8);
        sink.AppendNumber(ring.FrameSize);
        sink.Append(",frm_nr:"u8);
        sink.AppendNumber(ring.Frames);
        sink.Append(",tmo:"u8);
        sink.AppendNumber(ring.Timeout);
        sink.Append(",features:0x"u8);
        sink.AppendHex(ring.Features);
        sink.Append((byte)')');
    }

    private void AppendFanout(PacketFanout fanout)
    {
        Utf8Sink sink = fields.Sink;
        fields.StartLine("fanout(id:"u8);
        sink.AppendNumber(fanout.Id);
        sink.Append(",type:"u8);
        ReadOnlySpan<byte> names = FanoutNames;
        for (int i = fanout.Type; i > 0 && !names.IsEmpty; i--) names = names[(names.IndexOf((byte)0) + 1)..];
        if (names.IsEmpty)
        {
            sink.Append("0x"u8);
            sink.AppendHex(fanout.Type);
        }
        else
        {
            sink.Append(names[..names.IndexOf((byte)0)]);
        }

        sink.Append((byte)')');
    }

    private void AppendFilter(ReadOnlySpan<PacketInstruction> filter)
    {
        Utf8Sink sink = fields.Sink;
        fields.StartLine("bpf filter ("u8);
        sink.AppendNumber((uint)filter.Length);
        sink.Append("): "u8);
        foreach (PacketInstruction step in filter)
        {
            sink.Append(step.Code < 0x10 ? " 0x0"u8 : " 0x"u8);
            sink.AppendHex(step.Code);
            fields.Number(default, step.JumpTrue);
            fields.Number(default, step.JumpFalse);
            fields.Number(default, step.Operand);
            sink.Append((byte)',');
        }
    }
}
