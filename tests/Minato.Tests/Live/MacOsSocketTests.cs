using System;

namespace Minato.Tests.Live;

/// <summary>The macOS dialect on the machine of Scenes/lesson.c; the lesson's own commands are among <see cref="LessonTests"/>.</summary>
public sealed class MacOsSocketTests(LessonScene scene) : LessonSceneTest(scene)
{
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
