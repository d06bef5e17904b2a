using System;
using System.Linq;
using Minato.Bench;
using Minato.Bench.Cases;
using Minato.Bench.Pairing;

namespace Minato.Tests.Bench;

public sealed class BenchArgumentsTests
{
    [Fact]
    public void Nothing_typed_is_the_whole_run_that_may_be_committed()
    {
        var arguments = BenchArguments.Parse([]);
        Assert.Equal(new PairCount(9, Fixed: false), arguments.Pairs);
        Assert.True(arguments.IsWhole);
        Assert.Equal(CaseTable.All, arguments.Cases());
    }

    [Theory]
    [InlineData("--quick")]
    [InlineData("--only", "tln-empty")]
    [InlineData("--pairs", "8")]
    [InlineData("--without-1m")]
    public void A_shortened_run_never_replaces_the_committed_page(params string[] words) =>
        Assert.False(BenchArguments.Parse(words).IsWhole);

    [Fact]
    public void Quick_runs_three_pairs_unless_told() =>
        Assert.Equal(
            (new PairCount(3, Fixed: true), new PairCount(5, Fixed: true)),
            (BenchArguments.Parse(["--quick"]).Pairs, BenchArguments.Parse(["--pairs", "5", "--quick"]).Pairs));

    [Fact]
    public void Only_the_named_cases_run() =>
        Assert.Equal(
            "tan-1m tln-empty",
            string.Join(' ', BenchArguments.Parse(["--only", "tan-1m", "--only", "tln-empty"]).Cases().Select(one => one.Name)));

    [Fact]
    public void The_cases_beside_a_million_sockets_can_be_left_out() =>
        Assert.Equal(
            CaseTable.All.Where(one => !one.Name.Contains("-1m", StringComparison.Ordinal)),
            BenchArguments.Parse(["--without-1m"]).Cases());

    [Fact]
    public void A_million_small_sockets_are_part_of_a_quick_run() => Assert.Contains(CaseTable.Find("tan-1m"), BenchArguments.Parse(["--quick"]).Cases());

    [Fact]
    public void Another_program_gets_the_cases_that_it_can_understand()
    {
        var cases = BenchArguments.Parse(["--minato", "/usr/bin/ss"]).Cases();
        Assert.Contains(CaseTable.Find("tan-100k"), cases);
        Assert.DoesNotContain(CaseTable.Find("netstat-tan-100k"), cases);
        Assert.DoesNotContain(CaseTable.Find("tanp-1m"), cases); // ss would not end
        Assert.DoesNotContain(CaseTable.Find("library-snapshot-100k"), cases);
        Assert.Equal(CaseTable.All, BenchArguments.Parse(["--minato", "/opt/minato-2"]).Cases());
    }

    [Theory]
    [InlineData("--without-1m", "--only", "tan-1m")]
    [InlineData("--minato", "/usr/bin/ss", "--only", "netstat-tan-100k")]
    public void Options_that_leave_no_case_are_a_mistake(params string[] words)
    {
        var mistake = Assert.Throws<BenchUsage>(() => BenchArguments.Parse(words));
        Assert.StartsWith($"no case is left: {words[^1]}", mistake.Message, StringComparison.Ordinal);
    }

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
