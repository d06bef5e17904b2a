using System;
using System.Linq;

namespace Minato.Tests.Live;

/// <summary>-K on real sockets: what it closes, what it leaves, and what it says when it may not (faults.md K1, K3).</summary>
public sealed class KillTests : LiveTest, IDisposable
{
    private const string Nobody = "setpriv --reuid 65534 --regid 65534 --clear-groups";

    private readonly Sandbox _sandbox = Sandbox.Stage("closable");

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void What_the_filter_selects_is_closed_and_shown_and_nothing_else()
    {
        var closed = Type("ss -tnK sport = :7102").Succeeded();

        Rows.AreExactly(["ESTABLISHED 0 0 127.0.0.1:7102 127.0.0.1:7001"], closed.Lines.Skip(1));
        Assert.Empty(Type("ss -tnH state established sport = :7102").Lines);
        Assert.Equal(2, Type("ss -tnH state established dport = :7001").Lines.Length);
    }

    [Theory]
    [InlineData("ss -K")]
    [InlineData("ss -tanK")]
    [InlineData("ss -tanK --dry-run")]
    [InlineData("ss -tnK sport = :7101 or sport = :7102 and dport = :7001")]
    public void What_could_mean_more_than_was_wanted_is_refused(string command) => Closes(0, 255, Type(command));

    [Fact]
    public void Two_readings_of_a_filter_are_shown_with_their_parentheses()
    {
        var message = Assert.Single(Type("ss -tnK sport = :7101 or sport = :7102 and dport = :7001").ErrorLines);

        Assert.Contains("( sport = :7101 or sport = :7102 ) and dport = :7001", message, StringComparison.Ordinal);
        Assert.Contains("sport = :7101 or ( sport = :7102 and dport = :7001 )", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ss -tnK sport = :7101 and blah")]
    [InlineData("ss -tnK ( sport = :7101")]
    [InlineData("MINATO_EXACT=7.3 ss -tnK sport = :7101 and")]
    public void A_filter_with_a_mistake_closes_nothing(string command)
    {
        var outcome = Type(command.Replace("(", "\\(", StringComparison.Ordinal));

        Assert.NotEqual(0, outcome.ExitCode);
        Assert.Equal(3, Connections);
    }

    [Fact]
    public void A_filter_that_matches_nothing_closes_nothing_and_is_no_error() => Closes(0, 0, Type("ss -tanK sport = :9999"));

    [Fact]
    public void A_dry_run_shows_what_would_be_closed_and_closes_nothing()
    {
        Assert.Equal(3, Type("ss -tnHK --dry-run dport = :7001").Succeeded().Lines.Length);
        Assert.Equal(3, Connections);
    }

    [Fact]
    public void A_state_is_a_filter()
    {
        // Closing one end resets the other, which may go before its turn comes.
        Assert.InRange(Type("ss -tnHK state established").Succeeded().Lines.Length, 3, 6);
        Assert.Equal(0, Connections);
    }

    [Theory]
    [InlineData("ss -tnK dport = :7001")]
    [InlineData("ss -nK dport = :7001")]
    public void Without_the_right_nothing_is_closed_and_that_is_said(string command)
    {
        var outcome = Type($"{Nobody} {command}");

        Closes(0, 1, outcome);
        var message = Assert.Single(outcome.ErrorLines);
        Assert.Contains("Operation not permitted", message, StringComparison.Ordinal);
        Assert.Contains("CAP_NET_ADMIN", message, StringComparison.Ordinal);
    }

    [Fact]
    public void As_ss_a_refusal_under_exact_is_said_and_no_failure()
    {
        var outcome = Type($"MINATO_EXACT=7.3 {Nobody} ss -tnK dport = :7001");

        Closes(0, 0, outcome);
        Assert.Equal(["SOCK_DESTROY answers: Operation not permitted"], outcome.ErrorLines);
    }

    [Fact]
    public void A_row_that_cannot_be_told_from_its_successor_is_not_closed_and_that_is_said()
    {
        // /proc has no cookies.
        var outcome = Type("MINATO_SOURCE=proc ss -tnK dport = :7001");

        Closes(0, 1, outcome);
        Assert.Contains("3 sockets could not be closed", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_UDP_socket_that_keeps_its_port_is_told()
    {
        var outcome = Type("ss -uanK sport = :7002");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(2, outcome.Lines.Length);
        Assert.Contains("stay open with their port", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_UNIX_socket_is_neither_closed_nor_shown()
    {
        Assert.Single(Type("ss -xanK src @closable").Succeeded().Lines);
        Assert.Single(Type("ss -xlnH").Lines);
    }

    [Fact]
    public void Sockets_of_a_file_are_not_closed() =>
        Closes(0, 255, Type("ss -tn4D /run/sockets; TCPDIAG_FILE=/run/sockets ss -tnK dport = :7001"));

    private int Connections => Type("ss -tnH state established dport = :7001").Lines.Length;

    private void Closes(int rows, int exitCode, Outcome outcome)
    {
        Assert.True(outcome.ExitCode == exitCode, outcome.ToString());
        Assert.Equal(rows, outcome.Lines.Count(line => line.Contains("127.0.0.1", StringComparison.Ordinal)));
        Assert.Equal(3, Connections);
    }

    private Outcome Type(string line) => _sandbox.Type(FrontDoor.Link, line);
}
