using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Minato.Tests.Live;

/// <summary>A machine with routes, interfaces and groups of every kind.</summary>
public sealed class NetworkScene() : StandingScene("network");

/// <summary>What netstat of net-tools 2.10 says of routes, interfaces and groups, byte for byte, and its exit code.</summary>
public sealed class NetworkDifferentialTests(NetworkScene scene) : LiveTest, IClassFixture<NetworkScene>
{
    private const string Netstat = "/usr/bin/netstat";

    // A machine without traffic still sends something now and then: the original has to say the same before and after.
    private const int Attempts = 20;

    [Theory]
    [InlineData("-rn")]
    [InlineData("-rne")]
    [InlineData("-rnee")]
    [InlineData("-rneee")]
    [InlineData("-rneeee")]
    [InlineData("-rneeeee")]
    [InlineData("-rneeeeee")]
    [InlineData("-r")]
    [InlineData("-re")]
    [InlineData("-ree")]
    [InlineData("-rn6")]
    [InlineData("-r6")]
    [InlineData("-r6eeW")]
    [InlineData("-rn46")]
    [InlineData("-rn64")]
    [InlineData("-rn44")]
    [InlineData("-rn -A inet6,inet")]
    [InlineData("-rn -A inet,inet")]
    [InlineData("-rn --inet --inet6")]
    [InlineData("--route --numeric --protocol=inet6")]
    [InlineData("-rnF")]
    [InlineData("-rnC")]
    [InlineData("-rnCe")]
    [InlineData("-rnCee")]
    [InlineData("-rnCeee")]
    [InlineData("-rnFC")]
    [InlineData("-rn6C")]
    [InlineData("-rn6FC")]
    [InlineData("-rn46FCe")]
    [InlineData("-rnvW")]
    [InlineData("-rN")]
    [InlineData("-rN6")]
    [InlineData("-r --numeric-hosts")]
    [InlineData("-r6 --numeric-ports --numeric-users")]
    [InlineData("-rn4x")]
    [InlineData("-rnx4")]
    [InlineData("-rn -A ipx")]
    [InlineData("-rn4 -A ax25")]
    [InlineData("-rn -A x25,inet")]
    [InlineData("-rn -A ddp")]
    [InlineData("-rn -A rose")]
    [InlineData("-rn --netrom")]
    [InlineData("-rn -A ash")]
    [InlineData("-rn -A inet,bluetooth")]
    [InlineData("-rn -A econet")]
    [InlineData("-rn2f")]
    [InlineData("-rntuw")]
    [InlineData("-rng")]
    [InlineData("-rnalpo operand")]
    public void Routes(string options) => AreEqual(options);

    [Theory]
    [InlineData("-i")]
    [InlineData("-in")]
    [InlineData("-ia")]
    [InlineData("-ie")]
    [InlineData("-iee")]
    [InlineData("-iae")]
    [InlineData("-iaveeW")]
    [InlineData("-i ve0 lo")]
    [InlineData("-i no-such")]
    [InlineData("-ie no-such")]
    [InlineData("-i46")]
    [InlineData("-ix -A ipx")]
    [InlineData("-itFC")]
    [InlineData("-ig")]
    [InlineData("--interfaces --all --extend")]
    public void Interfaces(string options) => AreEqual(options);

    [Theory]
    [InlineData("-g")]
    [InlineData("-gn")]
    [InlineData("-gN")]
    [InlineData("-g --numeric-hosts")]
    [InlineData("-gn4")]
    [InlineData("-g6")]
    [InlineData("-gn46")]
    [InlineData("-gnt")]
    [InlineData("-gnx")]
    [InlineData("-gnx6")]
    [InlineData("-gnalpoveW")]
    [InlineData("-gn -A inet")]
    [InlineData("-gn -A ipx")]
    [InlineData("--groups --numeric")]
    public void Groups(string options) => AreEqual(options);

    [Theory]
    [InlineData("-M")]
    [InlineData("-Mne")]
    [InlineData("-gM")]
    [InlineData("-ri")]
    [InlineData("-rs")]
    [InlineData("-iM")]
    [InlineData("-rn -A no-such")]
    [InlineData("-rn -A inet,")]
    public void What_has_no_answer(string options) => AreEqual(options);

    [Theory]
    [InlineData("-rnc")]
    [InlineData("-rn6c")]
    [InlineData("-ic")]
    [InlineData("-iec")]
    [InlineData("-Mc")]
    [InlineData("-rnc -A ipx")]
    public void Again_and_again(string options)
    {
        Assert.SkipUnless(File.Exists(Netstat), "netstat is not installed");

        // The counters may move meanwhile: what is compared is which lines come.
        var original = scene.Sandbox.Type($"timeout 2.5 stdbuf -oL {Netstat} {options}");
        var minato = scene.Sandbox.Type(FrontDoor.Link, $"timeout 2.5 netstat {options}");
        Assert.Equal(original.Lines.Select(Words), minato.Lines.Select(Words), StringComparer.Ordinal);
        Assert.Equal(original.ExitCode, minato.ExitCode);

        static string Words(string line) => string.Concat(line.Where(character => !char.IsAsciiDigit(character) && character != ' '));
    }

    [Theory]
    [InlineData("-rn")]
    [InlineData("-rne")]
    [InlineData("-rnee")]
    [InlineData("-rn6")]
    [InlineData("-ia")]
    [InlineData("-iae")]
    [InlineData("-gn")]
    public void A_name_that_would_drive_the_terminal_is_escaped(string options)
    {
        const string Make = "n=$(printf 'x\\033[2J'); ip link add \"$n\" type veth peer name y1 && ip link set \"$n\" up && ip addr add 10.67.0.1/24 dev \"$n\" && ip route add 10.68.0.0/16 dev \"$n\" && ip -6 route add 2001:db8:77::/48 dev \"$n\"";
        scene.Sandbox.Type(Make).Succeeded();
        var outcome = scene.Sandbox.Type(FrontDoor.Link, $"netstat {options}");
        scene.Sandbox.Type("ip link del y1").Succeeded();

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("x\\x1b[", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', outcome.Output);
    }

    [Theory]
    [InlineData("-rn")]
    [InlineData("-ia")]
    [InlineData("-gn")]
    public void A_full_disk_is_an_error_with_its_cause(string options)
    {
        var outcome = scene.Sandbox.Type(FrontDoor.Link, $"netstat {options} >/dev/full");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("No space left on device", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-r")]
    [InlineData("-r6")]
    [InlineData("-g")]
    public void A_name_server_that_does_not_answer_costs_two_seconds_at_most(string options)
    {
        // Nobody has the server's address, and the hosts file has no names to spare the question.
        const string Prepare = "echo nameserver 10.1.2.77 >/mnt/dead; mount --bind /mnt/dead /etc/resolv.conf; mount --bind /dev/null /etc/hosts; ";
        var clock = Stopwatch.StartNew();
        var outcome = scene.Sandbox.Type(FrontDoor.Link, $"unshare --mount sh -c '{Prepare}netstat {options}'").Succeeded();

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(3), clock.Elapsed.ToString());
        Assert.Equal(scene.Sandbox.Type(FrontDoor.Link, $"netstat {options} -n").Lines.Length, outcome.Lines.Length);
    }

    [Fact]
    public void A_name_of_fifteen_letters_keeps_its_counters_which_netstat_shows_as_zeros()
    {
        scene.Sandbox.Type("ip link add fifteen-letters address 02:00:00:00:00:0b type veth peer name peer address 02:00:00:00:00:0c && ip link set peer up && ip link set fifteen-letters up").Succeeded();

        // The question for the neighbour is what it sends.
        scene.Sandbox.Run(["bash", "-c", "ip addr add 10.66.0.1/24 dev fifteen-letters && echo >/dev/udp/10.66.0.9/9"]).Succeeded();
        string counted = scene.Sandbox.Type("sed -n 's/^fifteen-letters: *//p' /proc/net/dev").Output.Split(' ', StringSplitOptions.RemoveEmptyEntries)[9];
        var row = scene.Sandbox.Type(FrontDoor.Link, "netstat -i").Succeeded().Lines.Single(line => line.StartsWith("fifteen-letters ", StringComparison.Ordinal));
        scene.Sandbox.Type("ip link del fifteen-letters").Succeeded();

        // It goes on sending between the two looks.
        int packets = int.Parse(counted, CultureInfo.InvariantCulture);
        Assert.InRange(int.Parse(Rows.Words(row).Split(' ')[6], CultureInfo.InvariantCulture), Math.Max(packets, 1), packets + 20);
    }

    private void AreEqual(string options)
    {
        Assert.SkipUnless(File.Exists(Netstat), "netstat is not installed");
        for (int attempt = 1; ; attempt++)
        {
            var before = scene.Sandbox.Type($"{Netstat} {options}");
            var minato = scene.Sandbox.Type(FrontDoor.Link, $"netstat {options}");
            var after = scene.Sandbox.Type($"{Netstat} {options}");
            if (before.Output != after.Output && attempt < Attempts) continue;

            Assert.Equal(after.Output, minato.Output);
            Assert.Equal(after.ExitCode, minato.ExitCode);
            return;
        }
    }
}
