using System;
using System.Linq;
using CsCheck;
using Minato.Bench.Launch;
using Minato.Bench.Pairing;

namespace Minato.Tests.Bench;

public sealed class PairStatisticsTests
{
    [Fact]
    public void An_odd_count_has_a_middle_value() => Assert.Equal(new Spread(3, 1, 9), Spread.Of([9, 1, 3]));

    [Fact]
    public void An_even_count_takes_the_mean_of_the_two_in_the_middle() => Assert.Equal(new Spread(2.5, 1, 9), Spread.Of([9, 3, 1, 2]));

    [Fact]
    public void Nothing_has_no_middle() => Assert.Throws<ArgumentException>(() => Spread.Of([]));

    [Fact]
    public void At_most_half_of_the_values_lie_on_either_side_of_the_median() =>
        Gen.Double[-1e6, 1e6].Array[1, 50].Sample(values =>
        {
            var spread = Spread.Of(values);
            Assert.InRange(values.Count(value => value < spread.Median), 0, values.Length / 2);
            Assert.InRange(values.Count(value => value > spread.Median), 0, values.Length / 2);
            Assert.Equal(values.Min(), spread.Least);
            Assert.Equal(values.Max(), spread.Most);
        });

    [Fact]
    public void A_ratio_is_taken_inside_each_pair()
    {
        // Both commands were slowed by the same neighbour in the second pair: each pair still says one half.
        var series = new PairSeries([Pair(1, 2), Pair(50, 100), Pair(2, 4)]);
        Assert.Equal(new Spread(0.5, 0.5, 0.5), series.WallRatio);
        Assert.Equal(2, series.MinatoWallMs.Median);
        Assert.Equal(4, series.PeerWallMs.Median);
    }

    [Fact]
    public void The_floor_is_compared_with_the_peer_of_its_own_pair()
    {
        var series = new PairSeries([Pair(1, 2) with { Floor = new Measurement { WallNs = 1_000_000 } }]);
        Assert.Equal(0.5, series.FloorRatio?.Median);
        Assert.Null(new PairSeries([Pair(1, 2)]).FloorRatio);
    }

    [Theory]
    [InlineData(5, 101)]    // a start: 1.5 s for all of them
    [InlineData(25, 61)]
    [InlineData(300, 9)]
    [InlineData(7_000, 9)]
    public void A_short_command_is_repeated_while_it_costs_little(double pairMs, int pairs) =>
        Assert.Equal(pairs, new PairCount(9, Fixed: false).For(pairMs));

    [Theory]
    [InlineData(1)]
    [InlineData(200)]
    public void A_number_of_pairs_that_was_typed_is_kept(int pairs) => Assert.Equal(pairs, new PairCount(pairs, Fixed: true).For(5));

    [Fact]
    public void Peak_memory_is_the_highest_of_all_runs()
    {
        var series = new PairSeries(
        [
            new(new Measurement { PeakKib = 7 }, new Measurement { PeakKib = 20 }),
            new(new Measurement { PeakKib = 9 }, new Measurement { PeakKib = 10 }),
        ]);
        Assert.Equal((9, 20), (series.MinatoPeakKib, series.PeerPeakKib));
    }

    private static Pair Pair(long minatoMs, long peerMs) =>
        new(new Measurement { WallNs = minatoMs * 1_000_000, CpuUs = 1 }, new Measurement { WallNs = peerMs * 1_000_000, CpuUs = 1 });
}
