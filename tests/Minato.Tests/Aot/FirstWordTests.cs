using System;
using System.Runtime.Versioning;
using Minato.Cli;
using Minato.Tests.Cli.Verbs;

namespace Minato.Tests.Aot;

[UnsupportedOSPlatform("windows")]
public sealed class FirstWordTests : IDisposable
{
    private readonly ScratchDirectory _home = new();

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData("minato version")]
    [InlineData("minato --version")]
    public void The_version_is_a_line_and_the_NET_inside_another(string line)
    {
        Typed typed = Type(line);
        Assert.StartsWith($"minato {ProgramVersion.Number}\n.NET ", typed.Output, StringComparison.Ordinal);
        Assert.Equal(0, typed.Code);
    }

    [Theory]
    [InlineData("lnik", "minato: \"lnik\" means nothing here; did you mean: minato link\n")]
    [InlineData(":3000", "minato: \":3000\" means nothing here. Who holds the port: sudo minato -tulnp | grep :3000\n")]
    [InlineData("tan", "minato: \"tan\" means nothing here; did you mean: minato -tan\n")]
    [InlineData("frobnicate", "minato: \"frobnicate\" means nothing here. Type: minato help\n")]
    public void An_unknown_word_is_a_usage_error_with_what_to_type(string word, string said) =>
        Assert.Equal(new Typed(2, "", said), Type("minato " + word));

    [Fact]
    public void An_unknown_word_cannot_write_to_the_terminal() =>
        Assert.Contains("\"\\x1b[2J\"", Type("minato \"$(printf '\\033[2J')\"").Errors, StringComparison.Ordinal);

    [Theory]
    [InlineData("minato help shel", "Did you mean: minato help shell")]
    [InlineData("minato help link shell", "takes one word")]
    [InlineData("minato version now", "takes nothing after it")]
    [InlineData("minato link --exakt", "did you mean --exact?")]
    public void Words_that_a_verb_does_not_know_are_a_usage_error(string line, string said)
    {
        Typed typed = Type(line);
        Assert.Equal(2, typed.Code);
        Assert.Contains(said, typed.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ss")]
    [InlineData("netstat")]
    public void Help_about_a_door_is_the_doors_own(string door) => Assert.Equal(Type($"minato {door} --help"), Type($"minato help {door}"));

    [Theory]
    [InlineData("link")]
    [InlineData("shell")]
    public void A_verb_answers_help_itself(string verb) => Assert.Equal(Type($"minato help {verb}"), Type($"minato {verb} --help"));

    [Fact]
    public void Help_that_cannot_be_written_is_an_error()
    {
        Typed typed = Type("minato help > /dev/full");
        Assert.Equal(4, typed.Code);
        Assert.Equal("minato: standard output could not be written: No space left on device\n", typed.Errors);
    }

    [Fact]
    public void Help_to_a_reader_that_went_away_is_quiet() =>
        Assert.Equal(new Typed(0, "141\n", ""), Type("{ sleep 0.2; minato help; echo $? >code; } | true; cat code"));

    private Typed Type(string line) => Typed.In(_home.Path, line);
}
