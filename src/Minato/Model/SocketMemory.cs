namespace Minato.Model;

/// <summary>What the buffers of a socket hold, in bytes.</summary>
/// <param name="ReceiveAllocated">Taken by what waits to be read.</param>
/// <param name="ReceiveLimit">What that may become.</param>
/// <param name="SendAllocated">Taken by what waits to be sent.</param>
/// <param name="SendLimit">What that may become.</param>
/// <param name="ForwardAllocated">Set aside for data to come.</param>
/// <param name="SendQueued">In the queue of a connection, sent or not.</param>
/// <param name="Options">Taken by options and filters.</param>
/// <param name="Backlog">Came while a process had the socket locked; null before Linux 3.0.</param>
/// <param name="Drops">Packets dropped; null before Linux 4.7.</param>
public readonly record struct SocketMemory(
    uint ReceiveAllocated,
    uint ReceiveLimit,
    uint SendAllocated,
    uint SendLimit,
    uint ForwardAllocated,
    uint SendQueued,
    uint Options,
    uint? Backlog,
    uint? Drops);
