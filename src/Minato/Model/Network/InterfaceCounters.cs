namespace Minato.Model.Network;

/// <summary>
/// What an interface has counted since it was made. Receive errors and drops are sums as /proc/net/dev prints them
/// (Linux, net/core/net-procfs.c): netlink gives their parts, and its decoder adds them.
/// </summary>
internal struct InterfaceCounters
{
    public ulong ReceivedBytes { readonly get; set; }

    public ulong ReceivedPackets { readonly get; set; }

    public ulong ReceiveErrors { readonly get; set; }

    /// <summary>Dropped and missed packets.</summary>
    public ulong ReceiveDropped { readonly get; set; }

    /// <summary>The receive queue of the device was full.</summary>
    public ulong ReceiveOverruns { readonly get; set; }

    /// <summary>Length, ring buffer, checksum and alignment errors.</summary>
    public ulong ReceiveFrame { readonly get; set; }

    public ulong ReceivedCompressed { readonly get; set; }

    /// <summary>Received multicast packets.</summary>
    public ulong Multicast { readonly get; set; }

    public ulong SentBytes { readonly get; set; }

    public ulong SentPackets { readonly get; set; }

    public ulong SendErrors { readonly get; set; }

    public ulong SendDropped { readonly get; set; }

    public ulong SendOverruns { readonly get; set; }

    public ulong Collisions { readonly get; set; }

    /// <summary>Carrier, abort, window and heartbeat errors.</summary>
    public ulong SendCarrier { readonly get; set; }

    public ulong SentCompressed { readonly get; set; }

    /// <summary>Adds what another interface has counted.</summary>
    public void Add(in InterfaceCounters other)
    {
        ReceivedBytes += other.ReceivedBytes;
        ReceivedPackets += other.ReceivedPackets;
        ReceiveErrors += other.ReceiveErrors;
        ReceiveDropped += other.ReceiveDropped;
        ReceiveOverruns += other.ReceiveOverruns;
        ReceiveFrame += other.ReceiveFrame;
        ReceivedCompressed += other.ReceivedCompressed;
        Multicast += other.Multicast;
        SentBytes += other.SentBytes;
        SentPackets += other.SentPackets;
        SendErrors += other.SendErrors;
        SendDropped += other.SendDropped;
        SendOverruns += other.SendOverruns;
        Collisions += other.Collisions;
        SendCarrier += other.SendCarrier;
        SentCompressed += other.SentCompressed;
    }
}
