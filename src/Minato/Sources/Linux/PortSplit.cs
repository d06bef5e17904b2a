using System;
using Minato.Filter.Kernel;
using Minato.Model;

namespace Minato.Sources.Linux;

/// <summary>A port that parts the sockets of a table in two halves, found on a sample of them.</summary>
/// <param name="IsPeer">Whether the peer's port is meant.</param>
/// <param name="Port">The last port of the lower half; a larger one exists.</param>
internal readonly record struct PortSplit(bool IsPeer, ushort Port)
{
    // A smaller part than this is not worth a second walk of the table.
    private const int LeastPercent = 25;

    // What the kernel needs for a socket in TIME_WAIT or SYN_RECV (290 ns) beside one in any other state (700 ns).
    private const uint SmallWeight = 2;
    private const uint Weight = 5;

    /// <summary>The filter of a half, which also asks what <paramref name="also"/> does; null when the two are too long for one program.</summary>
    public KernelFilter? Half(bool isUpper, KernelFilter? also = null)
    {
        KernelCode code = (IsPeer, isUpper) switch
        {
            (false, false) => KernelCode.LocalPortAtMost,
            (false, true) => KernelCode.LocalPortAtLeast,
            (true, false) => KernelCode.PeerPortAtMost,
            (true, true) => KernelCode.PeerPortAtLeast,
        };
        KernelCondition condition = new(code) { Port = isUpper ? Port + 1 : Port };
        byte[]? program = KernelAssembler.Prepend(condition, also is null ? [] : also.Program.Span);
        return program is null ? null : new KernelFilter(program, weaker: null);
    }

    /// <summary>
    /// Where the kernel's work on a sample parts best, at the local port or at the peer's; null when most sockets share a port
    /// at both ends.
    /// </summary>
    /// <param name="sample">Sockets taken at random.</param>
    /// <param name="firstEphemeral">
    /// The lowest port that the kernel gives out. Of connections within one machine it parts servers from clients, exactly one
    /// to one; a sample alone would miss that by its own error. 0 is not known.
    /// </param>
    public static PortSplit? Find(ReadOnlySpan<SocketEntry> sample, int firstEphemeral = 0)
    {
        uint[] ports = new uint[sample.Length];
        double local = Find(sample, ports, isPeer: false, firstEphemeral, out ushort localPort);
        double peer = Find(sample, ports, isPeer: true, firstEphemeral, out ushort peerPort);
        if (Math.Max(local, peer) * 100 < LeastPercent) return null;
        return local >= peer ? new PortSplit(false, localPort) : new PortSplit(true, peerPort);
    }

    // The share of the smaller half. Sockets of one port stay together.
    private static double Find(ReadOnlySpan<SocketEntry> sample, uint[] ports, bool isPeer, int firstEphemeral, out ushort port)
    {
        uint total = 0;
        for (int i = 0; i < ports.Length; i++)
        {
            uint weight = sample[i].State is SocketState.TimeWait or SocketState.NewSynReceived or SocketState.SynReceived ? SmallWeight : Weight;
            ports[i] = (uint)(isPeer ? sample[i].PeerEnd.Port : sample[i].LocalEnd.Port) << 8 | weight;
            total += weight;
        }

        Array.Sort(ports);
        port = 0;
        uint best = 0;
        uint servers = 0;
        uint before = 0;
        for (int i = 0; i + 1 < ports.Length; i++)
        {
            before += ports[i] & 0xFF;
            uint here = ports[i] >> 8;
            if (here == ports[i + 1] >> 8) continue;
            if (here < firstEphemeral) servers = before;
            uint smaller = Math.Min(before, total - before);
            if (smaller <= best) continue;
            best = smaller;
            port = (ushort)here;
        }

        // Twice the standard error of a share near one half.
        double margin = 1 / Math.Sqrt(ports.Length);
        if (total > 0 && Math.Abs((double)servers / total - 0.5) < margin && best > 0)
        {
            port = (ushort)(firstEphemeral - 1);
            best = Math.Min(servers, total - servers);
        }

        return total == 0 ? 0 : (double)best / total;
    }
}
