using System;
using System.Linq;

namespace Minato.Tests.Live;

/// <summary>What the options of Windows' netstat show of the lesson's machine.</summary>
public sealed class WindowsNetstatTests(LessonScene scene) : LessonSceneTest(scene)
{
    private const string Nobody = "setpriv --reuid 65534 --regid 65534 --clear-groups ";

    [Theory]
    [InlineData("/ano")]
    [InlineData("-ANO")]
    [InlineData("-a /N -o")]
    [InlineData("/A /n /O")]
    public void Every_spelling_of_ano_is_the_same(string options) =>
        Rows.AreExactly(WindowsRows.WithProcessIds(Sandbox), Type(options).Succeeded().Lines[4..]);

    [Fact]
    public void Without_a_listeners_and_datagrams_are_left_out() =>
        Rows.AreExactly(WindowsRows.Connections, Type("-n").Succeeded().Lines[4..]);

    [Theory]
    [InlineData("tcp", "TCP ", false)]
    [InlineData("TCPv6", "TCP ", true)]
    [InlineData("Udp", "UDP ", false)]
    [InlineData("UDPV6", "UDP ", true)]
    public void A_protocol_is_one_table_of_the_four(string protocol, string word, bool isV6) => Rows.AreExactly(
        WindowsRows.All.Split('\n').Where(row => row.StartsWith(word, StringComparison.Ordinal) && row.Contains('[', StringComparison.Ordinal) == isV6),
        Type("-an -p " + protocol).Succeeded().Lines[4..]);

    [Fact]
    public void Tables_come_in_the_order_of_Windows()
    {
        string[] kinds = [.. Type("-an").Succeeded().Lines[4..].Select(line => line[2..5] + (line[9] == '[' ? "6" : "4"))];

        Assert.Equal("TCP4 TCP6 UDP4 UDP6", string.Join(' ', kinds.Distinct(StringComparer.Ordinal)));
        Assert.Equal(string.Join(' ', kinds.Order(StringComparer.Ordinal)), string.Join(' ', kinds));
    }

    [Fact]
    public void A_program_stands_below_the_rows_that_somebody_holds()
    {
        var lines = Type("-anob").Succeeded().Lines[4..];
        var held = WindowsRows.WithProcessIds(Sandbox).Count(row => !row.EndsWith(" 0", StringComparison.Ordinal));

        Assert.Equal(held, lines.Count(line => line.StartsWith(" [", StringComparison.Ordinal) && line.EndsWith(']')));
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].EndsWith(" 0", StringComparison.Ordinal)) Assert.False(i + 1 < lines.Length && lines[i + 1].StartsWith(" [", StringComparison.Ordinal), lines[i]);
        }
    }

    [Fact]
    public void Who_may_not_see_the_owners_gets_the_rows_and_is_told_once()
    {
        var outcome = Sandbox.Type(FrontDoor.Link, Nobody + "netstat --dialect windows -anb");
        var rows = outcome.Lines[4..];
        var unseen = rows.Count(line => line == " Can not obtain ownership information");

        Assert.Equal(0, outcome.ExitCode);
        Rows.AreExactly(WindowsRows.All, rows.Where(line => line.StartsWith("  ", StringComparison.Ordinal)));
        Assert.Equal(WindowsRows.WithProcessIds(Sandbox).Count(row => !row.EndsWith(" 0", StringComparison.Ordinal)), unseen);
        Assert.Contains($"the owners of {unseen} sockets could not be seen", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void Time_in_state_is_known_of_TIME_WAIT_and_the_rest_is_said_once()
    {
        var outcome = Sandbox.Type(FrontDoor.Link, "timeout --preserve-status --signal=INT 1.5 netstat --dialect windows -ani 1");
        var waiting = outcome.Lines.Where(line => line.Contains("TIME_WAIT", StringComparison.Ordinal)).Select(line => int.Parse(Rows.Words(line).Split(' ')[4], null)).ToArray();

        Assert.Equal(2, waiting.Length);
        Assert.InRange(waiting[1] - waiting[0], 900, 1500);
        Assert.All(outcome.Lines.Where(line => line.Contains("ESTABLISHED", StringComparison.Ordinal)), line => Assert.EndsWith(" -", line, StringComparison.Ordinal));
        Assert.StartsWith("netstat: time in state: ", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_connection_is_in_the_host() => Assert.All(
        Type("-ant").Succeeded().Lines[5..], line => Assert.Equal(line.StartsWith("  TCP", StringComparison.Ordinal), line.EndsWith(" InHost      ", StringComparison.Ordinal)));

    [Fact]
    public void Templates_are_none_and_that_is_said()
    {
        var outcome = Type("-y");

        Assert.Equal(WindowsRows.Connections.Split('\n').Length, outcome.Lines.Count(line => line.EndsWith("Not Applicable", StringComparison.Ordinal)));
        Assert.StartsWith("netstat: connection templates: ", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(0, outcome.ExitCode);
    }

    [Fact]
    public void Names_are_for_the_other_end_and_a_listener_has_this_machines()
    {
        var outcome = Sandbox.Type(FrontDoor.Link, "mount --bind /dev/null /etc/resolv.conf; printf '203.0.113.50 far.example.net far\\n' > /run/hosts; "
            + "mount --bind /run/hosts /etc/hosts; unshare --uts sh -c 'hostname here.example.net; netstat --dialect windows -a; netstat --dialect windows -af'; umount /etc/hosts /etc/resolv.conf");
        var rows = outcome.Lines.Select(Rows.Words).ToArray();

        Assert.Contains("TCP 192.168.1.10:443 far:45678 ESTABLISHED", rows, StringComparer.Ordinal);
        Assert.Contains("TCP 192.168.1.10:443 far.example.net:45678 ESTABLISHED", rows, StringComparer.Ordinal);
        Assert.Contains("TCP 0.0.0.0:22 here:0 LISTENING", rows, StringComparer.Ordinal);
        Assert.Contains("TCP 0.0.0.0:22 here.example.net:0 LISTENING", rows, StringComparer.Ordinal);
        Assert.Contains("TCP [::1]:631 here:0 LISTENING", rows, StringComparer.Ordinal);
        Assert.Contains("TCP 192.168.1.10:48000 203.0.113.99:https SYN_SENT", rows, StringComparer.Ordinal);
    }

    [Fact]
    public void An_interval_repeats_the_whole_listing()
    {
        var outcome = Sandbox.Type(FrontDoor.Link, "timeout --preserve-status --signal=INT 2.5 netstat --dialect windows -an 1");

        Assert.Equal(130, outcome.ExitCode);
        Assert.Equal(3, outcome.Lines.Count(line => line == "Active Connections"));
    }

    [Theory]
    [InlineData("/etc/passwd", "'/c'", 4)]
    [InlineData("-anz", "'-z'", 3)]
    [InlineData("-an eth0", "'eth0'", 4)]
    [InlineData("-an -p sctp", "'sctp'", 7)]
    [InlineData("-an 0", "'0'", 4)]
    [InlineData("-yn", "-n does not go with it", 2)]
    public void A_mistake_is_pointed_at_and_the_usage_follows(string options, string said, int column)
    {
        var outcome = Type(options);
        var lines = outcome.ErrorLines;

        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains(said, lines[0], StringComparison.Ordinal);
        Assert.Equal("  netstat --dialect windows ".Length + column - (options.StartsWith("/etc", StringComparison.Ordinal) ? 1 : 0), lines[2].IndexOf('^', StringComparison.Ordinal));
        Assert.StartsWith("usage: netstat [-a] [-b]", lines[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-ano", "MINATO_OWNERS")]
    [InlineData("-an", "MINATO_SOURCE")]
    public void A_variable_that_says_nothing_known_is_named(string options, string variable)
    {
        var outcome = Sandbox.Type(FrontDoor.Link, "netstat --dialect windows " + options, (variable, "nonsense"));

        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains(variable, Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/?")]
    [InlineData("-?")]
    [InlineData("--help")]
    public void Help_is_asked_for_in_three_ways(string options) =>
        Assert.StartsWith("usage: netstat [-a] [-b] [-e]", Type("'" + options + "'").Succeeded().Lines[0], StringComparison.Ordinal);

    private Outcome Type(string options) => Sandbox.Type(FrontDoor.Link, "netstat --dialect windows " + options);
}
