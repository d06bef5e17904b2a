using System.Text;
using Minato.Sources.Linux.Connections;

namespace Minato.Tests.Sources.Connections;

/// <summary>Whether a program is worth its loading, by /proc/net/sockstat.</summary>
public sealed class ConnectionCountsTests
{
    private const string Head = "sockets: used 300\n";

    [Fact]
    public void TIME_WAIT_counts_as_the_namespaces_own() =>
        Assert.Equal(new ConnectionCounts(112, 112), Parse("TCP: inuse 12 orphan 0 tw 100 alloc 30 mem 0\nUDP: inuse 1 mem 0\n"));

    [Fact]
    public void What_is_allocated_counts_for_the_whole_machine() =>
        Assert.Equal(new ConnectionCounts(12, 1_000_121), Parse("TCP: inuse 12 orphan 0 tw 0 alloc 1000121 mem 0\n"));

    [Theory]
    [InlineData("")]
    [InlineData("TCP6: inuse 12\n")]
    [InlineData("TCP: inuse")]
    [InlineData("TCP: inuse many tw few alloc none\n")]
    [InlineData("UDP: inuse 5 mem 2\n")]
    public void A_file_that_says_nothing_counts_none(string text) => Assert.Equal(default, Parse(text));

    [Fact]
    public void Numbers_of_another_line_are_not_TCPs() =>
        Assert.Equal(new ConnectionCounts(5, 5), Parse("TCP: inuse 5\nFRAG: tw 9 alloc 9\n"));

    [Theory]
    [InlineData(10, 12, false)]
    [InlineData(3_000, 3_000, false)]
    [InlineData(5_000, 5_000, true)]
    [InlineData(0, 20_000, false)]
    [InlineData(0, 1_000_000, true)]
    public void Many_of_its_own_or_very_many_of_others_are_worth_a_program(long own, long all, bool areEnough) =>
        Assert.Equal(areEnough, new ConnectionCounts(own, all).AreEnough);

    private static ConnectionCounts Parse(string text) => ConnectionCounts.Parse(Encoding.ASCII.GetBytes(Head + text));
}
