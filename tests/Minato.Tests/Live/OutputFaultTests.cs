using System;

namespace Minato.Tests.Live;

/// <summary>What happens when nobody takes the output, which is longer here than any pipe.</summary>
public sealed class OutputFaultTests(CrowdScene scene) : LiveTest, IClassFixture<CrowdScene>
{
    public static TheoryData<string> Commands => ["ss -tln", "netstat -tln", "netstat --dialect windows -anob", "netstat --dialect macos -an -f inet", "minato -tln"];

    [Theory, MemberData(nameof(Commands))]
    public void A_reader_that_goes_away_is_no_error(string command)
    {
        var outcome = Type($"({command}; echo $? >&2) | head -1");

        Assert.Single(outcome.Lines);
        // How a shell reports the death by SIGPIPE, and nothing else.
        Assert.Equal(["141"], outcome.ErrorLines);
    }

    [Theory, MemberData(nameof(Commands))]
    public void A_full_disk_is_an_error_with_its_cause(string command) =>
        FailsWith("No space left on device", Type($"{command} > /dev/full"));

    [Theory, MemberData(nameof(Commands))]
    public void A_disk_that_fills_up_half_way_is_an_error(string command) =>
        FailsWith("No space left on device", Type($"mount -t tmpfs -o size=64k small /mnt && {command} > /mnt/rows"));

    [Theory, MemberData(nameof(Commands))]
    public void A_closed_stdout_is_an_error_with_its_cause(string command) =>
        FailsWith("closed", Type($"{command} >&-"));

    private static void FailsWith(string cause, Outcome outcome)
    {
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(cause, Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
    }

    private Outcome Type(string line) => scene.Sandbox.Type(FrontDoor.Link, line);
}
