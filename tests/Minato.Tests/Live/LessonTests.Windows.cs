using System;

namespace Minato.Tests.Live;

// On Windows the lesson's commands need no more than what stands there; here --dialect windows stands behind netstat, and findstr,
// which Linux has not, is grep -F.
public sealed partial class LessonTests
{
    private const string FindStr = "findstr() { grep -F \"$@\"; }\n";

    [Theory, MemberData(nameof(Doors))]
    public void Windows_netstat_an_lists_connections_and_ports(FrontDoor door)
    {
        var lines = TypeOnWindows(door, "netstat -an");

        Assert.Equal(["", "Active Connections", "", "  Proto  Local Address          Foreign Address        State"], lines[..4]);
        Rows.AreExactly(WindowsRows.All, lines[4..]);
    }

    [Theory, MemberData(nameof(Doors))]
    public void Windows_netstat_an_with_findstr_keeps_the_established_connections(FrontDoor door) =>
        Rows.AreExactly(WindowsRows.Established, TypeOnWindows(door, "netstat -an | findstr ESTABLISHED"));

    [Theory, MemberData(nameof(Doors))]
    public void Windows_netstat_ano_adds_the_process_id(FrontDoor door)
    {
        var lines = TypeOnWindows(door, "netstat -ano");

        Assert.Equal(["", "Active Connections", "", "  Proto  Local Address          Foreign Address        State           PID"], lines[..4]);
        Rows.AreExactly(WindowsRows.WithProcessIds(Sandbox), lines[4..]);
    }

    private string[] TypeOnWindows(FrontDoor door, string line) => Sandbox
        .Type(door, FindStr + line.Replace("netstat -", "netstat --dialect windows -", StringComparison.Ordinal)).Succeeded().Lines;
}
