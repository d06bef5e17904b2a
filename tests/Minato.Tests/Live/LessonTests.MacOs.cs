using System;

namespace Minato.Tests.Live;

// On a Mac the lesson's commands need no more than what stands there; here --dialect macos stands behind netstat.
public sealed partial class LessonTests
{
    [Theory, MemberData(nameof(Doors))]
    public void Mac_netstat_an_lists_all_that_is_open(FrontDoor door)
    {
        var lines = TypeOnMac(door, "netstat -an");
        var unix = Array.IndexOf(lines, "Active LOCAL (UNIX) domain sockets");

        Assert.Equal(["Active Internet connections (including servers)", "Proto Recv-Q Send-Q  Local Address          Foreign Address        (state)    "], lines[..2]);
        Rows.AreExactly(MacOsRows.Connections + "\n" + MacOsRows.Listeners + "\n" + MacOsRows.Others, lines[2..unix]);
        Assert.Equal("Address          Type   Recv-Q Send-Q            Inode             Conn             Refs          Nextref Addr", lines[unix + 1]);
        Rows.AreExactly(MacOsRows.Unix, Array.ConvertAll(lines[(unix + 2)..], MacOsRows.WithoutNumbers));
    }

    [Theory, MemberData(nameof(Doors))]
    public void Mac_netstat_an_with_grep_keeps_the_established_connections(FrontDoor door) =>
        Rows.AreExactly(MacOsRows.Established, TypeOnMac(door, "netstat -an | grep ESTABLISHED"));

    private string[] TypeOnMac(FrontDoor door, string line) =>
        Sandbox.Type(door, line.Replace("netstat -", "netstat --dialect macos -", StringComparison.Ordinal)).Succeeded().Lines;
}
