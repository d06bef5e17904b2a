using Minato.Bench.Cases;
using Minato.Bench.Storm;

namespace Minato.Bench.Pairing;

/// <summary>What came of a case: its pairs, or the reason why there are none.</summary>
internal sealed record CaseResult(BenchCase Case, StormShape Load)
{
    public PairSeries? Series { get; init; }
    public string? Fault { get; init; }
    public long MinatoLines { get; init; }
    public long PeerLines { get; init; }

    public bool? WallPassed => Case.WallLimit is { } limit && Series is not null ? Series.WallRatio.Median <= limit : null;

    public bool? MemoryPassed => Case.MemoryLimited && Series is not null ? Series.MinatoPeakKib <= Series.PeerPeakKib : null;

    public bool Passed => Fault is null && WallPassed != false && MemoryPassed != false;
}
