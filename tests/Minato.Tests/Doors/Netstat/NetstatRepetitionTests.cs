using System;
using Minato.Cli.Doors.Netstat;

namespace Minato.Tests.Doors.Netstat;

public sealed class NetstatRepetitionTests
{
    [Theory]
    [InlineData(0, 1000)]
    [InlineData(10, 990)]
    [InlineData(999, 1)]
    [InlineData(1000, 1000)]
    [InlineData(3020, 980)]
    [InlineData(86_400_500, 500)]
    public void Listings_begin_at_whole_paces_from_the_first(int elapsed, int wait) =>
        Assert.Equal(TimeSpan.FromMilliseconds(wait), NetstatRepetition.UntilNext(TimeSpan.FromMilliseconds(elapsed), TimeSpan.FromSeconds(1)));

    [Fact]
    public void A_listing_that_takes_longer_than_a_pace_leaves_out_what_it_missed() =>
        Assert.Equal(TimeSpan.FromMilliseconds(50), NetstatRepetition.UntilNext(TimeSpan.FromMilliseconds(350), TimeSpan.FromMilliseconds(100)));
}
