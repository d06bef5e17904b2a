using System;
using System.Linq;

namespace Minato.Tests.Live.Netstat;

/// <summary>What is typed wrong: what, where, how the dialect is used, on stderr alone, with the dialect's exit code.</summary>
public sealed class NetstatUsageTests(LessonScene scene) : LessonSceneTest(scene)
{
    private const string Linux = "usage: netstat [-tuUSwx2f] ";
    private const string Windows = "usage: netstat [-a] [-b] ";
    private const string MacOs = "usage: netstat [-AabdLlnuvW] ";

    [Theory]
    [InlineData("netstat -J", "unknown option '-J'", Linux, 3)]
    [InlineData("netstat -tanJ", "unknown option '-J'", Linux, 3)]
    [InlineData("netstat --listning", "did you mean --listening?", Linux, 3)]
    [InlineData("netstat --num", "'--num' could be --numeric", Linux, 3)]
    [InlineData("netstat --wide=1", "'--wide' takes no value", Linux, 3)]
    [InlineData("netstat -A", "'-A' needs a value: FAMILY", Linux, 3)]
    [InlineData("netstat -A foo", "there is no family 'foo': inet, inet6", Linux, 1)]
    [InlineData("netstat -A inet,,unix", "there is no family ''", Linux, 1)]
    [InlineData("netstat -r -i", "only one of -r, -i, -s and -M", Linux, 3)]
    [InlineData("netstat -sM", "only one of -r, -i, -s and -M", Linux, 3)]
    [InlineData("netstat -c 5 -J", "unknown option '-J'", Linux, 3)]
    [InlineData("netstat --interval 0", "from 0.1 to 86400, not '0'", Linux, 3)]
    [InlineData("netstat --interval -1", "from 0.1 to 86400, not '-1'", Linux, 3)]
    [InlineData("netstat --interval=1e9", "from 0.1 to 86400, not '1e9'", Linux, 3)]
    [InlineData("netstat --interval nan", "from 0.1 to 86400, not 'nan'", Linux, 3)]
    [InlineData("netstat --interval", "needs a value: SECONDS", Linux, 3)]
    [InlineData("netstat --dialect", "'--dialect' needs a value: linux, windows, macos", Linux, 3)]
    [InlineData("netstat --dialect solaris", "there is no dialect 'solaris'", Linux, 3)]
    [InlineData("netstat --dialect=", "there is no dialect ''", Linux, 3)]
    [InlineData("netstat --dialect windows -J", "unknown option '-J'", Windows, 1)]
    [InlineData("netstat --dialect windows --interval 0", "from 0.1 to 86400, not '0'", Windows, 1)]
    [InlineData("netstat --dialect macos -J", "unknown option '-J'", MacOs, 1)]
    [InlineData("netstat --dialect macos --interval -5", "from 0.1 to 86400, not '-5'", MacOs, 1)]
    public void What_is_wrong_is_said_with_its_place_and_the_usage(string command, string said, string usage, int code)
    {
        Outcome outcome = Type(command);

        Assert.Equal((code, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains(said, outcome.Errors, StringComparison.Ordinal);
        Assert.Contains(outcome.ErrorLines, line => line.TrimStart() == "^");
        Assert.Contains(outcome.ErrorLines, line => line.StartsWith(usage, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("netstat -q", "windows -q")]
    [InlineData("netstat -y", "windows -y")]
    [InlineData("netstat -b", "windows -b,macos -b")]
    [InlineData("netstat -L", "macos -L")]
    [InlineData("netstat -tI lo", "macos -I")]
    [InlineData("netstat -m", "macos -m")]
    [InlineData("netstat --dialect windows -l", "linux -l,macos -l")]
    [InlineData("netstat --dialect windows -u", "linux -u,macos -u")]
    [InlineData("netstat --dialect windows -Z", "linux -Z")]
    [InlineData("netstat --dialect windows -L", "linux -l,macos -L")]
    [InlineData("netstat --dialect macos -o", "linux -o,windows -o")]
    [InlineData("netstat --dialect macos -y", "windows -y")]
    [InlineData("netstat --dialect macos=15 -U", "linux -U")]
    [InlineData("netstat --dialect macos --listening", "linux --listening")]
    [InlineData("netstat -J", "")]
    public void Whose_option_it_is_is_said(string command, string owners)
    {
        string[] said = [.. Type(command).ErrorLines.Where(line => line.StartsWith("the ", StringComparison.Ordinal))];

        string[] expected = owners.Split(',', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(expected.Length, said.Length);
        for (int i = 0; i < said.Length; i++)
        {
            string[] words = expected[i].Split(' ');
            Assert.StartsWith($"the {words[0]} dialect has {words[1]} (", said[i], StringComparison.Ordinal);
            Assert.EndsWith($": --dialect {words[0]}", said[i], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_help_is_no_error() => Assert.Contains("--numeric-hosts", Type("netstat -tnh").Succeeded().Output, StringComparison.Ordinal);

    // Of net-tools' line about itself nothing is true of Minato.
    [Fact]
    public void The_version_is_Minatos_own() => Assert.Contains("minato", Type("netstat -V -J").Succeeded().Output, StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("netstat -tlnc > /dev/full", "No space left on device")]
    [InlineData("netstat -tlnc >&-", "closed")]
    [InlineData("netstat -tln --repaint --interval 0.1 > /dev/full", "No space left on device")]
    public void A_repeated_listing_that_cannot_be_written_ends(string command, string cause)
    {
        Outcome outcome = Type("timeout 5 " + command);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(cause, outcome.Errors, StringComparison.Ordinal);
    }

    private Outcome Type(string line) => Sandbox.Type(FrontDoor.Link, line);
}
