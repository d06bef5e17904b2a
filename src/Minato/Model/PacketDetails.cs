using System;

namespace Minato.Model;

/// <summary>What a packet socket has beside its row (packet(7)). One object serves many sockets after each other.</summary>
public sealed class PacketDetails
{
    private PacketInstruction[] _filter = [];
    private int _filterLength = -1;

    internal PacketDetails()
    {
    }

    /// <summary>How it receives; null when not told.</summary>
    public PacketSettings? Settings { get; internal set; }

    /// <summary>The ring that it receives from; null when it has none.</summary>
    public PacketRing? ReceiveRing { get; internal set; }

    /// <summary>The ring that it sends from; null when it has none.</summary>
    public PacketRing? SendRing { get; internal set; }

    /// <summary>The group that shares its packets; null when it is in none.</summary>
    public PacketFanout? Fanout { get; internal set; }

    /// <summary>Whether the kernel told of a filter. It tells an empty one to who may not see it.</summary>
    public bool HasFilter => _filterLength >= 0;

    /// <summary>The classic BPF program that packets must pass.</summary>
    public ReadOnlySpan<PacketInstruction> Filter => _filter.AsSpan(0, Math.Max(0, _filterLength));

    internal PacketDetails Copy()
    {
        PacketDetails copy = (PacketDetails)MemberwiseClone();
        copy._filter = Filter.ToArray();
        return copy;
    }

    internal void Clear()
    {
        Settings = null;
        ReceiveRing = SendRing = null;
        Fanout = null;
        _filterLength = -1;
    }

    /// <summary>Room for a filter of that many instructions.</summary>
    internal Span<PacketInstruction> AddFilter(int length)
    {
        if (length > _filter.Length) _filter = new PacketInstruction[length];
        _filterLength = length;
        return _filter.AsSpan(0, length);
    }
}

/// <summary>How a packet socket receives.</summary>
/// <param name="Version">Layout of the ring's frames: 0 is TPACKET_V1.</param>
/// <param name="CopyThreshold">Packets from this length on are copied even with a ring.</param>
/// <param name="Flags">What is switched on.</param>
public readonly record struct PacketSettings(uint Version, uint CopyThreshold, PacketFlags Flags);

/// <summary>What is switched on for a packet socket; the numbers of linux/packet_diag.h.</summary>
[Flags]
public enum PacketFlags
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Bound and receiving.</summary>
    Running = 0x01,

    /// <summary>Each packet comes with data of its own (PACKET_AUXDATA).</summary>
    AuxiliaryData = 0x02,

    /// <summary>The real interface is told, not the bond (PACKET_ORIGDEV).</summary>
    OriginalDevice = 0x04,

    /// <summary>Each packet has a virtio header (PACKET_VNET_HDR).</summary>
    VirtualHeader = 0x08,

    /// <summary>A packet that cannot be sent is dropped (PACKET_LOSS).</summary>
    Loss = 0x10,
}

/// <summary>A ring of frames that a packet socket shares with the kernel.</summary>
/// <param name="BlockSize">Bytes of a block.</param>
/// <param name="Blocks">Blocks.</param>
/// <param name="FrameSize">Bytes of a frame.</param>
/// <param name="Frames">Frames.</param>
/// <param name="Timeout">Milliseconds after which a block that is not full is given.</param>
/// <param name="Features">TP_FT_REQ_* of linux/if_packet.h.</param>
public readonly record struct PacketRing(uint BlockSize, uint Blocks, uint FrameSize, uint Frames, uint Timeout, uint Features);

/// <summary>A group of packet sockets that share packets.</summary>
/// <param name="Id">The group.</param>
/// <param name="Type">How they are shared: PACKET_FANOUT_* of linux/if_packet.h, its flags among it.</param>
public readonly record struct PacketFanout(ushort Id, ushort Type);

/// <summary>One instruction of classic BPF.</summary>
/// <param name="Code">What it does.</param>
/// <param name="JumpTrue">Instructions to skip when it holds.</param>
/// <param name="JumpFalse">Instructions to skip when it does not.</param>
/// <param name="Operand">Its number.</param>
public readonly record struct PacketInstruction(ushort Code, byte JumpTrue, byte JumpFalse, uint Operand);
