using System.Collections.Generic;
using Minato.Bench;
using Minato.Bench.Cases;

namespace Minato.Tests.Bench;

public sealed class TypedCommandTests
{
    [Fact]
    public void Minatos_command_starts_with_the_program_under_test() =>
        Assert.Equal(["/opt/minato", "netstat", "-tan"], new TypedCommand("minato netstat -tan").Resolve("/opt/minato"));

    [Fact]
    public void Variables_before_the_command_are_its_environment()
    {
        var command = new TypedCommand("MINATO_OWNERS=proc A=b=c minato -tan");
        Assert.Equal([new KeyValuePair<string, string>("MINATO_OWNERS", "proc"), new("A", "b=c")], command.Settings);
        Assert.Equal(["/opt/minato", "-tan"], command.Resolve("/opt/minato"));
    }

    [Fact]
    public void An_equals_sign_behind_the_command_is_a_word_of_its()
    {
        var command = new TypedCommand("minato -tan sport = :1100");
        Assert.Empty(command.Settings);
        Assert.Equal(["/opt/minato", "-tan", "sport", "=", ":1100"], command.Resolve("/opt/minato"));
    }

    [Fact]
    public void A_peer_is_started_by_its_full_path() => Assert.StartsWith("/", new TypedCommand("sh -c true").Resolve("/opt/minato")[0]);

    [Fact]
    public void A_peer_that_is_not_installed_is_named()
    {
        var fault = Assert.Throws<BenchFault>(() => new TypedCommand("no-such-tool -tan").Resolve("/opt/minato"));
        Assert.Equal("'no-such-tool' is not installed", fault.Message);
    }

    [Theory]
    [InlineData("minato -tan", false)]
    [InlineData("ss -tan", false)]
    [InlineData("minato netstat -tan", true)]
    [InlineData("minato ss --exact=6.1 -tan", true)]
    [InlineData("MINATO_OWNERS=proc minato -tan", true)]
    public void Doors_and_settings_of_its_own_need_Minato(string typed, bool needed) =>
        Assert.Equal(needed, new TypedCommand(typed).NeedsMinato);
}
