using System;
using System.Collections.Generic;
using System.Linq;
using Minato.Bench.Launch;

namespace Minato.Bench.Pairing;

/// <summary>Both commands of one pair; they ran directly after one another, so what disturbed one mostly disturbed both.</summary>
internal readonly record struct Pair(Measurement Minato, Measurement Peer);

/// <summary>The pairs of one case. Ratios are taken pair by pair and only then summed up.</summary>
internal sealed class PairSeries(IReadOnlyList<Pair> pairs)
{
    public int Count => pairs.Count;
    public Spread MinatoWallMs => Across(static pair => pair.Minato.WallMs);
    public Spread PeerWallMs => Across(static pair => pair.Peer.WallMs);
    public Spread WallRatio => Across(static pair => pair.Minato.WallMs / pair.Peer.WallMs);
    public Spread CpuRatio => Across(static pair => (double)pair.Minato.CpuUs / pair.Peer.CpuUs);

    public Spread MinatoWaited => Across(static pair => pair.Minato.WaitedShare);
    public Spread PeerWaited => Across(static pair => pair.Peer.WaitedShare);

    /// <summary>The highest peak of all runs, on both sides.</summary>
    public long MinatoPeakKib => pairs.Max(static pair => pair.Minato.PeakKib);
    public long PeerPeakKib => pairs.Max(static pair => pair.Peer.PeakKib);

    private Spread Across(Func<Pair, double> value) => Spread.Of([.. pairs.Select(value)]);
}
