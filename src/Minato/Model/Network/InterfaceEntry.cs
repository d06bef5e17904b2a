using System.Collections.Generic;

namespace Minato.Model.Network;

/// <summary>A network interface, its counters and its addresses.</summary>
internal sealed class InterfaceEntry
{
    /// <summary>The kernel's number; 0 where the source has none.</summary>
    public uint Index { get; set; }

    /// <summary>The name's bytes: whoever may make interfaces chooses them.</summary>
    public required byte[] Name { get; init; }

    /// <summary>
    /// Whether the kernel told what the interface is: flags, MTU, hardware and the rest below. The files of /proc have names,
    /// counters and IPv6 addresses alone.
    /// </summary>
    public bool HasLink { get; set; }

    public InterfaceFlags Flags { get; set; }

    /// <summary>Largest packet in bytes.</summary>
    public uint Mtu { get; set; }

    /// <summary>Length of the transmit queue in packets.</summary>
    public uint TransmitQueueLength { get; set; }

    /// <summary>ARPHRD_* of linux/if_arp.h.</summary>
    public ushort HardwareType { get; set; }

    /// <summary>The link layer's address: six bytes on Ethernet, none on a tunnel without one.</summary>
    public byte[] HardwareAddress { get; set; } = [];

    /// <summary>Counters; null where the source has none.</summary>
    public InterfaceCounters? Counters { get; set; }

    /// <summary>Addresses in the kernel's order, IPv4 first.</summary>
    public List<InterfaceAddress> Addresses { get; } = [];

    /// <summary>Shared memory and I/O port of an old device (struct ifmap of linux/if.h); zeros on others.</summary>
    public ulong MemoryStart { get; set; }

    public ulong MemoryEnd { get; set; }

    public ushort BaseAddress { get; set; }

    public ushort Interrupt { get; set; }

    public byte Dma { get; set; }
}
