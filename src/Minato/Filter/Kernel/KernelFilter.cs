using System;
using Minato.Model;

namespace Minato.Filter.Kernel;

/// <summary>The part of a filter that the kernel can check: a port in the request itself, and a program for the rest.</summary>
internal sealed class KernelFilter
{
    private readonly Func<KernelFilter?>? _weaker;

    /// <param name="program">The program; empty when the ports say it all.</param>
    /// <param name="weaker">Gives the same without the newest kind of condition that it uses.</param>
    public KernelFilter(byte[] program, Func<KernelFilter?>? weaker)
    {
        Program = program;
        _weaker = weaker;
    }

    /// <summary>The program's bytes; empty when there is none.</summary>
    public ReadOnlyMemory<byte> Program { get; }

    /// <summary>
    /// The one local port asked for, or 0: the kernel compares it before it takes a reference to the socket, which is
    /// quicker than any program (BENCH tan-sport-1m).
    /// </summary>
    public ushort LocalPort { get; init; }

    /// <summary>The one port of the peer asked for, or 0.</summary>
    public ushort PeerPort { get; init; }

    /// <summary>
    /// Both ends of the one connection asked for, each with address and port, or null: the kernel finds it by its hash, without
    /// a look at any other. A connection of the same two ends may exist once more, bound to a device.
    /// </summary>
    public (Endpoint Local, Endpoint Peer)? Connection { get; init; }

    /// <summary>What to ask of a kernel that refused the program: less, or null when nothing is left to leave out.</summary>
    public KernelFilter? Weaker() => _weaker?.Invoke();
}
