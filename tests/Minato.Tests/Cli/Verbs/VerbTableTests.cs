using System;
using CsCheck;
using Minato.Cli.Verbs;
using Minato.Filter;

namespace Minato.Tests.Cli.Verbs;

public sealed class VerbTableTests
{
    [Theory]
    [InlineData("link")]
    [InlineData("shell")]
    [InlineData("help")]
    [InlineData("version")]
    public void A_verb_is_found_by_its_name(string name)
    {
        Assert.True(VerbTable.TryFind(name, out Verb verb));
        Assert.Equal(name, verb.Name);
    }

    [Theory]
    [InlineData("lnk")]
    [InlineData("LINK")]
    [InlineData("ss")]
    [InlineData("")]
    public void Another_word_is_no_verb(string word) => Assert.False(VerbTable.TryFind(word, out _));

    [Theory]
    [InlineData("lnik", "link")]
    [InlineData("sehll", "shell")]
    [InlineData("Shell", "shell")]
    [InlineData("netsat", "netstat")]
    [InlineData("net", "netstat")]
    [InlineData("verson", "version")]
    [InlineData("sss", "ss")]
    [InlineData("hepl", "help")]
    public void A_slip_of_the_hand_suggests_the_word_that_was_meant(string typed, string meant) =>
        Assert.Equal(meant, VerbTable.Suggest(typed));

    [Theory]
    [InlineData("frobnicate")]
    [InlineData("x")]
    [InlineData("")]
    [InlineData("established")]
    public void A_word_far_from_every_verb_suggests_nothing(string typed) => Assert.Null(VerbTable.Suggest(typed));

    [Fact]
    public void Any_word_suggests_a_word_that_exists_or_nothing() => Gen.String.Sample(word =>
    {
        string? meant = VerbTable.Suggest(word);
        Assert.True(meant is null || VerbTable.TryFind(meant, out _) || VerbTable.Doors.Contains(meant));
    });

    [Fact]
    public void Every_verb_says_in_one_short_line_what_it_is_for()
    {
        foreach (Verb verb in VerbTable.All) Assert.InRange(verb.Summary.Length, 10, 60);
    }

    [Fact]
    public void The_distance_between_two_words_is_the_same_both_ways() =>
        Gen.Select(Gen.String, Gen.String).Sample((a, b) => EditDistance.Between(a, b) == EditDistance.Between(b, a));

    [Fact]
    public void The_distance_to_the_word_without_one_letter_is_one() =>
        Gen.Select(Gen.String[1, 12], Gen.Int[0, 11]).Sample((word, at) =>
            EditDistance.Between(word, word.Remove(at % word.Length, 1)) == 1);
}
