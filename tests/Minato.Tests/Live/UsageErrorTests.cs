using System;

namespace Minato.Tests.Live;

/// <summary>What was typed wrong: each message says what, where and what to do, and nothing goes to stdout.</summary>
public sealed class UsageErrorTests(LessonScene scene) : LessonSceneTest(scene)
{
    [Theory]
    [InlineData("ss --no-such-option", "--no-such-option", 255)]
    [InlineData("ss -tanJ", "-J", 255)]
    [InlineData("minato ss --no-such-option", "--no-such-option", 255)]
    [InlineData("netstat --no-such-option", "--no-such-option", 3)]
    [InlineData("netstat -tanJ", "-J", 3)]
    [InlineData("minato netstat --no-such-option", "--no-such-option", 3)]
    public void An_unknown_option_is_named_pointed_at_and_answered_with_help(string command, string option, int exitCode)
    {
        var outcome = Type(command);

        Assert.Equal(exitCode, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        Assert.Contains($"'{option}'", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains('^', outcome.Errors);
        Assert.Contains("--help", outcome.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("minato link --dir", "--dir")]
    public void A_missing_argument_is_named(string command, string option)
    {
        var outcome = Type(command);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        Assert.Contains(option, outcome.Errors, StringComparison.Ordinal);
        Assert.Contains("help", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_first_word_is_a_usage_error()
    {
        var outcome = Type("minato netsat");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        Assert.Contains("netstat", outcome.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ss -tln", 255)]
    [InlineData("netstat -tln", 3)]
    public void An_unknown_source_is_named(string command, int exitCode)
    {
        var outcome = Sandbox.Type(FrontDoor.Link, command, ("MINATO_SOURCE", "procs"));

        Assert.Equal(exitCode, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        Assert.Contains("MINATO_SOURCE", outcome.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ss --exact=5.0 -tln")]
    [InlineData("MINATO_EXACT=5.0 ss -tln")]
    [InlineData("mkdir -p /run/unknown && ln -sf $(command -v minato) /run/unknown/minato-exact-5.0 && ln -sf minato-exact-5.0 /run/unknown/ss && /run/unknown/ss -tln")]
    public void A_release_that_nobody_knows_is_named_with_those_there_are(string command)
    {
        var outcome = Type(command);

        Assert.Equal(255, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        Assert.Contains("6.1, 6.15, 7.3", outcome.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ss -A tcp,upd", "did you mean udp?", 255)]
    [InlineData("ss -f inet7", "there is no family 'inet7'", 255)]
    [InlineData("ss -tn state etsablished", "did you mean established?", 255)]
    [InlineData("ss -tn sport = :70000", "70000", 1)]
    [InlineData("ss -tn '(' sport = :22", "')'", 255)]
    [InlineData("ss -tn -F /no/such/file", "No such file or directory", 255)]
    [InlineData("ss -tn --dry-run", "-K", 255)]
    public void A_selection_that_cannot_be_read_is_pointed_at(string command, string said, int exitCode)
    {
        var outcome = Type(command);

        Assert.Equal(exitCode, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        Assert.Contains(said, outcome.Errors, StringComparison.Ordinal);
        Assert.Contains('^', outcome.Errors);
    }

    private Outcome Type(string line) => Sandbox.Type(FrontDoor.Link, line);
}
