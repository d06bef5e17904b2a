using System;

namespace Minato.Tests.Live;

/// <summary>
/// The commands that the lesson gives for Windows, typed as they stand there, on the machine of Scenes/lesson.c. On Windows
/// they need no more; here <c>--dialect windows</c> stands behind netstat, and findstr, which Linux has not, is grep -F.
/// </summary>
public sealed class WindowsLessonTests(LessonScene scene) : LessonSceneTest(scene)
{
    private const string FindStr = "findstr() { grep -F \"$@\"; }\n";

    public static TheoryData<FrontDoor> Doors => [FrontDoor.Link, FrontDoor.Shell, FrontDoor.Verb];

    [Theory, MemberData(nameof(Doors))]
    public void netstat_an_lists_connections_and_ports(FrontDoor door)
    {
        var lines = Type(door, "netstat -an");

        Assert.Equal(["", "Active Connections", "", "  Proto  Local Address          Foreign Address        State"], lines[..4]);
        Rows.AreExactly(WindowsRows.All, lines[4..]);
    }

    [Theory, MemberData(nameof(Doors))]
    public void netstat_an_with_findstr_keeps_the_established_connections(FrontDoor door) =>
        Rows.AreExactly(WindowsRows.Established, Type(door, "netstat -an | findstr ESTABLISHED"));

    [Theory, MemberData(nameof(Doors))]
    public void netstat_ano_adds_the_process_id(FrontDoor door)
    {
        var lines = Type(door, "netstat -ano");

        Assert.Equal(["", "Active Connections", "", "  Proto  Local Address          Foreign Address        State           PID"], lines[..4]);
        Rows.AreExactly(WindowsRows.WithProcessIds(Sandbox), lines[4..]);
    }

    private string[] Type(FrontDoor door, string line) => Sandbox
        .Type(door, FindStr + line.Replace("netstat -", "netstat --dialect windows -", StringComparison.Ordinal)).Succeeded().Lines;
}
