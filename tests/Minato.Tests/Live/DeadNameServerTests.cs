using System;
using System.Diagnostics;
using System.Linq;

namespace Minato.Tests.Live;

/// <summary>-r when the name server takes every question and answers none (faults.md D1).</summary>
public sealed class DeadNameServerTests(LessonScene scene) : LessonSceneTest(scene)
{
    /// <summary>Two seconds for all names together, and the start of a few programs on a busy machine.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    // The server's network is this machine's, so that questions leave, and its address nobody's.
    private const string Prepare =
        "ip addr add 10.99.0.1/24 dev lo 2>/dev/null; echo nameserver 10.99.0.2 >/run/dead; mount --bind /run/dead /etc/resolv.conf; echo 127.0.0.1 localhost >/run/hosts; mount --bind /run/hosts /etc/hosts; ";

    [Theory]
    [InlineData("ss -tanr", "")]
    [InlineData("ss -tanr", "7.3")]
    [InlineData("netstat -ta", "")]
    public void Names_that_nobody_tells_stay_numbers_and_cost_two_seconds_at_most(string command, string release)
    {
        var clock = Stopwatch.StartNew();
        var outcome = Sandbox.Type(FrontDoor.Link, $"unshare --mount sh -c '{Prepare}{command}'", ("MINATO_EXACT", release));

        Assert.True(clock.Elapsed < Limit, clock.Elapsed.ToString());
        Assert.Equal(0, outcome.ExitCode);
        var plain = Sandbox.Type(FrontDoor.Link, command.Replace("r", "", StringComparison.Ordinal).Replace("netstat -ta", "netstat -tan", StringComparison.Ordinal), ("MINATO_EXACT", release));
        Assert.Equal(plain.Lines.Count(IsConnection), outcome.Lines.Count(IsConnection));
    }

    private static bool IsConnection(string line) => line.Contains("ESTAB", StringComparison.Ordinal);
}
