using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using Minato.Bench;
using Minato.Bench.Launch;
using Minato.Bench.Storm;

namespace Minato.Tests.Bench;

public sealed class SocketStormTests
{
    [Fact]
    public void The_ready_line_is_read_by_name() =>
        Assert.Equal(new StormCounts(7, 4, 200, 20, 8), StormCounts.Parse("ready pid=7 processes=4 connections=200 v6=20 listeners=8"));

    [Theory]
    [InlineData(null)]
    [InlineData("storm: cannot bring lo up")]
    [InlineData("ready pid=")]
    [InlineData("ready pid=-1")]
    public void Any_other_line_is_not_ready(string? line) => Assert.Null(StormCounts.Parse(line));

    [Fact]
    public void A_named_shape_gets_a_namespace_and_a_custom_one_uses_the_callers()
    {
        Assert.Equal((StormShape.HundredThousand, true), StormVerb.Parse(["--shape", "100k"]));
        Assert.Equal(
            (StormShape.Custom with { Connections = 7, Processes = 2, V6Percent = 50 }, false),
            StormVerb.Parse(["--shape", "custom", "--connections", "7", "--processes", "2", "--v6-percent", "50"]));
        Assert.True(StormVerb.Parse(["--new-netns"]).NewNamespace);
    }

    [Fact]
    public void An_unknown_shape_is_answered_with_the_known_ones()
    {
        var mistake = Assert.Throws<BenchUsage>(() => StormVerb.Parse(["--shape", "flood"]));
        Assert.Contains("timewait unix custom", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_asked_for_stands_in_the_kernel_and_is_gone_at_the_end()
    {
        RequireRoot();
        int pid;
        using (var storm = SocketStorm.Start(StormShape.Custom with { V6Percent = 25 }))
        {
            pid = storm.Pid;
            Assert.Equal(new StormCounts(pid, 4, 200, 50, 8), storm.Counts);
            // 150 connections on IPv4 and 50 on IPv6, both ends, and four listeners each.
            var kernel = SockStat.OfNamespace(pid);
            Assert.Equal((304, 104), (kernel.Tcp, kernel.Tcp6));
        }
        Assert.False(Directory.Exists($"/proc/{pid}"));
    }

    [Fact]
    public void A_storm_that_is_killed_leaves_no_process_behind()
    {
        RequireRoot();
        using var storm = SocketStorm.Start(StormShape.Custom with { Processes = 3 });
        var holders = Holders(storm.Pid);
        Assert.Equal(3, holders.Length);
        Process.GetProcessById(storm.Pid).Kill();
        Assert.True(SpinWait.SpinUntil(() => holders.All(static pid => !IsRunning(pid)), TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public void Closed_connections_stand_in_TIME_WAIT()
    {
        RequireRoot();
        using var storm = SocketStorm.Start(StormShape.TimeWaits.Small());
        Assert.Equal(400, SockStat.OfNamespace(storm.Pid).TimeWait);
    }

    [Fact]
    public void The_launcher_sees_the_sockets_of_the_storms_namespace()
    {
        RequireRoot();
        using var storm = SocketStorm.Start(StormShape.UnixStreams.Small());
        // 400 connections with two ends, 8 listeners and the header line.
        Assert.Equal(809, new Launcher().Run(["/bin/cat", "/proc/net/unix"], storm.Pid, count: true).Lines);
    }

    [Fact]
    public void Too_many_connections_in_one_process_are_refused_with_the_reason()
    {
        RequireRoot();
        var fault = Assert.Throws<BenchFault>(() => SocketStorm.Start(StormShape.Custom with { Connections = 2_000_000, Processes = 1 }));
        Assert.Contains("use more processes", fault.Message, StringComparison.Ordinal);
    }

    private static int[] Holders(int pid) =>
        [.. File.ReadAllText($"/proc/{pid}/task/{pid}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(static word => int.Parse(word, CultureInfo.InvariantCulture))];

    // A killed process stays as a zombie until somebody asks for it.
    private static bool IsRunning(int pid)
    {
        try
        {
            return !File.ReadAllText($"/proc/{pid}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static void RequireRoot() =>
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "network namespaces need root: run the tests with sudo");
}
