using System;
using System.Buffers.Text;
using Minato.Model.Network;

namespace Minato.Rendering.Netstat.Windows;

/// <summary>
/// Windows' <c>-e</c>: the sums of all interfaces but loopback ones. Linux tells received multicast packets from others, which
/// are Windows' non-unicast ones; what it sends it does not tell apart, and unknown protocols it does not count.
/// </summary>
internal static class WindowsInterfaceTotals
{
    private const int LabelWidth = 24;
    private const int NumberWidth = 11;
    private const int Gap = 5;

    // A number of 64 bits.
    private const int MostDigits = 20;

    /// <summary>What is left out.</summary>
    public const string Uncounted = "non-unicast packets sent, which are among the unicast ones, and unknown protocols";

    public static void Append(Utf8Sink sink, InterfaceEntry[] interfaces, bool hasCarriageReturn)
    {
        ReadOnlySpan<byte> end = hasCarriageReturn ? "\r\n"u8 : "\n"u8;
        InterfaceCounters sum = Sum(interfaces);
        sink.Append("Interface Statistics"u8);
        sink.Append(end);
        sink.Append(end);
        sink.Append("                           Received            Sent"u8);
        sink.Append(end);
        sink.Append(end);
        Append(sink, "Bytes"u8, sum.ReceivedBytes, sum.SentBytes, end);
        Append(sink, "Unicast packets"u8, sum.ReceivedPackets - Math.Min(sum.Multicast, sum.ReceivedPackets), sum.SentPackets, end);
        Append(sink, "Non-unicast packets"u8, sum.Multicast, null, end);
        Append(sink, "Discards"u8, sum.ReceiveDropped, sum.SendDropped, end);
        Append(sink, "Errors"u8, sum.ReceiveErrors, sum.SendErrors, end);
    }

    private static InterfaceCounters Sum(InterfaceEntry[] interfaces)
    {
        InterfaceCounters sum = default;
        foreach (InterfaceEntry one in interfaces)
        {
            // Without the kernel's flags the name is all there is.
            bool isLoopback = one.HasLink ? (one.Flags & InterfaceFlags.Loopback) != 0 : one.Name.AsSpan().SequenceEqual("lo"u8);
            if (isLoopback || one.Counters is not { } counters) continue;
            sum.ReceivedBytes += counters.ReceivedBytes;
            sum.SentBytes += counters.SentBytes;
            sum.ReceivedPackets += counters.ReceivedPackets;
            sum.SentPackets += counters.SentPackets;
            sum.Multicast += counters.Multicast;
            sum.ReceiveDropped += counters.ReceiveDropped;
            sum.SendDropped += counters.SendDropped;
            sum.ReceiveErrors += counters.ReceiveErrors;
            sum.SendErrors += counters.SendErrors;
        }

        return sum;
    }

    private static void Append(Utf8Sink sink, ReadOnlySpan<byte> label, ulong received, ulong? sent, ReadOnlySpan<byte> end)
    {
        sink.Append(label);
        sink.AppendBlanks(LabelWidth - label.Length);
        AppendRight(sink, received);
        if (sent is { } number)
        {
            sink.AppendBlanks(Gap);
            AppendRight(sink, number);
        }

        sink.Append(end);
    }

    private static void AppendRight(Utf8Sink sink, ulong number)
    {
        Span<byte> digits = stackalloc byte[MostDigits];
        _ = Utf8Formatter.TryFormat(number, digits, out int length);
        sink.AppendBlanks(NumberWidth - length);
        sink.Append(digits[..length]);
    }
}
