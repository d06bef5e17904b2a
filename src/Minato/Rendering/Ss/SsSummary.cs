using System;
using Minato.Model;

namespace Minato.Rendering.Ss;

/// <summary>The counts of -s, in ss's words: both modes say the same.</summary>
internal static class SsSummary
{
    private const int Width = 9;

    public static void Append(Utf8Sink sink, SocketSummary counts)
    {
        AppendNumber(sink, "Total: "u8, counts.Total);
        AppendNumber(sink, "\nTCP:   "u8, counts.TcpAllocated + counts.TcpTimeWait);
        AppendNumber(sink, " (estab "u8, counts.TcpEstablished);

        // Allocated, but without a port: of those that have one, TIME-WAIT is not allocated.
        AppendNumber(sink, ", closed "u8, counts.TcpAllocated - (counts.TcpV4 + counts.TcpV6 - counts.TcpTimeWait));
        AppendNumber(sink, ", orphaned "u8, counts.TcpOrphaned);
        AppendNumber(sink, ", timewait "u8, counts.TcpTimeWait);
        sink.Append(")\n\nTransport Total     IP        IPv6\n"u8);

        AppendFamilies(sink, "RAW"u8, counts.RawV4, counts.RawV6);
        AppendFamilies(sink, "UDP"u8, counts.UdpV4, counts.UdpV6);
        AppendFamilies(sink, "TCP"u8, counts.TcpV4, counts.TcpV6);
        AppendFamilies(sink, "INET"u8, counts.RawV4 + counts.UdpV4 + counts.TcpV4, counts.RawV6 + counts.UdpV6 + counts.TcpV6);
        AppendFamilies(sink, "FRAG"u8, counts.FragmentsV4, counts.FragmentsV6);
        sink.Append((byte)'\n');
    }

    private static void AppendFamilies(Utf8Sink sink, ReadOnlySpan<byte> name, int v4, int v6)
    {
        sink.Append(name);
        sink.Append("\t  "u8);
        AppendPadded(sink, v4 + v6);
        sink.Append((byte)' ');
        AppendPadded(sink, v4);
        sink.Append((byte)' ');
        AppendPadded(sink, v6);
        sink.Append((byte)'\n');
    }

    private static void AppendPadded(Utf8Sink sink, int number)
    {
        long start = sink.Position;
        AppendNumber(sink, default, number);
        sink.AppendBlanks(Width - (int)(sink.Position - start));
    }

    private static void AppendNumber(Utf8Sink sink, ReadOnlySpan<byte> name, int number)
    {
        sink.Append(name);
        if (number < 0) sink.Append((byte)'-');
        sink.AppendNumber((ulong)Math.Abs((long)number));
    }
}
