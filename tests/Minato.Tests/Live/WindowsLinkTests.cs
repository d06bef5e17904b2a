using System;

namespace Minato.Tests.Live;

/// <summary>What Windows' netstat shows of a bound port, of addresses of one link and of routes (Scenes/windows.c).</summary>
public sealed class WindowsLinkTests(WindowsScene scene) : LiveTest, IClassFixture<WindowsScene>
{
    private Sandbox Sandbox => scene.Sandbox;

    [Fact]
    public void A_link_local_address_names_its_interface_by_number()
    {
        var index = IndexOfEth0();

        Rows.AreExactly(
            $"""
            TCP [fe80::10%{index}]:5000 [::]:0 LISTENING {Sandbox.Pid("server")}
            TCP [fe80::10%{index}]:49152 [fe80::10%{index}]:5000 ESTABLISHED {Sandbox.Pid("client")}
            TCP [fe80::10%{index}]:5000 [fe80::10%{index}]:49152 ESTABLISHED {Sandbox.Pid("server")}
            UDP [fe80::10%{index}]:1900 *:* {Sandbox.Pid("server")}
            """,
            Type("-ano").Succeeded().Lines[4..]);
    }

    [Fact]
    public void A_bound_port_is_shown_by_q_alone()
    {
        Rows.Include($"TCP 127.0.0.1:7777 0.0.0.0:0 BOUND {Sandbox.Pid("idle")}", Type("-qno").Succeeded().Lines[4..]);
        Assert.DoesNotContain(":7777", Type("-ano").Succeeded().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Routes_are_shown_as_route_print_has_them()
    {
        var outcome = Type("-rn");
        var lines = outcome.Lines;
        var index = IndexOfEth0();

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains($"{index,3}...02 00 00 00 00 10 ......eth0", lines, StringComparer.Ordinal);
        Assert.Contains("          0.0.0.0          0.0.0.0      192.168.1.1     192.168.1.10     35", lines, StringComparer.Ordinal);
        Assert.Contains("       172.16.0.0      255.240.0.0         10.9.9.9         10.0.0.5    100", lines, StringComparer.Ordinal);
        Assert.Contains("      192.168.1.0    255.255.255.0         On-link      192.168.1.10      0", lines, StringComparer.Ordinal);
        Assert.Contains("     198.51.100.0    255.255.255.0          Reject                 *      0", lines, StringComparer.Ordinal);
        Assert.Contains($"{index,3}   1024 ::/0                     fe80::1", lines, StringComparer.Ordinal);
        Assert.Contains($"{index,3}    256 2001:db8:1111:2222:3333:4444:5555:6666/128", lines, StringComparer.Ordinal);
        Assert.DoesNotContain("4294967295", outcome.Output, StringComparison.Ordinal);
        Assert.StartsWith("netstat: persistent routes: ", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_proc_the_routes_are_missing_and_that_is_said()
    {
        var outcome = Sandbox.Type(FrontDoor.Link, "mkdir -p /run/empty; MINATO_PROC_ROOT=/run/empty netstat --dialect windows -r");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("IPv4 routes: No such file or directory", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains("IPv6 routes: No such file or directory", outcome.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-r")]
    [InlineData("-x")]
    [InlineData("-y")]
    public void A_full_disk_is_said_once(string options)
    {
        var outcome = Type(options + " > /dev/full");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("No space left on device", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void NetworkDirect_has_its_headings_and_no_rows()
    {
        var outcome = Type("-xan");

        Assert.Equal(
            ["", "Active NetworkDirect Connections, Listeners, SharedEndpoints", "", "  Mode   IfIndex Type           Local Address          Foreign Address        PID"],
            outcome.Lines);
        Assert.Equal(0, outcome.ExitCode);
    }

    private int IndexOfEth0() => int.Parse(Sandbox.Type("ip -o link show eth0 | cut -d: -f1").Output, null);

    private Outcome Type(string options) => Sandbox.Type(FrontDoor.Link, "netstat --dialect windows " + options);
}
