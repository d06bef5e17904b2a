using System;
using Minato.Model.Network;

namespace Minato.Rendering.Netstat.Linux;

/// <summary>The lines of counters in a block of -ie.</summary>
internal static class LinuxInterfaceTotals
{
    public static void Append(Utf8Sink sink, in InterfaceCounters counters, ushort hardware)
    {
        AppendPackets(sink, "        RX packets "u8, counters.ReceivedPackets, counters.ReceivedBytes);
        if (LinuxHardware.CountsCompressed(hardware)) Append(sink, "        RX compressed:"u8, counters.ReceivedCompressed, "\n"u8);
        Append(sink, "        RX errors "u8, counters.ReceiveErrors, "  dropped "u8);
        Append(sink, default, counters.ReceiveDropped, "  overruns "u8);
        Append(sink, default, counters.ReceiveOverruns, "  frame "u8);
        Append(sink, default, counters.ReceiveFrame, "\n"u8);
        AppendPackets(sink, "        TX packets "u8, counters.SentPackets, counters.SentBytes);
        if (LinuxHardware.CountsCompressed(hardware)) Append(sink, "        TX compressed "u8, counters.SentCompressed, "\n"u8);
        Append(sink, "        TX errors "u8, counters.SendErrors, "  dropped "u8);
        Append(sink, default, counters.SendDropped, " overruns "u8);
        Append(sink, default, counters.SendOverruns, "  carrier "u8);
        Append(sink, default, counters.SendCarrier, "  collisions "u8);
        Append(sink, default, counters.Collisions, "\n"u8);
    }

    private static void AppendPackets(Utf8Sink sink, ReadOnlySpan<byte> words, ulong packets, ulong bytes)
    {
        Append(sink, words, packets, "  bytes "u8);
        Append(sink, default, bytes, " ("u8);
        AppendSize(sink, bytes);
        sink.Append(")\n"u8);
    }

    private static void Append(Utf8Sink sink, ReadOnlySpan<byte> before, ulong number, ReadOnlySpan<byte> after)
    {
        sink.Append(before);
        sink.AppendNumber(number);
        sink.Append(after);
    }

    // With one digit behind the point, cut and not rounded; a unit begins above its size, not at it.
    private static void AppendSize(Utf8Sink sink, ulong bytes)
    {
        const int MostShift = 60;
        int shift = 0;
        while (shift < MostShift && bytes > 1ul << shift + 10) shift += 10;

        // Ten times so many bytes have no room in 64 bits.
        ulong tenths = shift == MostShift ? bytes / ((1ul << MostShift) / 10) : bytes * 10 >> shift;
        (ulong whole, ulong tenth) = Math.DivRem(tenths, 10);
        sink.AppendNumber(whole);
        sink.Append((byte)'.');
        sink.AppendNumber(tenth);
        sink.Append((byte)' ');
        if (shift > 0)
        {
            sink.Append("KMGTPE"u8[shift / 10 - 1]);
            sink.Append((byte)'i');
        }

        sink.Append((byte)'B');
    }
}
