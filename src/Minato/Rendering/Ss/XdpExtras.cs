using System;
using Minato.Model;

namespace Minato.Rendering.Ss;

/// <summary>What follows the owners of an AF_XDP socket.</summary>
internal sealed class XdpExtras(ExtraFields fields, SsColumns columns)
{
    public void Append(in SocketEntry row, SocketDetails? details)
    {
        if (columns.Details)
        {
            SocketIdentityText.Append(fields, columns, in row);
            if (details is not null && details.Has(DetailParts.Xdp)) AppendDetails(details.Xdp);
        }

        if (columns.Memory && details is not null && details.Has(DetailParts.Memory)) MemoryText.Append(fields, details.Memory);
    }

    private void AppendDetails(XdpDetails xdp)
    {
        AppendRing("rx("u8, xdp.ReceiveRing);
        AppendRing("tx("u8, xdp.SendRing);
        if (xdp.Memory is { } memory)
        {
            AppendMemory(memory);
            AppendRing("fr("u8, xdp.FillRing);
            AppendRing("cr("u8, xdp.CompletionRing);
        }

        if (xdp.Losses is { } losses) AppendLosses(losses);
    }

    private void AppendRing(ReadOnlySpan<byte> name, uint? entries)
    {
        if (entries is not { } count) return;
        fields.StartLine(name);
        AppendCount("entries:"u8, count);
        fields.Sink.Append((byte)')');
    }

    private void AppendMemory(XdpMemory memory)
    {
        // A slip of ss's that its -O has.
        fields.StartLine(columns is { Release: not null, OneLine: true } ? "tumem("u8 : "umem("u8);
        AppendCount("id:"u8, memory.Id);
        AppendCount(",size:"u8, memory.Bytes);
        AppendCount(",num_pages:"u8, memory.Pages);
        AppendCount(",chunk_size:"u8, memory.ChunkSize);
        AppendCount(",headroom:"u8, memory.Headroom);
        AppendCount(",ifindex:"u8, memory.InterfaceIndex);
        AppendCount(",qid:"u8, memory.Queue);
        AppendCount(",zc:"u8, memory.IsZeroCopy ? 1u : 0u);
        AppendCount(",refs:"u8, memory.References);
        fields.Sink.Append((byte)')');
    }

    private void AppendLosses(XdpLosses losses)
    {
        fields.StartLine("stats("u8);
        AppendCount("rx dropped:"u8, losses.ReceiveDropped);
        AppendCount(",rx invalid:"u8, losses.ReceiveInvalid);
        AppendCount(",rx queue full:"u8, losses.ReceiveFull);
        AppendCount(",rx fill ring empty:"u8, losses.FillEmpty);
        AppendCount(",tx invalid:"u8, losses.SendInvalid);
        AppendCount(",tx ring empty:"u8, losses.SendEmpty);
        fields.Sink.Append((byte)')');
    }

    private void AppendCount(ReadOnlySpan<byte> name, ulong count)
    {
        fields.Sink.Append(name);
        fields.Sink.AppendNumber(count);
    }
}
