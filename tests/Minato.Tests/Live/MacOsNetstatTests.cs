using System;
using System.Globalization;
using System.Linq;

namespace Minato.Tests.Live;

/// <summary>What the options of macOS' netstat show of real sockets, routes and interfaces (Scenes/macos.c).</summary>
public sealed class MacOsNetstatTests(MacOsScene scene) : LiveTest, IClassFixture<MacOsScene>
{
    private const string Usage = "usage: netstat [-AabdLlnuvW]";

    [Fact]
    public void L_counts_who_waits_who_knocks_and_who_may() => Rows.AreExactly(
        """
        Current listen queue sizes (qlen/incqlen/maxqlen)
        Listen Local Address
        3/0/2 127.0.0.1.7000
        0/2/128 127.0.0.1.7001
        0/0/128 127.0.0.1.7002
        """, Type("-Lan").Succeeded().Lines);

    [Fact]
    public void B_counts_the_bytes_of_a_transfer()
    {
        var lines = Type("-nb -p tcp").Lines;

        Assert.Equal("100000 500", Bytes(lines, ".7002 127.0.0.1."));
        Assert.Equal("500 100000", Bytes(lines, " 127.0.0.1.7002 CLOSE_WAIT", " 127.0.0.1.7002 FIN_WAIT_2"));
    }

    [Fact]
    public void V_names_who_holds_each_socket_and_what_it_is()
    {
        var outcome = Type("-anv -p tcp");
        var served = Assert.Single(outcome.Lines, line => line.Contains(" CLOSE_WAIT ", StringComparison.Ordinal));
        var server = Assert.Single(outcome.Lines, line => line.Contains(" 127.0.0.1.7002 ", StringComparison.Ordinal) && line.Contains(" LISTEN ", StringComparison.Ordinal));

        Assert.Contains($"the-server:{scene.Sandbox.Pid("the-server"),-6} 00022 00000000 ", served, StringComparison.Ordinal);
        Assert.Contains($"the-server:{scene.Sandbox.Pid("the-server"),-6} 00000 00000002 ", server, StringComparison.Ordinal);
        Assert.Equal(2, outcome.ErrorLines.Length);
    }

    [Fact]
    public void Who_may_not_see_the_owners_is_told_how_many_they_are()
    {
        var outcome = Run("setpriv --reuid 65534 --regid 65534 --clear-groups netstat --dialect macos -nv");

        Assert.Equal(0, outcome.ExitCode);
        Assert.All(outcome.Lines[2..], line => Assert.Contains(" -:-  ", line, StringComparison.Ordinal));
        Assert.Single(outcome.ErrorLines, line => line.Contains("could not be seen", StringComparison.Ordinal));
    }

    [Fact]
    public void A_shows_the_cookie_that_ss_shows()
    {
        var mine = Type("-an -A -p tcp").Lines.Single(line => line.Contains(" 127.0.0.1.7001 ", StringComparison.Ordinal) && line.Contains(" LISTEN", StringComparison.Ordinal));
        var theirs = Run("ss -tlneH sport = :7001").Succeeded().Output;

        Assert.Contains("sk:" + mine.TrimStart().Split(' ')[0] + " ", theirs, StringComparison.Ordinal);
    }

    [Fact]
    public void Raw_and_link_local_sockets_have_the_words_of_macOS() => Rows.AreExactly(
        """
        udp6 0 0 fe80::10%eth0.1900 *.*
        udp4 0 0 *.5353 *.*
        icm6 0 0 *.* *.*
        igm4 0 0 *.* *.*
        ip 4 0 0 *.* *.*
        """, Type("-n").Lines.Where(line => line.StartsWith("udp", StringComparison.Ordinal) || line.EndsWith("*.*                               ", StringComparison.Ordinal)));

    [Theory]
    [InlineData("macos", "-an")]
    [InlineData("macos", "-a")]
    [InlineData("macos", "-anvv")]
    [InlineData("macos", "-Aanbd")]
    [InlineData("macos", "-Lan")]
    [InlineData("macos", "-anl")]
    [InlineData("macos=15", "-anv")]
    public void What_it_prints_is_read_back_and_printed_the_same(string dialect, string options)
    {
        var printed = Run($"netstat --dialect {dialect} {options} > /run/printed; cat /run/printed");
        var again = Run($"netstat --dialect {dialect} {options} --from /run/printed").Succeeded();

        Assert.Equal(printed.Output, again.Output);
    }

    [Fact]
    public void R_shows_the_routes_of_the_kernel()
    {
        var lines = Type("-rn").Succeeded().Lines;
        var v6 = Array.IndexOf(lines, "Internet6:");

        Assert.Equal(["Routing tables", "", "Internet:", "Destination        Gateway            Flags               Netif Expire"], lines[..4]);
        Rows.AreExactly(
            $"""
            default 192.168.1.1 UG eth0
            10.1.1.7 192.168.1.9 UGH eth0
            172.16/12 192.168.1.9 UG eth0
            192.168.1 {Link} U eth0
            198.51.100 UR * !
            """, lines[4..(v6 - 1)]);
        Rows.Include("default fe80::1%eth0 UG eth0", lines[(v6 + 1)..]);
        Rows.Include($"2001:db8::/64 {Link} U eth0", lines[(v6 + 1)..]);
        Rows.Include($"fe80::%eth0/64 {Link} U eth0", lines[(v6 + 1)..]);
    }

    [Theory]
    [InlineData("-rn -f inet", "Internet:", "Internet6:")]
    [InlineData("-rn -f inet6", "Internet6:", "Internet:")]
    public void A_family_has_its_routes_alone(string options, string there, string missing)
    {
        var lines = Type(options).Succeeded().Lines;

        Assert.Contains(there, lines, StringComparer.Ordinal);
        Assert.DoesNotContain(missing, lines, StringComparer.Ordinal);
    }

    [Fact]
    public void I_has_a_row_for_the_link_and_one_for_each_address()
    {
        var lines = Type("-I eth0 -n").Succeeded().Lines;
        string[] starts = [.. lines.Select(line => line[..Math.Min(line.Length, 44)].TrimEnd())];

        Assert.Equal("Name       Mtu   Network       Address            Ipkts Ierrs    Opkts Oerrs  Coll", lines[0]);
        Assert.Contains("eth0       1500  192.168.1     192.168.1.10", starts, StringComparer.Ordinal);
        Assert.Contains("eth0       1500  fe80::10%et fe80::10", starts, StringComparer.Ordinal);
        Assert.Contains("eth0       1500  2001:db8::1 2001:db8::10", starts, StringComparer.Ordinal);
        Assert.Equal($"eth0 1500 <{Link.Replace("link", "Link", StringComparison.Ordinal)}> 02:00:00:00:00:10", string.Join(' ', Rows.Words(lines[1]).Split(' ')[..4]));
        Assert.All(lines[2..], line => Assert.EndsWith(" -     -", line, StringComparison.Ordinal));
    }

    [Fact]
    public void An_interface_that_is_down_has_a_star() =>
        Assert.StartsWith("gone0*     1500 ", Type("-I gone0 -n").Succeeded().Lines[1], StringComparison.Ordinal);

    [Fact]
    public void Ia_adds_the_groups_of_each_interface() => Rows.Include("239.1.2.3", Type("-ian").Succeeded().Lines);

    [Fact]
    public void G_lists_the_groups_of_the_link_layer_and_those_above_with_their_Ethernet_addresses()
    {
        var lines = Type("-gn").Succeeded().Lines;

        Assert.Equal("Link-layer Multicast Memberships", lines[0]);
        Assert.Contains("1:0:5e:1:2:3        \t<none>          \teth0", lines, StringComparer.Ordinal);
        Assert.Contains("239.1.2.3           \t1:0:5e:1:2:3    \teth0", lines, StringComparer.Ordinal);
    }

    [Fact]
    public void Help_has_letters_alone_with_their_values()
    {
        var lines = Type("--help").Succeeded().Lines;

        Assert.Contains(lines, line => line.StartsWith("  -a    ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("  -f FAMILY    ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("      --dialect=NAME ", StringComparison.Ordinal));
    }

    [Fact]
    public void Routes_with_A_say_that_they_have_no_address() =>
        Assert.Equal("netstat: -A: Linux tells no address of a route", Assert.Single(Type("-rnA").ErrorLines));

    // Three datagrams of 29 bytes; the kernel answers that nobody waits for them, as often as it likes.
    [Fact]
    public void W_counts_what_went_through_in_each_second()
    {
        var outcome = Run("timeout 2.5 netstat --dialect macos -I lo -w 1 & sleep 1.4; bash -c 'for i in 1 2 3; do echo -n x > /dev/udp/127.0.0.1/1; done'; wait");
        var lines = outcome.Lines;
        var numbers = Array.ConvertAll(Rows.Words(lines[3]).Split(' '), word => int.Parse(word, CultureInfo.InvariantCulture));

        Assert.Equal(["            input           (lo)           output", "   packets  errs      bytes    packets  errs      bytes colls"], lines[..2]);
        Assert.Equal(4, lines.Length);
        Assert.True(numbers is [>= 3, 0, >= 87, >= 3, 0, >= 87, 0] && numbers[0] < 20, lines[3]);
    }

    [Fact]
    public void An_interface_that_goes_away_ends_its_traffic()
    {
        var outcome = Run("ip link add name brief0 type veth peer name brief1; (sleep 1.5; ip link del brief0) & netstat --dialect macos -I brief0 -w 1");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal("netstat: the interface 'brief0' has gone", Assert.Single(outcome.ErrorLines));
    }

    [Theory]
    [InlineData("-an")]
    [InlineData("-Lan")]
    [InlineData("-rn")]
    [InlineData("-ian")]
    [InlineData("-gn")]
    [InlineData("-w 1")]
    [InlineData("-an --interval 1")]
    public void A_full_disk_is_said_once(string options)
    {
        var outcome = Type(options + " > /dev/full");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("No space left on device", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-I nope")]
    [InlineData("-I nope -w 1")]
    [InlineData("-g -I nope")]
    public void An_interface_that_is_not_there_is_said(string options)
    {
        var outcome = Type(options);

        Assert.Equal((1, "", "netstat: there is no interface 'nope'\n"), (outcome.ExitCode, outcome.Output, outcome.Errors));
    }

    [Theory]
    [InlineData("-an -w 0")]
    [InlineData("-w -5")]
    [InlineData("-w 1000000000")]
    [InlineData("-f bluetooth")]
    [InlineData("-p sctp")]
    [InlineData("-anK")]
    [InlineData("--no-such-option")]
    [InlineData("-an everything")]
    [InlineData("-rn -i")]
    public void A_usage_error_is_pointed_at_and_followed_by_the_usage(string options)
    {
        var outcome = Type(options);

        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains(outcome.ErrorLines, line => line.EndsWith('^'));
        Assert.StartsWith(Usage, Assert.Single(outcome.ErrorLines, line => line.StartsWith("usage:", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-e", "linux")]
    [InlineData("-o", "windows")]
    public void An_option_of_another_dialect_names_that_dialect(string option, string dialect) =>
        Assert.Contains("--dialect " + dialect, Type(option).Errors, StringComparison.Ordinal);

    [Theory]
    [InlineData("-B")]
    [InlineData("-Q")]
    [InlineData("-qq -I eth0")]
    [InlineData("-R")]
    [InlineData("-S")]
    [InlineData("-x")]
    [InlineData("-p mptcp")]
    [InlineData("-an -f systm")]
    public void What_only_a_Mac_can_answer_is_said_in_a_line(string options)
    {
        var outcome = Type(options);

        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Output));
        Assert.StartsWith("netstat: -", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
    }

    private string Link => "link#" + Run("ip -o link show eth0").Succeeded().Output.Split(':')[0];

    private static string Bytes(string[] lines, params string[] ends)
    {
        var line = Assert.Single(lines, line => ends.Any(end => Rows.Words(line).Contains(end, StringComparison.Ordinal)));
        var words = Rows.Words(line).Split(' ');
        return words[^2] + " " + words[^1];
    }

    private Outcome Type(string options) => Run("netstat --dialect macos " + options);

    private Outcome Run(string line) => scene.Sandbox.Type(FrontDoor.Link, line);
}
