using System;

namespace Minato.Tests.Live;

/// <summary>
/// The commands that the lesson gives for a Mac, typed as they stand there, on the machine of Scenes/lesson.c. On a Mac they
/// need no more; here <c>--dialect macos</c> stands behind netstat.
/// </summary>
public sealed class MacOsLessonTests(LessonScene scene) : LessonSceneTest(scene)
{
    public static TheoryData<FrontDoor> Doors => [FrontDoor.Link, FrontDoor.Shell, FrontDoor.Verb];

    [Theory, MemberData(nameof(Doors))]
    public void netstat_an_lists_all_that_is_open(FrontDoor door)
    {
        var lines = Type(door, "netstat -an");
        var unix = Array.IndexOf(lines, "Active LOCAL (UNIX) domain sockets");

        Assert.Equal(["Active Internet connections (including servers)", "Proto Recv-Q Send-Q  Local Address          Foreign Address        (state)    "], lines[..2]);
        Rows.AreExactly(MacOsRows.Connections + "\n" + MacOsRows.Listeners + "\n" + MacOsRows.Others, lines[2..unix]);
        Assert.Equal("Address          Type   Recv-Q Send-Q            Inode             Conn             Refs          Nextref Addr", lines[unix + 1]);
        Rows.AreExactly(MacOsRows.Unix, Array.ConvertAll(lines[(unix + 2)..], MacOsRows.WithoutNumbers));
    }

    [Theory, MemberData(nameof(Doors))]
    public void netstat_an_with_grep_keeps_the_established_connections(FrontDoor door) =>
        Rows.AreExactly(MacOsRows.Established, Type(door, "netstat -an | grep ESTABLISHED"));

    [Fact]
    public void Without_a_listeners_alone_are_left_out()
    {
        var lines = Type(FrontDoor.Link, "netstat -n -f inet").AsSpan();

        Assert.Equal("Active Internet connections", lines[0]);
        Rows.AreExactly(
            Array.FindAll((MacOsRows.Connections + "\n" + MacOsRows.Others).Split('\n'), row => !row.StartsWith("tcp6", StringComparison.Ordinal)), lines[2..].ToArray());
    }

    [Theory]
    [InlineData("-an -p tcp", MacOsRows.Connections + "\n" + MacOsRows.Listeners)]
    [InlineData("-an -p icmp", "icm4 0 0 *.* *.*")]
    [InlineData("-anf inet6 -p tcp", "tcp46 0 0 *.3000 *.* LISTEN\ntcp6 0 0 ::1.631 *.* LISTEN\ntcp6 0 0 ::1.631 ::1.50631 ESTABLISHED\ntcp6 0 0 ::1.50631 ::1.631 ESTABLISHED")]
    public void Protocols_and_families_narrow_it(string options, string rows) => Rows.AreExactly(rows, Type(FrontDoor.Link, "netstat " + options)[2..]);

    [Theory]
    [InlineData("")]
    [InlineData("netlink")]
    [InlineData("proc")]
    public void Every_source_gives_the_same_connections(string source)
    {
        var outcome = Sandbox.Type(FrontDoor.Link, "netstat --dialect macos -n -p tcp", ("MINATO_SOURCE", source)).SucceededBy(source);

        Rows.AreExactly(MacOsRows.Connections, outcome.Lines[2..]);
    }

    [Theory]
    [InlineData("macos", "node:12345 ")]
    [InlineData("macos=15", " 12345      - ")]
    public void V_names_the_process(string dialect, string expected)
    {
        var outcome = Sandbox.Type(FrontDoor.Link, $"netstat --dialect {dialect} -anv -p tcp");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains(expected, Assert.Single(outcome.Lines, line => line.Contains(" *.3000 ", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Single(outcome.ErrorLines, line => line.Contains("have no source on Linux", StringComparison.Ordinal));
    }

    [Fact]
    public void What_it_prints_is_read_back_and_printed_the_same()
    {
        var printed = Sandbox.Type(FrontDoor.Link, "netstat --dialect macos -an -f inet").Succeeded().Output;
        var again = Sandbox.Type(FrontDoor.Link, "netstat --dialect macos -an -f inet | netstat --dialect macos -an --from -").Succeeded().Output;

        Assert.Equal(printed, again);
    }

    private string[] Type(FrontDoor door, string line) =>
        Sandbox.Type(door, line.Replace("netstat -", "netstat --dialect macos -", StringComparison.Ordinal)).Succeeded().Lines;
}
