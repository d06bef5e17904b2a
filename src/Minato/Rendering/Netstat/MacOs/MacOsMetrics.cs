using Minato.Model;

namespace Minato.Rendering.Netstat.MacOs;

/// <summary>What macOS counts per socket, where Linux tells it; null where it does not.</summary>
internal static class MacOsMetrics
{
    /// <summary>Data that came: Linux counts the peer's FIN as a byte (net/ipv4/tcp_input.c, tcp_rcv_nxt_update).</summary>
    public static ulong? ReceivedBytes(SocketDetails? details, SocketState state)
    {
        if (!IsTcp(details) || details!.Tcp.BytesReceived is not { } received) return null;
        bool isEnded = state is SocketState.CloseWait or SocketState.LastAck or SocketState.Closing;
        return isEnded && received > 0 ? received - 1 : received;
    }

    /// <summary>Data that left once: bytes_acked would count the handshake too. Before Linux 4.19, what was confirmed.</summary>
    public static ulong? SentBytes(SocketDetails? details)
    {
        if (!IsTcp(details)) return null;
        ref readonly TcpMetrics tcp = ref details!.Tcp;
        return tcp.BytesSent is { } sent ? sent - (tcp.BytesRetransmitted ?? 0) : tcp.BytesAcked;
    }

    public static ulong? ReceivedPackets(SocketDetails? details) => IsTcp(details) ? details!.Tcp.SegmentsIn : null;

    public static ulong? SentPackets(SocketDetails? details) => IsTcp(details) ? details!.Tcp.SegmentsOut : null;

    public static ulong? Drops(SocketDetails? details) => HasMemory(details) ? details!.Memory.Drops : null;

    public static ulong? ReceiveLimit(SocketDetails? details) => HasMemory(details) ? details!.Memory.ReceiveLimit : null;

    public static ulong? SendLimit(SocketDetails? details) => HasMemory(details) ? details!.Memory.SendLimit : null;

    private static bool IsTcp(SocketDetails? details) => details is not null && details.Has(DetailParts.Tcp);

    private static bool HasMemory(SocketDetails? details) => details is not null && details.Has(DetailParts.Memory);
}
