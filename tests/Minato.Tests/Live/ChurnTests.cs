using System;
using System.Linq;

namespace Minato.Tests.Live;

/// <summary>Processes that vanish while their owners are looked for.</summary>
public sealed class ChurnTests(ChurnScene scene) : LiveTest, IClassFixture<ChurnScene>
{
    private const int Runs = 200;

    [Theory]
    [InlineData("ss -tlnp", "netlink")]
    [InlineData("ss -tlnp", "proc")]
    [InlineData("netstat -tlnp", "netlink")]
    public void A_process_that_vanishes_costs_no_row_and_no_word(string command, string source)
    {
        var loop = $"i=0; while [ $i -lt {Runs} ]; do {command} || exit; i=$((i + 1)); done";
        var lines = scene.Sandbox.Type(FrontDoor.Link, loop, ("MINATO_SOURCE", source)).SucceededBy(source).Lines;

        var counts = lines.Where(row => row.Contains("127.0.0.1:7", StringComparison.Ordinal)).CountBy(row => row).ToArray();
        Assert.Equal(11, counts.Length);
        Assert.All(counts, row => Assert.Equal(Runs, row.Value));
    }

    [Fact]
    public void A_socket_that_is_in_no_process_has_no_owner_and_is_nothing_to_complain_about()
    {
        var lines = scene.Sandbox.Type(FrontDoor.Link, "ss -tlnp").Succeeded().Lines;

        Rows.Include("LISTEN 0 128 127.0.0.1:7999 0.0.0.0:*", lines);
        Assert.Equal(10, lines.Count(line => line.Contains("users:((\"steady\",", StringComparison.Ordinal)));
    }
}
