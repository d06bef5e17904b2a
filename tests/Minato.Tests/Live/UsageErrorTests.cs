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
    [InlineData("ss --exact -tln")]
    [InlineData("MINATO_EXACT=6.1 ss -tln")]
    [InlineData("mkdir /run/exact && minato link ss --exact --dir /run/exact >&2 && /run/exact/ss -tln")]
    public void Exact_bytes_are_refused_rather_than_other_ones_printed(string command)
    {
        var outcome = Type(command);

        Assert.Equal(255, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        Assert.Contains("exact", outcome.Errors, StringComparison.Ordinal);
    }

    private Outcome Type(string line) => Sandbox.Type(FrontDoor.Link, line);
}
