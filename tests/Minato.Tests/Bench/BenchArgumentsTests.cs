using System;
using System.Linq;
using Minato.Bench;
using Minato.Bench.Cases;

namespace Minato.Tests.Bench;

public sealed class BenchArgumentsTests
{
    [Fact]
    public void Nothing_typed_is_the_whole_run_that_may_be_committed()
    {
        var arguments = BenchArguments.Parse([]);
        Assert.Equal(9, arguments.Pairs);
        Assert.True(arguments.IsWhole);
        Assert.Equal(CaseTable.All.Where(one => !one.OnRequest), arguments.Cases());
    }

    [Theory]
    [InlineData("--quick")]
    [InlineData("--only", "tln-empty")]
    [InlineData("--pairs", "8")]
    public void A_shortened_run_never_replaces_the_committed_page(params string[] words) =>
        Assert.False(BenchArguments.Parse(words).IsWhole);

    [Fact]
    public void Quick_runs_three_pairs_unless_told() =>
        Assert.Equal((3, 5), (BenchArguments.Parse(["--quick"]).Pairs, BenchArguments.Parse(["--pairs", "5", "--quick"]).Pairs));

    [Fact]
    public void Only_the_named_cases_run_even_those_on_request() =>
        Assert.Equal(
            [CaseTable.Find("tan-1m"), CaseTable.Find("tln-empty")],
            BenchArguments.Parse(["--only", "tan-1m", "--only", "tln-empty"]).Cases());

    [Fact]
    public void A_million_sockets_come_only_when_asked_for() =>
        Assert.Equal(CaseTable.All, BenchArguments.Parse(["--with-1m"]).Cases());

    [Theory]
    [InlineData("--only", "nonsense")]
    [InlineData("--only")]
    [InlineData("--pairs", "0")]
    [InlineData("--pairs", "many")]
    [InlineData("--fast")]
    public void A_mistake_is_named(params string[] words)
    {
        var mistake = Assert.Throws<BenchUsage>(() => BenchArguments.Parse(words));
        Assert.Contains(words[^1], mistake.Message, StringComparison.Ordinal);
    }
}
