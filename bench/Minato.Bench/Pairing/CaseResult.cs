using System;
using Minato.Bench.Cases;
using Minato.Bench.Machine;
using Minato.Bench.Storm;

namespace Minato.Bench.Pairing;

/// <summary>What came of a case: its pairs, or the reason why there are none.</summary>
internal sealed record CaseResult(BenchCase Case, StormShape Load)
{
    private const double WaitedLimit = 0.05;

    public PairSeries? Series { get; init; }
    public string? Fault { get; init; }
    public long MinatoLines { get; init; }
    public long PeerLines { get; init; }

    public long TcpElsewhere { get; init; }

    /// <summary>
    /// Others took part in the wall times. A shorter command meets less of their work, but their cache misses hurt the one
    /// most that spends its time in the kernel's tables; their sockets hurt the one that walks those more often.
    /// </summary>
    public bool Disturbed => TcpElsewhere > Quiet.TcpLimit
        || (Series is not null && Math.Max(Series.MinatoWaited.Median, Series.PeerWaited.Median) > WaitedLimit);

    public bool? WallPassed => Case.WallLimit is { } limit && Series is not null ? Series.WallRatio.Median <= limit : null;

    public bool? MemoryPassed => Case.MemoryLimited && Series is not null ? Series.MinatoPeakKib <= Series.PeerPeakKib : null;

    public bool Passed => Fault is null && WallPassed != false && MemoryPassed != false;
}
