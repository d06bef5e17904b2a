using System;
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

    /// <summary>What is left out.</summary>
    public const string Uncounted = "non-unicast packets sent, which are among the unicast ones, and unknown protocols";

    public static void Append(Utf8Sink sink, InterfaceEntry[] interfaces, bool hasCarriageReturn)
    {
        ReadOnlySpan<byte> end = NetstatText.NewLine(hasCarriageReturn);
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
            if (!isLoopback && one.Counters is { } counters) sum.Add(in counters);
        }

        return sum;
    }

    private static void Append(Utf8Sink sink, ReadOnlySpan<byte> label, ulong received, ulong? sent, ReadOnlySpan<byte> end)
    {
        sink.Append(label);
        sink.AppendBlanks(LabelWidth - label.Length);
        NumberCell.AppendRight(sink, received, NumberWidth);
        if (sent is { } number)
        {
            sink.AppendBlanks(Gap);
            NumberCell.AppendRight(sink, number, NumberWidth);
        }

        sink.Append(end);
    }
}
