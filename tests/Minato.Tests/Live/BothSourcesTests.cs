using System.Collections.Generic;
using System.Linq;

namespace Minato.Tests.Live;

/// <summary>Netlink and /proc tell the same, but for the fields that /proc does not carry.</summary>
public sealed class BothSourcesTests(LessonScene scene) : LessonSceneTest(scene)
{
    [Theory]
    [InlineData("ss -tan")]
    [InlineData("ss -tn")]
    [InlineData("ss -tln")]
    [InlineData("ss -tuln")]
    [InlineData("ss -uan")]
    [InlineData("ss -un")]
    [InlineData("ss -tan4")]
    [InlineData("ss -tan6")]
    [InlineData("ss -tulnp")]
    [InlineData("ss -tanp")]
    [InlineData("ss -tane")]
    [InlineData("ss -uane")]
    [InlineData("ss -tano")]
    [InlineData("ss -tl")]
    [InlineData("netstat -tan")]
    [InlineData("netstat --dialect windows -ano")]
    [InlineData("netstat --dialect macos -an -p tcp")]
    [InlineData("netstat -tuln")]
    [InlineData("netstat -tanp")]
    [InlineData("netstat -tane")]
    public void Both_sources_give_the_same_rows(string command) =>
        Rows.AreExactly(Type(command, "netlink"), Type(command, "proc"));

    [Fact]
    public void Another_root_is_read_instead_of_the_kernel_as_ss_does()
    {
        const string copy = "mkdir -p /run/root/net && grep -v ':0CEA ' /proc/net/tcp > /run/root/net/tcp";
        var outcome = Sandbox.Type(FrontDoor.Link, copy + " && PROC_ROOT=/run/root ss -tln4").SucceededBy("proc");

        Assert.Contains(outcome.Lines, row => row.Contains("0.0.0.0:22 ", System.StringComparison.Ordinal));
        Assert.DoesNotContain(outcome.Lines, row => row.Contains(":3306 ", System.StringComparison.Ordinal));
    }

    [Fact]
    public void Unix_sockets_of_proc_have_no_peer_and_no_queue()
    {
        var lines = Sandbox.Type(FrontDoor.Link, "ss -xan", ("MINATO_SOURCE", "proc")).Lines;

        Rows.AreExactly(
            """
            u_dgr UNCONN 0 0 @cups
            u_str ESTABLISHED 0 0 *
            u_str ESTABLISHED 0 0 *
            u_str LISTEN 0 0 /run/mysqld.sock
            """,
            lines.Skip(1).Select(row => string.Join(' ', Rows.Words(row).Split(' ')[..5])));
    }

    private IEnumerable<string> Type(string command, string source)
    {
        var outcome = Sandbox.Type(FrontDoor.Link, command, ("MINATO_SOURCE", source));
        outcome.SucceededBy(source);
        return outcome.Lines.Select(ComparableRows.Timeless).Select(ComparableRows.CarriedByProc);
    }
}
