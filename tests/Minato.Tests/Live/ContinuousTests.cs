using System;
using System.Diagnostics;
using System.Linq;

namespace Minato.Tests.Live;

/// <summary>netstat -c lists again every second until it is interrupted.</summary>
public sealed class ContinuousTests(LessonScene scene) : LessonSceneTest(scene)
{
    [Fact]
    public void The_list_comes_again_every_second_and_an_interrupt_ends_it()
    {
        var watch = Stopwatch.StartNew();
        var outcome = Sandbox.Type(FrontDoor.Link, "timeout --preserve-status --signal=INT 2.5 netstat -tlnc");

        Assert.Equal(130, outcome.ExitCode);
        Assert.Equal(3, outcome.Lines.Count(line => line.StartsWith("Active Internet connections", StringComparison.Ordinal)));
        Assert.True(watch.Elapsed >= TimeSpan.FromSeconds(2), watch.Elapsed.ToString());
    }

    [Fact]
    public void A_reader_that_goes_away_ends_it() =>
        Assert.Equal(3, Sandbox.Type(FrontDoor.Link, "timeout 10 netstat -tlnc | head -3").Succeeded().Lines.Length);
}
