using System;
using System.Collections.Generic;
using System.Linq;

namespace Minato.Tests.Live;

/// <summary>Faults that strace injects into the system calls of the published program.</summary>
public sealed class InterruptedCallTests : LiveTest, IClassFixture<CrowdScene>
{
    // strace counts the calls of each thread: the one that receives ahead would meet the same fault once more.
    private const string OnOneThread = "taskset -c 0 ";

    private readonly CrowdScene _scene;

    public InterruptedCallTests(CrowdScene scene)
    {
        Strace.Require();
        _scene = scene;
    }

    [Theory]
    [InlineData("recvmsg:error=EINTR:when=1")]
    [InlineData("recvmsg:error=EINTR:when=2+3")]
    [InlineData("recvmsg:error=EAGAIN:when=1")]
    [InlineData("recvmsg:error=EAGAIN:when=2+3")]
    [InlineData("recvmsg:error=ENOBUFS:when=1")]
    [InlineData("recvmsg:error=ENOBUFS:when=2")]
    [InlineData("write:error=EINTR:when=1")]
    [InlineData("write:error=EINTR:when=1+2")]
    public void An_interrupted_call_costs_no_row(string fault) =>
        AllRowsOnce(Inject(fault, OnOneThread + "ss -tln").Succeeded().Lines);

    [Theory]
    [InlineData("recvmsg:error=EINTR:when=2+3")]
    [InlineData("recvmsg:error=EAGAIN:when=2+3")]
    [InlineData("write:error=EINTR:when=1+2")]
    public void An_interrupted_call_costs_no_row_that_is_received_ahead(string fault) =>
        AllRowsOnce(Inject(fault, "ss -tln").Succeeded().Lines);

    [Fact]
    public void A_list_that_breaks_after_rows_were_written_goes_on_without_repeating_any_and_says_so()
    {
        // By the tenth message of the kernel the first rows are out.
        var outcome = Inject("recvmsg:error=ENOBUFS:when=10", "ss -tln");

        Assert.Contains("may be missing", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(outcome.Lines.Length, outcome.Lines.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_short_write_is_continued_where_it_stopped()
    {
        var whole = _scene.Sandbox.Type(FrontDoor.Link, "ss -tln").Succeeded();
        // The injected call writes nothing and answers "10 bytes": these are the ones that must be missing.
        var cut = Inject("write:retval=10:when=1", "ss -tln").Succeeded();

        Assert.Equal(whole.OutputBytes[10..], cut.OutputBytes);
    }

    [Theory]
    [InlineData("ss -tln")]
    [InlineData("netstat -tln")]
    public void A_write_error_in_the_middle_is_not_silent(string command)
    {
        var outcome = Inject("write:error=EIO:when=2", command);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("Input/output error", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
    }

    private static void AllRowsOnce(IReadOnlyList<string> lines)
    {
        var expected = Enumerable.Range(10000, CrowdScene.Listeners).Select(port => $"LISTEN 0 128 127.0.0.1:{port} 0.0.0.0:*");
        Rows.AreExactly(expected, lines.Skip(1));
    }

    private Outcome Inject(string fault, string command) =>
        _scene.Sandbox.Type(FrontDoor.Link, Strace.Inject(fault, command));
}
