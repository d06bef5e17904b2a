namespace Minato.Model;

/// <summary>What an AF_XDP socket has beside its row. One object serves many sockets after each other.</summary>
public sealed class XdpDetails
{
    internal XdpDetails()
    {
    }

    /// <summary>Entries of the ring that it receives by; null when it has none.</summary>
    public uint? ReceiveRing { get; internal set; }

    /// <summary>Entries of the ring that it sends by; null when it has none.</summary>
    public uint? SendRing { get; internal set; }

    /// <summary>Entries of the ring by which it gives frames to the kernel; null when it has none.</summary>
    public uint? FillRing { get; internal set; }

    /// <summary>Entries of the ring by which the kernel gives sent frames back; null when it has none.</summary>
    public uint? CompletionRing { get; internal set; }

    /// <summary>The memory of the frames; null when it has none.</summary>
    public XdpMemory? Memory { get; internal set; }

    /// <summary>What it lost; null when not told.</summary>
    public XdpLosses? Losses { get; internal set; }

    internal XdpDetails Copy() => (XdpDetails)MemberwiseClone();

    internal void Clear()
    {
        ReceiveRing = SendRing = FillRing = CompletionRing = null;
        Memory = null;
        Losses = null;
    }
}

/// <summary>The memory (UMEM) that frames of AF_XDP sockets lie in.</summary>
/// <param name="Id">Its number; sockets that share it tell the same.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Pages">Its pages.</param>
/// <param name="ChunkSize">Bytes for a frame.</param>
/// <param name="Headroom">Bytes left free before a frame.</param>
/// <param name="InterfaceIndex">The interface that uses it.</param>
/// <param name="Queue">The interface's queue.</param>
/// <param name="IsZeroCopy">Whether the driver writes into it.</param>
/// <param name="References">Sockets that use it.</param>
public readonly record struct XdpMemory(
    uint Id, ulong Bytes, uint Pages, uint ChunkSize, uint Headroom, uint InterfaceIndex, uint Queue, bool IsZeroCopy, uint References);

/// <summary>Counts of what an AF_XDP socket lost or lacked.</summary>
/// <param name="ReceiveDropped">Frames dropped.</param>
/// <param name="ReceiveInvalid">Descriptors of the fill ring that were wrong.</param>
/// <param name="ReceiveFull">Frames that the receive ring had no place for.</param>
/// <param name="FillEmpty">Times that the fill ring was empty.</param>
/// <param name="SendInvalid">Descriptors of the send ring that were wrong.</param>
/// <param name="SendEmpty">Times that the send ring was empty.</param>
public readonly record struct XdpLosses(
    ulong ReceiveDropped, ulong ReceiveInvalid, ulong ReceiveFull, ulong FillEmpty, ulong SendInvalid, ulong SendEmpty);
