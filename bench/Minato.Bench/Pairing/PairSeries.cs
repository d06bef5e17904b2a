using System;
using System.Collections.Generic;
using System.Linq;
using Minato.Bench.Launch;

namespace Minato.Bench.Pairing;

/// <summary>Both commands of one pair, and the floor where there is one; they ran directly after one another, so what disturbed one mostly disturbed all.</summary>
internal readonly record struct Pair(Measurement Minato, Measurement Peer, Measurement? Floor = null);

/// <summary>The pairs of one case. Ratios are taken pair by pair and only then summed up.</summary>
internal sealed class PairSeries(IReadOnlyList<Pair> pairs)
{
    public int Count => pairs.Count;
    public Spread MinatoWallMs => Across(static pair => pair.Minato.WallMs);
    public Spread PeerWallMs => Across(static pair => pair.Peer.WallMs);
    public Spread WallRatio => Across(static pair => pair.Minato.WallMs / pair.Peer.WallMs);
    public Spread CpuRatio => Across(static pair => (double)pair.Minato.CpuUs / pair.Peer.CpuUs);

    public Spread? FloorWallMs => pairs[0].Floor is null ? null : Across(static pair => pair.Floor!.Value.WallMs);
    public Spread? FloorRatio => pairs[0].Floor is null ? null : Across(static pair => pair.Floor!.Value.WallMs / pair.Peer.WallMs);

    public Spread MinatoWaited => Across(static pair => pair.Minato.WaitedShare);
    public Spread PeerWaited => Across(static pair => pair.Peer.WaitedShare);

    /// <summary>The highest peak of all runs, on both sides.</summary>
    public long MinatoPeakKib => pairs.Max(static pair => pair.Minato.PeakKib);
    public long PeerPeakKib => pairs.Max(static pair => pair.Peer.PeakKib);

    /// <summary>Bytes a row, where bytes are what was allocated and lines are rows; the least of all runs, as others' allocations only add.</summary>
    public double MinatoBytesPerRow => pairs.Min(static pair => (double)pair.Minato.Bytes / pair.Minato.Lines);
    public double PeerBytesPerRow => pairs.Min(static pair => (double)pair.Peer.Bytes / pair.Peer.Lines);

    private Spread Across(Func<Pair, double> value) => Spread.Of([.. pairs.Select(value)]);
}
