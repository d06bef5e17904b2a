using System;

namespace Minato.Sources.Linux;

/// <summary>One datagram from netlink.</summary>
/// <param name="Length">Its whole length, also when it was cut; negated error number on failure.</param>
/// <param name="IsCut">Whether the buffer was too small for it.</param>
/// <param name="IsFromKernel">Whether the kernel sent it: any process may send to a netlink socket's address.</param>
internal readonly record struct Datagram(int Length, bool IsCut, bool IsFromKernel);

/// <summary>A netlink socket, or a canned one in tests.</summary>
internal interface INetlinkChannel : IDisposable
{
    /// <summary>0, or an error number.</summary>
    int Send(ReadOnlySpan<byte> request);

    /// <summary>
    /// Lets the kernel know how large a datagram may be, by receiving one. It makes the first of a dump before the reader has
    /// shown its buffer, small, and unix_diag ends a dump without a word at a socket for which that has no room.
    /// </summary>
    void ShowRoom(Span<byte> buffer);

    /// <summary>The next datagram; without <paramref name="wait"/>, EAGAIN when none is there.</summary>
    Datagram Receive(Span<byte> buffer, bool wait);
}

/// <summary>Opens channels.</summary>
internal interface INetlinkChannelFactory
{
    /// <summary>0 and an open channel, or an error number.</summary>
    int Open(out INetlinkChannel channel);
}
