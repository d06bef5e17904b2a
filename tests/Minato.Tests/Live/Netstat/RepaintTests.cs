using System;
using System.Linq;

namespace Minato.Tests.Live.Netstat;

/// <summary>Listings that repeat, on a terminal of 24 rows (Scenes/pty.c) and off it.</summary>
public sealed class RepaintTests(CrowdScene scene) : LiveTest, IClassFixture<CrowdScene>
{
    private const int Rows = 24;
    private const string Home = "\e[H";

    [Theory]
    [InlineData("netstat -tln --repaint -c")]
    [InlineData("netstat -tln --repaint --interval 0.3")]
    [InlineData("netstat --dialect windows -an 1")]
    [InlineData("netstat --dialect windows -an --interval 0.3")]
    [InlineData("netstat --dialect macos -an --interval 0.3")]
    public void Each_listing_takes_the_place_of_the_one_before_and_nothing_scrolls(string command)
    {
        string[] frames = Frames(OnTerminal(command, "2.4"));

        Assert.True(frames.Length >= 3, $"{frames.Length} frames");
        Assert.All(frames, frame => Assert.True(frame.Split('\n').Length <= Rows, frame));
        Assert.All(frames, frame => Assert.All(frame.Split('\n'), line => Assert.InRange(line.Replace("\e[K", "", StringComparison.Ordinal).TrimEnd('\r').Length, 0, 60)));
    }

    [Fact]
    public void An_interrupt_leaves_the_terminal_as_it_was()
    {
        string shown = OnTerminal("netstat -tln --repaint -c", "1.5");

        // Nothing was hidden, coloured or switched: the cursor's place and clearing are all that was written.
        Assert.All(shown.Split('\e').Skip(1), part => Assert.True(part[..2] is "[H" or "[K" or "[J", part));
        Assert.EndsWith("\ncode 130\n", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    [InlineData("HUP", 129)]
    public void A_signal_ends_the_program_behind_a_whole_line(string signal, int code)
    {
        Outcome outcome = scene.Sandbox.Type(FrontDoor.Link, $"timeout --preserve-status --signal={signal} 0.7 netstat -tln --interval 0.1");

        Assert.Equal(code, outcome.ExitCode);
        Assert.Equal(0, outcome.Lines.Length % (CrowdScene.Listeners + 2));
    }

    [Fact]
    public void A_reader_that_stands_still_does_not_hold_up_an_interrupt()
    {
        Outcome outcome = scene.Sandbox.Type(FrontDoor.Link, "(timeout --preserve-status --signal=INT -k 9 0.7 netstat -tln --interval 0.1; echo $? >&2) | sleep 4");

        Assert.Equal(["130"], outcome.ErrorLines);
    }

    [Fact]
    public void What_a_script_ignores_stays_ignored()
    {
        // A shell without jobs lets what runs beside it ignore ^C.
        Outcome outcome = scene.Sandbox.Type(
            FrontDoor.Link, "netstat -tln --interval 0.1 >/dev/null & sleep 0.4; kill -INT $!; sleep 0.4; kill -0 $! && echo alive; kill -TERM $!; wait $!; echo $?");

        Assert.Equal(["alive", "143"], outcome.Lines);
    }

    [Theory]
    [InlineData("netstat -Sc")]
    [InlineData("netstat -tc -A ipx")]
    public void A_table_that_is_not_there_ends_it_as_it_ends_net_tools(string command)
    {
        Outcome outcome = scene.Sandbox.Type(FrontDoor.Link, "timeout 5 " + command);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Single(outcome.ErrorLines);
    }

    [Fact]
    public void Without_a_terminal_the_listings_follow_each_other_and_that_is_said_once()
    {
        Outcome outcome = scene.Sandbox.Type(FrontDoor.Link, "timeout --preserve-status --signal=INT 1 netstat -tln --repaint --interval 0.2");

        Assert.Contains("--repaint needs a terminal", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
        Assert.True(outcome.Lines.Count(line => line.StartsWith("Active", StringComparison.Ordinal)) >= 3);
        Assert.DoesNotContain('\e', outcome.Output);
    }

    [Theory]
    [InlineData("netstat -tln --interval 0.2")]
    [InlineData("netstat --dialect windows -an --interval 0.2")]
    [InlineData("netstat --dialect macos -an --interval 0.2")]
    public void Listings_keep_their_pace(string command)
    {
        // Each line with the time it came, in seconds.
        Outcome outcome = scene.Sandbox.Type(
            FrontDoor.Link,
            $"timeout --preserve-status --signal=INT 1.9 {command} | grep --line-buffered ^Active | while read -r line; do date +%s.%N; done");

        double[] times = [.. outcome.Lines.Select(line => double.Parse(line, System.Globalization.CultureInfo.InvariantCulture))];
        Assert.True(times.Length >= 5, outcome.ToString());
        for (int i = 1; i < times.Length; i++)
        {
            // Beginnings lie at whole paces of the first: what one is late by, the next is not.
            double off = (times[i] - times[0]) / 0.2;
            Assert.InRange(Math.Abs(off - Math.Round(off)), 0, 0.45);
        }

        Assert.InRange((times[^1] - times[0]) / (times.Length - 1), 0.19, 0.25);
    }

    // timeout runs inside, so that the terminal is the program's own; the shell behind it says what it saw.
    private string OnTerminal(string command, string seconds)
    {
        string script = $"timeout --foreground --preserve-status --signal=INT {seconds} {command}; echo code $?";
        return scene.Sandbox.Run(
            ["env", "TERM=xterm", "PATH=" + FrontDoors.PathOf(FrontDoor.Link), Workshop.Compiled("pty"), "60", "/bin/sh", "-c", script]).Succeeded().Output;
    }

    private static string[] Frames(string shown) => [.. shown.Split(Home).Skip(1).Select(frame => frame.Split("\e[J")[0].Split("\ncode ")[0])];
}
