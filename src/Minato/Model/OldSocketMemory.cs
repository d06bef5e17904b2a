namespace Minato.Model;

/// <summary>What the buffers of a socket hold, in bytes, as kernels before 3.3 told it (linux/inet_diag.h, <c>struct inet_diag_meminfo</c>).</summary>
/// <param name="ReceiveAllocated">Taken by what waits to be read.</param>
/// <param name="SendQueued">In the queue of a connection, sent or not.</param>
/// <param name="ForwardAllocated">Set aside for data to come.</param>
/// <param name="SendAllocated">Taken by what waits to be sent.</param>
public readonly record struct OldSocketMemory(uint ReceiveAllocated, uint SendQueued, uint ForwardAllocated, uint SendAllocated);
