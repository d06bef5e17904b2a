using System;
using Minato.Bench;
using Minato.Bench.Cases;
using Minato.Bench.Launch;
using Minato.Bench.Storm;

namespace Minato.Tests.Bench;

public sealed class FloorTests
{
    [Fact]
    public void The_floor_counts_the_sockets_that_ss_lists()
    {
        RequireRoot();
        using var storm = SocketStorm.Start(StormShape.Custom with { V6Percent = 25 });
        var launcher = new Launcher();
        var listed = launcher.Run(new TypedCommand("ss -Htan").Resolve(""), storm.Pid, count: true).Lines;
        Assert.Equal(408, listed);
        foreach (var asked in new[] { "tcp", "tcp --walks 2", "tcp --split 10000", "tcp --extensions 14 --split 10000" })
        {
            Assert.Contains(CaseTable.All, one => string.Equals(one.Floor, asked, StringComparison.Ordinal));
            Assert.Equal("", Outcome(launcher, storm, asked, least: 408));
            Assert.StartsWith("floor: 408 rows, 409 or more", Outcome(launcher, storm, asked, least: 409), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("tcp --split 10000", 408)]
    [InlineData("tcp --split 37888", 408)]
    [InlineData("tcp --walks 2 --split 10000", 408)]
    [InlineData("tcp --states 0x400", 8)]
    [InlineData("tcp --source-port 1100", 52)] // one process of four: 50 ends, and its two listeners
    [InlineData("tcp --walks 2 --source-port 1100", 52)]
    public void Each_way_of_asking_gets_its_rows_once(string asked, int rows)
    {
        RequireRoot();
        using var storm = SocketStorm.Start(StormShape.Custom with { V6Percent = 25 });
        Assert.Equal("", Outcome(new Launcher(), storm, asked, rows));
        Assert.StartsWith($"floor: {rows} rows", Outcome(new Launcher(), storm, asked, rows + 1), StringComparison.Ordinal);
    }

    [Fact]
    public void Unix_sockets_are_counted()
    {
        RequireRoot();
        using var storm = SocketStorm.Start(StormShape.UnixStreams.Small());
        Assert.Equal("", Outcome(new Launcher(), storm, "unix", 808));
        Assert.StartsWith("floor: 808 rows", Outcome(new Launcher(), storm, "unix", 809), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("udp")]
    [InlineData("tcp --walks 3")]
    [InlineData("tcp --split")]
    [InlineData("tcp --split many")]
    [InlineData("unix --split 10000")]
    public void A_question_that_makes_no_sense_is_answered_with_the_usage(string asked)
    {
        var fault = Assert.Throws<BenchFault>(() => new Launcher().Run([NativeProgram.Floor.Build(), .. asked.Split(' ')]));
        Assert.Contains("floor tcp|unix", fault.Message, StringComparison.Ordinal);
    }

    /// <summary>What the program complains about when it must find so many rows; empty when it is content.</summary>
    private static string Outcome(Launcher launcher, SocketStorm storm, string asked, int least)
    {
        try
        {
            launcher.Run([NativeProgram.Floor.Build(), .. asked.Split(' '), "--least", $"{least}"], storm.Pid);
            return "";
        }
        catch (BenchFault fault)
        {
            return fault.Message[(fault.Message.IndexOf("ended with 1. ", StringComparison.Ordinal) + "ended with 1. ".Length)..];
        }
    }

    private static void RequireRoot() =>
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "network namespaces need root: run the tests with sudo");
}
