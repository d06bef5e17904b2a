using System;
using Minato.Model;

namespace Minato.Rendering.Ss;

/// <summary>What ss prints of a socket whose row came from /proc/net: little, and all of it on the row's line.</summary>
internal sealed class ProcNetText(ExtraFields fields, SsColumns columns)
{
    // USER_HZ, in which the kernel counts for user space.
    private const int TicksPerSecond = 100;

    // Three seconds: the timeout before anything was measured.
    private const int InitialTimeout = 3 * TicksPerSecond;

    public void AppendAddress(SocketDetails details) => fields.Hex("sk:"u8, details.ProcNetPart.KernelAddress);

    public void AppendOptions(SocketDetails details)
    {
        if (details.ProcNetOptions.Span.IsEmpty) return;
        fields.Start("opt:\""u8);
        Untrusted.Append(fields.Sink, details.ProcNetOptions.Span, columns.Escaping);
        fields.Sink.Append((byte)'"');
    }

    public void AppendInfo(SocketDetails details, byte retries)
    {
        ProcNetTcp tcp = details.ProcNetPart;
        if (tcp.RetransmissionTimeout is not (0 or InitialTimeout)) Seconds("rto:"u8, tcp.RetransmissionTimeout);
        if (tcp.AckTimeout != 0) Seconds("ato:"u8, tcp.AckTimeout);

        // ss halves the number first, and then takes the lowest bit of the half for the mark of a dialogue.
        int quick = tcp.QuickAcks / 2;
        if (quick != 0) Signed("qack:"u8, quick);
        if ((quick & 1) != 0) fields.Start("bidir"u8);
        if (tcp.CongestionWindow != 0) fields.Number("cwnd:"u8, tcp.CongestionWindow);
        if (tcp.SlowStartThreshold is not (0 or -1)) Signed("ssthresh:"u8, tcp.SlowStartThreshold);

        if (retries != 0)
        {
            fields.Number("retrans:"u8, retries);
            fields.Sink.Append("/0"u8);
        }

        // The file does not tell it, and ss leaves out 3 alone.
        fields.Start("reordering:0"u8);
    }

    private void Seconds(ReadOnlySpan<byte> name, int ticks)
    {
        fields.Start(name);
        if (ticks < 0) fields.Sink.Append((byte)'-');
        DecimalText.AppendGeneral(fields.Sink, Math.Abs((double)ticks) / TicksPerSecond, 6);
    }

    private void Signed(ReadOnlySpan<byte> name, int value)
    {
        fields.Start(name);
        if (value < 0) fields.Sink.Append((byte)'-');
        fields.Sink.AppendNumber((ulong)Math.Abs((long)value));
    }
}
