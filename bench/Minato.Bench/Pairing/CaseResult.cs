using System;
using Minato.Bench.Cases;
using Minato.Bench.Machine;
using Minato.Bench.Storm;

namespace Minato.Bench.Pairing;

/// <summary>What came of a case: its pairs, or the reason why there are none.</summary>
internal sealed record CaseResult(BenchCase Case, StormShape Load)
{
    private const double WaitedLimit = 0.05;

    /// <summary>A tenth of a byte: the runtime allocates a little by itself, and one object in a batch of rows would be more.</summary>
    private const double RuntimesOwn = 0.1;

    public PairSeries? Series { get; init; }
    public string? Fault { get; init; }
    public long MinatoLines { get; init; }
    public long PeerLines { get; init; }

    public long TcpElsewhere { get; init; }

    /// <summary>
    /// Others took part in the wall times. A shorter command meets less of their work, but their cache misses hurt the one
    /// most that spends its time in the kernel's tables; their sockets hurt the one that walks those more often.
    /// </summary>
    public bool Disturbed => TcpElsewhere > Quiet.TcpLimit || Waited > WaitedLimit;

    /// <summary>It may go better at another time. Others' sockets stay where they are.</summary>
    public bool IsWorthRepeating => Waited > WaitedLimit && TcpElsewhere <= Quiet.TcpLimit;

    /// <summary>The share of time without a processor, on the side that had to wait longer.</summary>
    public double Waited => Series is null ? 0 : Math.Max(Series.MinatoWaited.Median, Series.PeerWaited.Median);

    /// <summary>This result, or that of the same case measured once more if others took less part in it.</summary>
    public CaseResult OrQuieter(CaseResult again) => (again.Fault, Disturbed, again.Disturbed) switch
    {
        (not null, _, _) or (_, false, _) => this,
        (_, _, false) => again,
        _ => again.Waited < Waited ? again : this,
    };

    public bool? WallPassed => Case.Wall is { } wall && Series is not null ? Series.WallRatio.Median <= wall.Must : null;

    public bool AimReached => Case.Wall?.Aim is { } aim && Series is not null && Series.WallRatio.Median <= aim;

    public double? MemoryRatio => Case.Kind == CaseKind.Commands && Series is not null ? (double)Series.MinatoPeakKib / Series.PeerPeakKib : null;

    public bool? MemoryPassed => Case.Memory is { } memory && MemoryRatio is { } ratio ? ratio <= memory.Must : null;

    public bool? AllocationPassed =>
        Case.AllocationLimit is { } limit && Series is not null ? Series.MinatoBytesPerRow <= limit + RuntimesOwn : null;

    public bool Passed => Fault is null && WallPassed != false && MemoryPassed != false && AllocationPassed != false;
}
