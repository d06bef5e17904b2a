namespace Minato.Rendering.Netstat;

/// <summary>What a column of a socket table holds. Which columns a table has, and how wide, is its dialect's data.</summary>
internal enum NetstatCell : byte
{
    /// <summary>The protocol in the dialect's words: <c>tcp6</c>, <c>TCP</c>, <c>tcp46</c>.</summary>
    Protocol,

    /// <summary>Bytes that wait to be read.</summary>
    ReceiveQueue,

    /// <summary>Bytes that the peer has not confirmed.</summary>
    SendQueue,

    /// <summary>This machine's end.</summary>
    Local,

    /// <summary>The other end.</summary>
    Peer,

    /// <summary>The state in the dialect's words.</summary>
    State,

    /// <summary>Name or number of the user.</summary>
    User,

    /// <summary>The inode.</summary>
    Inode,

    /// <summary>Linux: <c>PID/program</c> of the lowest pid.</summary>
    Program,

    /// <summary>Linux: the SELinux context of that process.</summary>
    Context,

    /// <summary>Linux: the running timer.</summary>
    Timer,

    /// <summary>Windows: the number of the owning process, 0 when there is none.</summary>
    ProcessId,

    /// <summary>Windows: milliseconds since the socket came into its state.</summary>
    TimeInState,

    /// <summary>Windows: whether the system or the network card handles the connection.</summary>
    OffloadState,

    /// <summary>Windows: the template that a connection's settings came from.</summary>
    Template,

    /// <summary>Linux: references of a UNIX socket.</summary>
    UnixReferences,

    /// <summary>Linux: flags of a UNIX socket.</summary>
    UnixFlags,

    /// <summary>The type of a UNIX socket, in capitals on Linux and small letters on macOS.</summary>
    UnixType,

    /// <summary>Linux: the state of a UNIX socket.</summary>
    UnixState,

    /// <summary>The path of a UNIX socket.</summary>
    UnixPath,

    /// <summary>macOS: where the kernel keeps the socket; here its cookie.</summary>
    Identity,

    /// <summary>macOS: bytes received.</summary>
    ReceivedBytes,

    /// <summary>macOS: bytes sent.</summary>
    SentBytes,

    /// <summary>macOS: packets received.</summary>
    ReceivedPackets,

    /// <summary>macOS: packets sent.</summary>
    SentPackets,

    /// <summary>macOS: packets that found no room.</summary>
    Drops,

    /// <summary>macOS: how much the receive buffer may hold.</summary>
    ReceiveLimit,

    /// <summary>macOS: how much the send buffer may hold.</summary>
    SendLimit,

    /// <summary>macOS 26: <c>process:pid</c>.</summary>
    NamedProcess,

    /// <summary>macOS 26: the process on whose behalf another acts; Linux knows no such thing.</summary>
    EffectiveProcess,

    /// <summary>macOS 15: the process's number.</summary>
    LastProcess,

    /// <summary>macOS: the bits of so_state.</summary>
    StateBits,

    /// <summary>macOS: the bits of so_options.</summary>
    OptionBits,

    /// <summary>macOS: what has no source on this system.</summary>
    Unknown,

    /// <summary>macOS: the queues of a listener, <c>waiting/unfinished/limit</c>.</summary>
    ListenQueues,

    /// <summary>macOS: the identity of a UNIX socket; here its inode.</summary>
    UnixIdentity,

    /// <summary>macOS: the inode of the file that a UNIX socket is bound to.</summary>
    UnixFile,

    /// <summary>macOS: the identity of a UNIX socket's peer.</summary>
    UnixPeer,

    /// <summary>macOS: the first of the datagram sockets that are connected to it.</summary>
    UnixReferrer,

    /// <summary>macOS: the next of the datagram sockets that are connected to the same one.</summary>
    UnixNextReferrer,

    /// <summary>macOS: the path of a UNIX socket with its blank, or nothing.</summary>
    UnixName,
}
