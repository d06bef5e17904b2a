using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Minato.Wire;

/// <summary>
/// One connection as Minato's own program in the kernel writes it: a cache line, every number as it lies in the socket.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ConnectionRecord
{
    public const int Size = 64;

    /// <summary>The hash whose low bits are the number of its chain.</summary>
    public uint Hash;

    /// <summary>AF_INET or AF_INET6.</summary>
    public ushort Family;

    /// <summary>TCP's state, of a waiting connection the state that it waits in.</summary>
    public ushort State;

    /// <summary>In network order.</summary>
    public ushort PeerPort;

    /// <summary>In the machine's order.</summary>
    public ushort LocalPort;
    public uint Interface;
    public uint ReceiveQueue;
    public uint SendQueue;
    public uint Inode;
    public uint Uid;
    public ConnectionAddress Local;
    public ConnectionAddress Peer;
}

/// <summary>In network order; of IPv4 the first word alone counts, and the others hold what was there before.</summary>
[InlineArray(4)]
internal struct ConnectionAddress
{
    private uint _word0;
}
