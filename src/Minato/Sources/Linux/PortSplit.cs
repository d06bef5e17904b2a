using System;
using Minato.Filter.Kernel;
using Minato.Model;

namespace Minato.Sources.Linux;

/// <summary>A port that parts the sockets of a table in two halves, found on a sample of them.</summary>
/// <param name="IsPeer">Whether the peer's port is meant.</param>
/// <param name="Port">The last port of the lower half.</param>
internal readonly record struct PortSplit(bool IsPeer, ushort Port)
{
    // A smaller part than this is not worth a second walk of the table.
    private const int LeastPercent = 25;

    /// <summary>The filter of a half.</summary>
    public KernelFilter Half(bool isUpper)
    {
        KernelCode code = (IsPeer, isUpper) switch
        {
            (false, false) => KernelCode.LocalPortAtMost,
            (false, true) => KernelCode.LocalPortAtLeast,
            (true, false) => KernelCode.PeerPortAtMost,
            (true, true) => KernelCode.PeerPortAtLeast,
        };
        KernelCondition condition = new(code) { Port = isUpper ? Port + 1 : Port };
        return new KernelFilter(KernelAssembler.Assemble([new FlowStep(0, 1, FlowStep.Reject)], [condition])!, weaker: null);
    }

    /// <summary>The better of the two ends' medians, or null when most sockets share a port at both.</summary>
    public static PortSplit? Find(ReadOnlySpan<SocketEntry> sample)
    {
        int local = Median(sample, isPeer: false, out ushort localPort);
        int peer = Median(sample, isPeer: true, out ushort peerPort);
        if (Math.Max(local, peer) * 100 < sample.Length * LeastPercent) return null;
        return local >= peer ? new PortSplit(false, localPort) : new PortSplit(true, peerPort);
    }

    // The last port of the lower half, and how many sockets of the sample the smaller half has.
    private static int Median(ReadOnlySpan<SocketEntry> sample, bool isPeer, out ushort port)
    {
        ushort[] ports = new ushort[sample.Length];
        for (int i = 0; i < ports.Length; i++) ports[i] = isPeer ? sample[i].PeerEnd.Port : sample[i].LocalEnd.Port;
        Array.Sort(ports);

        // Sockets of one port stay together: they go to the half in which the halves differ less.
        port = ports[ports.Length / 2];
        int before = ports.AsSpan().IndexOf(port);
        int through = ports.AsSpan().LastIndexOf(port) + 1;
        int without = Math.Min(before, ports.Length - before);
        int with = Math.Min(through, ports.Length - through);
        if (without > with) port = ports[before - 1];
        return Math.Max(without, with);
    }
}
