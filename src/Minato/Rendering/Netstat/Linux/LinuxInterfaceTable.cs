using System;
using Minato.Model.Network;

namespace Minato.Rendering.Netstat.Linux;

/// <summary>The interfaces as net-tools 2.10 prints them for -i: a row each.</summary>
internal static class LinuxInterfaceTable
{
    private const int NameRoom = 15;
    private const int MostLetters = 16;

    public static void Append(Utf8Sink sink, ReadOnlySpan<LinuxInterfaceRow> rows)
    {
        sink.Append("Iface             MTU    RX-OK RX-ERR RX-DRP RX-OVR    TX-OK TX-ERR TX-DRP TX-OVR Flg\n"u8);
        foreach (ref readonly LinuxInterfaceRow row in rows) Append(sink, in row);
    }

    private static void Append(Utf8Sink sink, in LinuxInterfaceRow row)
    {
        long start = sink.Position;
        Untrusted.Append(sink, row.Name);
        sink.AppendBlanks(NameRoom - (int)(sink.Position - start));
        sink.Append((byte)' ');
        if (row.Link.HasLink) NumberCell.AppendRight(sink, (ulong)row.Link.Mtu, 5);
        else sink.Append("    -"u8);
        sink.Append((byte)' ');
        if (row.IsAlias || row.Link.Counters is not { } counters) sink.Append("     - no statistics available -                        "u8);
        else AppendCounters(sink, in counters);
        AppendFlags(sink, row.Link);
        sink.Append((byte)'\n');
    }

    private static void AppendCounters(Utf8Sink sink, in InterfaceCounters counters)
    {
        NumberCell.AppendRight(sink, counters.ReceivedPackets, 8);
        AppendNumber(sink, counters.ReceiveErrors);
        AppendNumber(sink, counters.ReceiveDropped);
        sink.Append((byte)' ');
        NumberCell.AppendLeft(sink, counters.ReceiveOverruns, 6);
        sink.Append((byte)' ');
        NumberCell.AppendRight(sink, counters.SentPackets, 8);
        AppendNumber(sink, counters.SendErrors);
        AppendNumber(sink, counters.SendDropped);
        AppendNumber(sink, counters.SendOverruns);
        sink.Append((byte)' ');
    }

    private static void AppendNumber(Utf8Sink sink, ulong number)
    {
        sink.Append((byte)' ');
        NumberCell.AppendRight(sink, number, 6);
    }

    private static void AppendFlags(Utf8Sink sink, InterfaceEntry link)
    {
        if (!link.HasLink)
        {
            sink.Append((byte)'-');
            return;
        }

        Span<byte> letters = stackalloc byte[MostLetters];
        int at = 0;
        Letter(letters, ref at, link.Flags, InterfaceFlags.AllMulticast, 'A');
        Letter(letters, ref at, link.Flags, InterfaceFlags.Broadcast, 'B');
        Letter(letters, ref at, link.Flags, InterfaceFlags.Debug, 'D');
        Letter(letters, ref at, link.Flags, InterfaceFlags.Loopback, 'L');
        Letter(letters, ref at, link.Flags, InterfaceFlags.Multicast, 'M');
        Letter(letters, ref at, link.Flags, InterfaceFlags.Master, 'm');
        Letter(letters, ref at, link.Flags, InterfaceFlags.Slave, 's');
        Letter(letters, ref at, link.Flags, InterfaceFlags.Dynamic, 'd');
        Letter(letters, ref at, link.Flags, InterfaceFlags.Promiscuous, 'P');
        Letter(letters, ref at, link.Flags, InterfaceFlags.NoTrailers, 'N');
        Letter(letters, ref at, link.Flags, InterfaceFlags.NoArp, 'O');
        Letter(letters, ref at, link.Flags, InterfaceFlags.PointToPoint, 'P');
        Letter(letters, ref at, link.Flags, InterfaceFlags.Running, 'R');
        Letter(letters, ref at, link.Flags, InterfaceFlags.Up, 'U');
        sink.Append(at == 0 ? "[NO FLAGS]"u8 : letters[..at]);
    }

    private static void Letter(Span<byte> to, ref int at, InterfaceFlags flags, InterfaceFlags flag, char letter)
    {
        if ((flags & flag) != 0) to[at++] = (byte)letter;
    }
}
