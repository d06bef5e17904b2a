using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Minato.Tests.Live;

namespace Minato.Tests.Readme.Live;

/// <summary>What the READMEs show is what the published program prints, on the machine of the lesson.</summary>
public sealed partial class ReadmeLiveTests(LessonScene scene) : LiveTest
{
    public static TheoryData<string> Shown => [.. ReadmeFile.English.Sessions.Select(session => session.Command)];

    /// <summary>All but the test command itself.</summary>
    public static TheoryData<string> Typed =>
        [.. ReadmeFile.English.Commands.Where(command => !command.Contains("./test", StringComparison.Ordinal))];

    [Theory, MemberData(nameof(Shown))]
    public void The_output_is_what_a_terminal_of_120_columns_shows(string command)
    {
        string[] shown = ReadmeFile.English.Sessions.Single(session => session.Command == command).Output;

        string[] printed = Type($"script -qec 'stty cols 120; {command.Replace("./", "", StringComparison.Ordinal)}' /dev/null").Lines;

        // The order is the kernel's, and process numbers are given out at run time.
        Assert.Equal(Sorted(shown), Sorted(printed.Select(line => line.TrimEnd('\r'))));
    }

    [Theory, MemberData(nameof(Typed))]
    public void A_command_does_its_work_as_it_stands_there(string command)
    {
        // Links go to a folder that is gone with the command.
        Outcome outcome = Type(
            "mount -t tmpfs none /root && mkdir /root/bin && mount -t tmpfs none /usr/local/bin && "
            + command.Replace("./minato", "minato", StringComparison.Ordinal));

        Assert.True(outcome.ExitCode == 0, outcome.ToString());
    }

    private static string[] Sorted(IEnumerable<string> lines) =>
        [.. lines.Select(line => Pid().Replace(line, "pid=N")).Order(StringComparer.Ordinal)];

    private Outcome Type(string line) => scene.Fresh().Type(FrontDoor.Link, $"unshare --mount sh -c '{line.Replace("'", "'\\''", StringComparison.Ordinal)}'");

    [GeneratedRegex("""pid=\d+""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pid();
}
