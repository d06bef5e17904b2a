using System;
using Minato.Model.Network;

namespace Minato.Wire;

/// <summary>
/// One line of /proc/net/dev (Linux, net/core/net-procfs.c): the name, a colon, eight numbers of receiving and eight of
/// sending. Wide numbers may touch the colon.
/// </summary>
internal static class ProcNetDevDecoder
{
    /// <summary>The name, or nothing for a line that is not whole: the row is dropped, never invented.</summary>
    public static ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> line, out InterfaceCounters counters)
    {
        counters = default;
        int colon = line.LastIndexOf((byte)':');
        if (colon < 0) return default;
        ReadOnlySpan<byte> name = line[..colon].TrimStart((byte)' ');

        TextCursor cursor = new(line[(colon + 1)..]);
        counters.ReceivedBytes = cursor.Number();
        counters.ReceivedPackets = cursor.Number();
        counters.ReceiveErrors = cursor.Number();
        counters.ReceiveDropped = cursor.Number();
        counters.ReceiveOverruns = cursor.Number();
        counters.ReceiveFrame = cursor.Number();
        counters.ReceivedCompressed = cursor.Number();
        counters.Multicast = cursor.Number();
        counters.SentBytes = cursor.Number();
        counters.SentPackets = cursor.Number();
        counters.SendErrors = cursor.Number();
        counters.SendDropped = cursor.Number();
        counters.SendOverruns = cursor.Number();
        counters.Collisions = cursor.Number();
        counters.SendCarrier = cursor.Number();
        counters.SentCompressed = cursor.Number();
        cursor.SkipSpace();
        bool whole = !cursor.Failed && cursor.Rest.IsEmpty && InterfaceName.IsOne(name);
        return whole ? name : default;
    }
}
