using Minato.Bench.Cases;
using Minato.Bench.Launch;
using Minato.Bench.Machine;
using Minato.Bench.Pairing;

namespace Minato.Tests.Bench;

/// <summary>Results of one pair: the peer took 40 ms and 3000 KiB.</summary>
internal static class Sample
{
    public static MachineFacts Machine { get; } = new("Some CPU", 2, "6.18", "iproute2-6.1.0", "net-tools 2.10", "4.95.0", "0.1.0");

    public static CaseResult Result(string name, double minatoMs, long minatoKib = 2000, long waitedNs = 0)
    {
        var one = CaseTable.Find(name)!;
        var minato = Run(minatoMs) with { CpuUs = 1000, PeakKib = minatoKib, WaitedNs = waitedNs };
        var pair = new Pair(minato, Run(40) with { CpuUs = 2000, PeakKib = 3000 }, one.Floor is null ? null : Run(1));
        return new(one, one.Load) { Series = new([pair]), MinatoLines = 21, PeerLines = 21 };
    }

    public static CaseResult Library(double bytesPerRow)
    {
        var one = CaseTable.Find("library-stream-100k")!;
        var minato = Run(2) with { CpuUs = 1000, Bytes = (long)(bytesPerRow * 10), Lines = 10 };
        var pair = new Pair(minato, Run(40) with { CpuUs = 2000, Bytes = 13_000, Lines = 10 });
        return new(one, one.Load) { Series = new([pair]), MinatoLines = 10, PeerLines = 10 };
    }

    public static CaseResult Fault(string name, string reason)
    {
        var one = CaseTable.Find(name)!;
        return new(one, one.Load) { Fault = reason };
    }

    private static Measurement Run(double ms) => new() { WallNs = (long)(ms * 1e6) };
}
