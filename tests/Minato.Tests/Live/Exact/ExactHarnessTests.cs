using System.Collections.Generic;
using System.IO;
using System.Linq;
using Minato.Tests.Aot;

namespace Minato.Tests.Live.Exact;

/// <summary>The instrument itself: it must find what differs, in every output, and nothing else.</summary>
public sealed class ExactHarnessTests(ExactScene scene) : LiveTest, IClassFixture<ExactScene>
{
    /// <summary>Enough to see every table and shape of output once.</summary>
    private static readonly Invocation[] Sample = [.. Invocations.Cover.Where((_, number) => number % 4 == 0)];

    [Theory]
    [InlineData("6.1")]
    [InlineData("6.15")]
    [InlineData("7.3")]
    public void An_original_is_equal_to_itself(string release)
    {
        string original = Oracles.Of(release);

        Differ.None(Batch.Differences(scene.Fresh(), original, original, Sample));
    }

    [Fact]
    public void Another_release_is_told_from_the_first()
    {
        List<string> differences = Batch.Differences(scene.Fresh(), Oracles.Of("7.3"), Oracles.Of("6.1"), Sample);

        Assert.InRange(differences.Count, Sample.Length / 2, Sample.Length);
    }

    [Theory]
    [InlineData("one blank more", "s/$/ /")]
    [InlineData("one blank less", "s/  */&\\n/;s/ \\n//")]
    [InlineData("a digit", "s/4/5/")]
    [InlineData("a row less", "2d")]
    public void A_mutant_is_caught_wherever_it_changes_the_output(string what, string change)
    {
        string original = Oracles.Of("7.3");
        string mutant = Path.Combine(Workshop.MakeDirectory("mutants"), what.Replace(' ', '-'));
        Workshop.Script(mutant, $"#!/bin/sh\n{original} \"$@\" >$$.out; code=$?; sed '{change}' $$.out; rm $$.out; exit $code\n");
        Invocation[] lines = [new("-tln"), new("-tanp"), new("-xan"), new("-tani"), new("-0anep"), new("-f netlink -an"), new("-tuln", Terminal: 80)];

        List<string> differences = Batch.Differences(scene.Fresh(), original, mutant, lines);

        Assert.Equal(lines.Length, differences.Count);
    }

    [Fact]
    public void A_mutant_of_the_exit_code_is_caught()
    {
        string mutant = Path.Combine(Workshop.MakeDirectory("mutants"), "code");
        Workshop.Script(mutant, $"#!/bin/sh\n{Oracles.Of("7.3")} \"$@\"; exit $(($? + 1))\n");

        Assert.Single(Batch.Differences(scene.Fresh(), Oracles.Of("7.3"), mutant, [new("-tln")]));
    }

    [Theory]
    [InlineData("6.1")]
    [InlineData("6.15")]
    [InlineData("7.3")]
    public void What_was_recorded_is_what_the_original_says(string release) =>
        Assert.Equal(ExactReplayTests.Recorded(release), ExactReplayTests.Replay([Oracles.Of(release)]));
}
