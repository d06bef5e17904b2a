using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading.Tasks;

namespace Minato.Tests.Live;

/// <summary>-E: each socket is shown at the moment it is destroyed (faults.md O5).</summary>
public sealed class EventTests : LiveTest, IDisposable
{
    /// <summary>From the end of the process that closed the socket to the line in the pipe; a loaded machine may need all tries.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(100);

    private readonly Sandbox _sandbox = Sandbox.Stage("closable");

    public void Dispose() => _sandbox.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("MINATO_EXACT=6.1 ")]
    [InlineData("MINATO_EXACT=7.3 ")]
    public async Task Every_event_is_in_the_pipe_at_once(string mode)
    {
        using var watch = Start($"{mode}ss -unHE dport = :7002");
        await Task.Delay(1000, TestContext.Current.CancellationToken);
        var fastest = TimeSpan.MaxValue;
        for (var round = 0; round < 3; round++)
        {
            _ = Type(Close(7002)).Succeeded();
            var clock = Stopwatch.StartNew();
            Assert.NotNull(await ReadLineAsync(watch));
            if (clock.Elapsed < fastest) fastest = clock.Elapsed;
        }

        Assert.True(fastest <= Limit, fastest.ToString());
        End(watch);
    }

    [Fact]
    public void An_interrupt_ends_it_as_it_ends_ss_and_no_line_is_lost()
    {
        var outcome = Type($"timeout --preserve-status --signal=INT 2 ss -unE & sleep 1; {Close(7002)}; {Close(7002)}; wait $!; echo code $?");

        Assert.Equal("code 130", outcome.Lines[^1]);
        Assert.Equal(2, outcome.Lines.Count(line => line.EndsWith("127.0.0.1:7002", StringComparison.Ordinal)));
        Assert.Empty(outcome.Errors);
    }

    [Fact]
    public void Only_what_the_filter_selects_is_shown()
    {
        var outcome = Type($"timeout --signal=INT 2 ss -unHE dport = :7002 & sleep 1; {Close(7003)}; {Close(7002)}; {Close(7003)}; wait");

        Assert.EndsWith("127.0.0.1:7002", Assert.Single(outcome.Lines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ss -xE", 1)]
    [InlineData("MINATO_EXACT=7.3 ss -xE", 0)]
    public void A_table_without_events_ends_with_the_code_of_ss(string command, int messages)
    {
        var outcome = Type(command);

        Assert.Equal(255, outcome.ExitCode);
        Assert.Equal(messages, outcome.ErrorLines.Length);
    }

    [Fact]
    public void A_reader_that_goes_away_ends_it_quietly()
    {
        var outcome = Type($"(timeout 10 ss -unHE; echo $? >&2) | head -1 & sleep 1; {Close(7002)}; sleep 0.3; {Close(7002)}; wait");

        Assert.Single(outcome.Lines);
        Assert.Equal(["141"], outcome.ErrorLines);
    }

    [Fact]
    public void Events_that_were_lost_are_told_and_the_watching_goes_on()
    {
        Strace.Require();
        var outcome = Type($"timeout --signal=INT 3 {Strace.Inject("recvmsg:error=ENOBUFS:when=1", "ss -unHE")} & sleep 2; {Close(7002)}; {Close(7002)}; wait");

        Assert.Contains("some are missing", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
        Assert.Contains(outcome.Lines, line => line.EndsWith("127.0.0.1:7002", StringComparison.Ordinal));
    }

    private static async Task<string?> ReadLineAsync(Process watch) =>
        await watch.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

    // Opens a UDP socket with a peer, and closes it.
    private static string Close(int port) => $"bash -c 'exec 3<>/dev/udp/127.0.0.1/{port}'";

    private static void End(Process watch)
    {
        watch.Kill(entireProcessTree: true);
        watch.WaitForExit();
    }

    private Process Start(string line)
    {
        List<(string, string)> environment = [("PATH", FrontDoors.PathOf(FrontDoor.Link)), ("LC_ALL", "C.UTF-8")];
        return Command.Start(["nsenter", "--target", _sandbox.Target, "--net", "--mount", "--", "sh", "-c", line], environment);
    }

    private Outcome Type(string line) => _sandbox.Type(FrontDoor.Link, line);
}
