using System;
using Minato.Cli.Doors;
using Minato.Cli.Doors.Netstat.MacOs;

namespace Minato.Tests.Doors.Netstat.MacOs;

public sealed class MacOsArgsTests
{
    [Theory]
    [InlineData("-v", 1)]
    [InlineData("-vv", 2)]
    [InlineData("-anvb -v -v", 3)]
    [InlineData("-an", 0)]
    public void Letters_are_counted(string typed, int count) => Assert.Equal(count, From(typed).Count(MacOsOption.Verbose));

    [Theory]
    [InlineData("-f inet", MacOsFamily.Inet)]
    [InlineData("-anf inet6", MacOsFamily.Inet6)]
    [InlineData("-funix", MacOsFamily.Unix)]
    [InlineData("-f vsock", MacOsFamily.Vsock)]
    [InlineData("-an", MacOsFamily.Any)]
    public void A_family_stands_glued_or_apart(string typed, object family) => Assert.Equal(family, From(typed).Family);

    [Theory]
    [InlineData("-p tcp", MacOsProtocol.Tcp)]
    [InlineData("-anp udp", MacOsProtocol.Udp)]
    [InlineData("-picmp6", MacOsProtocol.Icmp6)]
    [InlineData("-n", MacOsProtocol.Any)]
    public void P_takes_a_protocol(string typed, object protocol) => Assert.Equal(protocol, From(typed).Protocol);

    [Theory]
    [InlineData("-w 1", 1)]
    [InlineData("-I en0 -w5", 5)]
    [InlineData("-i 86400", 86_400)]
    [InlineData("7", 7)]
    [InlineData("--interval 2", 2)]
    public void An_interval_is_whole_seconds(string typed, int seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), From(typed).Interval);

    [Fact]
    public void A_number_alone_is_an_interval_of_interfaces()
    {
        MacOsArgs args = From("5");

        Assert.Equal((true, MacOsMode.Traffic), (args.Has(MacOsOption.Interfaces), MacOsModes.Of(args)));
    }

    [Theory]
    [InlineData("-w 0", "'0'", 1)]
    [InlineData("-w -1", "'-1'", 1)]
    [InlineData("-w 1000000000", "'1000000000'", 1)]
    [InlineData("-w 99999999999999999999", "'99999999999999999999'", 1)]
    [InlineData("-w 1e9", "'1e9'", 1)]
    [InlineData("-w 0.5", "'0.5'", 1)]
    [InlineData("-w soon", "'soon'", 1)]
    [InlineData("-n 0", "'0'", 1)]
    [InlineData("-n 5x", "'5x'", 1)]
    [InlineData("-f ipv4", "'ipv4'", 1)]
    [InlineData("-f INET", "'INET'", 1)]
    [InlineData("-p tcp4", "'tcp4'", 1)]
    [InlineData("-p 6", "'6'", 1)]
    [InlineData("-an lo0", "'lo0'", 1)]
    [InlineData("-w", "-w", 0)]
    [InlineData("-anp", "-p", 0)]
    [InlineData("-I", "-I", 0)]
    [InlineData("-anK", "-K", 0)]
    [InlineData("--numeric", "--numeric", 0)]
    [InlineData("--interval 0", "'0'", 1)]
    [InlineData("--interval 2 -w 1", "--interval", 3)]
    [InlineData("-w 1 --interval 2", "--interval", 1)]
    public void What_cannot_be_read_is_named_at_its_place(string typed, string named, int word)
    {
        UsageError error = Refused(typed);

        Assert.Contains(named, error.Problem, StringComparison.Ordinal);
        Assert.Equal(word, error.Word);
    }

    [Theory]
    [InlineData("-anw0", 4)]
    [InlineData("-w0", 2)]
    [InlineData("-w 0", 0)]
    public void A_glued_value_is_pointed_at_behind_its_letter(string typed, int column) => Assert.Equal(column, Refused(typed).Column);

    [Fact]
    public void An_interface_without_a_name_is_refused() =>
        Assert.Equal((1, "an interface has a name"), Refused(["-I", ""]) is { } error ? (error.Word, error.Problem) : default);

    [Theory]
    [InlineData("-ir", "-i and -r", 0, 2)]
    [InlineData("-rn -i", "-i and -r", 1, 1)]
    [InlineData("-gr", "-r and -g", 0, 2)]
    [InlineData("-an -L -g", "-g and -L", 2, 1)]
    [InlineData("-m -i", "-m and -i", 1, 1)]
    [InlineData("-sm", "-m and -s", 0, 2)]
    [InlineData("-Ls", "-L and -s", 0, 2)]
    [InlineData("-r -I en0", "-r and -I", 1, 1)]
    public void Two_tables_at_once_are_refused(string typed, string named, int word, int column)
    {
        UsageError error = Refused(typed);

        Assert.StartsWith(named, error.Problem, StringComparison.Ordinal);
        Assert.Equal((word, column), (error.Word, error.Column));
    }

    [Theory]
    [InlineData("-an", MacOsMode.Sockets)]
    [InlineData("-L", MacOsMode.Sockets)]
    [InlineData("-i", MacOsMode.Interfaces)]
    [InlineData("-ibdn", MacOsMode.Interfaces)]
    [InlineData("-I en0", MacOsMode.Interfaces)]
    [InlineData("-rn", MacOsMode.Routes)]
    [InlineData("-rnl -a", MacOsMode.Routes)]
    [InlineData("-g", MacOsMode.Groups)]
    [InlineData("-g -I en0", MacOsMode.Groups)]
    [InlineData("-w 1", MacOsMode.Traffic)]
    [InlineData("-I en0 -w 1", MacOsMode.Traffic)]
    [InlineData("-n -w 1", MacOsMode.Traffic)]
    [InlineData("-an -w 1", MacOsMode.Sockets)]
    [InlineData("-Ln -w 1", MacOsMode.Sockets)]
    [InlineData("-rn -w 1", MacOsMode.Routes)]
    [InlineData("-an --interval 1", MacOsMode.Sockets)]
    [InlineData("-i --interval 1", MacOsMode.Interfaces)]
    public void What_is_shown_follows_the_letters(string typed, object mode) => Assert.Equal(mode, MacOsModes.Of(From(typed)));

    [Theory]
    [InlineData("-B", "packet sockets")]
    [InlineData("-I en0 -c 1", "tc -s qdisc")]
    [InlineData("-qq", "tc -s qdisc")]
    [InlineData("-Q", "macOS kernel")]
    [InlineData("-R", "ip neigh")]
    [InlineData("-x", "ip neigh")]
    [InlineData("-S", "macOS kernel")]
    [InlineData("-t", "BSD")]
    [InlineData("-k", "undocumented")]
    [InlineData("-F", "undocumented")]
    [InlineData("-P 4", "undocumented")]
    [InlineData("-z", "-ss")]
    [InlineData("-% 1", "undocumented")]
    [InlineData("-an -f systm", "netlink")]
    [InlineData("-f vsock", "--vsock")]
    [InlineData("-f route", "netlink")]
    [InlineData("-f pfkey", "not published")]
    [InlineData("-f ipx", "5.15")]
    [InlineData("-p mptcp", "ss -M")]
    [InlineData("-p ipsec", "no sockets")]
    [InlineData("-p rip6", "-p ip6")]
    [InlineData("-rs", "its own routing tables")]
    [InlineData("-gs", "ip -s mroute")]
    [InlineData("-is", "dev_snmp6")]
    [InlineData("-I en0 -s", "dev_snmp6")]
    public void What_only_a_Mac_can_answer_has_a_reason(string typed, string reason) =>
        Assert.Contains(reason, MacOsForeign.Describe(From(typed)), StringComparison.Ordinal);

    [Theory]
    [InlineData("-anvv")]
    [InlineData("-AbdLlnuvWa")]
    [InlineData("-f inet -p tcp -I en0 -w 1")]
    [InlineData("-ss -p tcp")]
    [InlineData("-m")]
    [InlineData("-s -p ipsec")]
    public void What_Linux_can_answer_has_none(string typed) => Assert.Null(MacOsForeign.Describe(From(typed)));

    [Fact]
    public void Every_letter_of_macOS_is_known()
    {
        // getopt(3) of network_cmds-741.
        foreach (char letter in "AaBbc:dFf:gI:ikLlmnP:p:qQrRsStuvWw:xz%:")
        {
            if (letter != ':') Assert.Contains(MacOsOptions.Table, option => option.Short == letter);
        }
    }

    private static MacOsArgs From(string typed)
    {
        MacOsArgs? args = MacOsArgs.Parse(typed.Split(' ', StringSplitOptions.RemoveEmptyEntries), out UsageError? error);
        Assert.Null(error);
        return args!;
    }

    private static UsageError Refused(string typed) => Refused(typed.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static UsageError Refused(string[] words)
    {
        Assert.Null(MacOsArgs.Parse(words, out UsageError? error));
        Assert.NotNull(error);
        return error;
    }
}
