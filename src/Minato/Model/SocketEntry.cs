using System;
using System.Runtime.InteropServices;

namespace Minato.Model;

/// <summary>
/// One socket. A large value: pass it by reference. A field that the source does not carry has no bit in
/// <see cref="Known"/> and must not be read as zero.
/// </summary>
public struct SocketEntry
{
    // The large parts are fields, so that decoders set and renderers read them without a copy.
    internal Endpoint LocalEnd;
    internal Endpoint PeerEnd;
    internal SocketId Identity;

    // The path and then the waiting peers' inodes: one reference in the row instead of two.
    internal ReadOnlyMemory<byte> UnixBytes;
    internal ushort UnixPathLength;

    /// <summary>Kind of socket.</summary>
    public Transport Transport { readonly get; internal set; }

    /// <summary>Address family.</summary>
    public SocketFamily Family { readonly get; internal set; }

    /// <summary>State.</summary>
    public SocketState State { readonly get; internal set; }

    /// <summary>Who opened it; anything but <see cref="Model.Direction.Listen"/> is inferred from the listeners of the same snapshot.</summary>
    public Direction Direction { readonly get; internal set; }

    /// <summary>Which of the optional fields hold a fact.</summary>
    public SocketFields Known { readonly get; internal set; }

    /// <summary>Identity.</summary>
    public readonly SocketId Id => Identity;

    /// <summary>This machine's end (internet sockets).</summary>
    public readonly Endpoint Local => LocalEnd;

    /// <summary>The other end (internet sockets).</summary>
    public readonly Endpoint Peer => PeerEnd;

    /// <summary>
    /// A number within the family: of a raw socket the IP protocol that the kernel told, of a netlink socket its protocol
    /// (NETLINK_ROUTE is 0), of a packet socket its ethertype, of a TIPC socket its type (SOCK_*).
    /// </summary>
    public ushort Protocol { readonly get; internal set; }

    /// <summary>
    /// This end's number outside the internet families: netlink port id, vsock port, TIPC reference, XDP queue. The vsock
    /// context id and the TIPC node are the address of <see cref="Local"/>, as an IPv4 address of that number.
    /// </summary>
    public uint LocalNumber { readonly get; internal set; }

    /// <summary>The other end's number, as <see cref="LocalNumber"/>.</summary>
    public uint PeerNumber { readonly get; internal set; }

    /// <summary>Where the row's details lie in its batch (<see cref="SocketBatch.DetailsOf"/>); 0 is none.</summary>
    internal ushort DetailsPlace;

    /// <summary>Bytes that wait to be read; of a listener: connections that wait to be accepted.</summary>
    public uint ReceiveQueue { readonly get; internal set; }

    /// <summary>Bytes not yet confirmed by the peer; of a listener: the limit of its accept queue (<see cref="SocketFields.Backlog"/>).</summary>
    public uint SendQueue { readonly get; internal set; }

    /// <summary>User id of the creator.</summary>
    public uint Uid { readonly get; internal set; }

    /// <summary>Inode in sockfs, the key to its owners; 0 when no process has it (TIME-WAIT, SYN-RECEIVED, not yet accepted, kernel sockets).</summary>
    public ulong Inode { readonly get; internal set; }

    /// <summary>The running timer.</summary>
    public SocketTimer Timer { readonly get; internal set; }

    /// <summary>Firewall mark; 0 is none.</summary>
    public uint Mark { readonly get; internal set; }

    /// <summary>Index of the interface the socket is bound to; 0 is none.</summary>
    public uint InterfaceIndex { readonly get; internal set; }

    /// <summary>Inode of the control group's directory; 0 is none.</summary>
    public ulong CgroupId { readonly get; internal set; }

    /// <summary>Whether an IPv6 socket refuses IPv4.</summary>
    public bool V6Only { readonly get; internal set; }

    /// <summary>Directions shut down: bit 0 receiving, bit 1 sending (net/sock.h, RCV_SHUTDOWN and SEND_SHUTDOWN).</summary>
    public byte Shutdown { readonly get; internal set; }

    /// <summary>Inode of the peer of a UNIX socket; 0 is none.</summary>
    public uint UnixPeerInode { readonly get; internal set; }

    /// <summary>Inode of the file that a UNIX socket is bound to.</summary>
    public uint UnixFileInode { readonly get; internal set; }

    /// <summary>Device of the file that a UNIX socket is bound to: major &lt;&lt; 20 | minor.</summary>
    public uint UnixFileDevice { readonly get; internal set; }

    /// <summary>Reference count of a UNIX socket, as /proc/net/unix tells it.</summary>
    public uint UnixReferences { readonly get; internal set; }

    /// <summary>Path of a UNIX socket as raw bytes; valid only while the batch is. Abstract names start with NUL, but with '@' where /proc/net told them.</summary>
    public readonly ReadOnlyMemory<byte> UnixPath => UnixBytes[..UnixPathLength];

    /// <summary>Inodes of the peers that wait in a UNIX listener's queue; valid only while the batch is.</summary>
    public readonly ReadOnlySpan<uint> UnixPendingPeers => MemoryMarshal.Cast<byte, uint>(UnixBytes.Span[UnixPathLength..]);

    /// <summary>Whether the field holds a fact.</summary>
    public readonly bool Has(SocketFields field) => (Known & field) == field;
}
