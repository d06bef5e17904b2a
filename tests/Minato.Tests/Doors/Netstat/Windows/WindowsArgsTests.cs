using System;
using Minato.Cli.Doors;
using Minato.Cli.Doors.Netstat.Windows;
using Minato.Model;
using Minato.Rendering.Netstat.Windows;

namespace Minato.Tests.Doors.Netstat.Windows;

public sealed class WindowsArgsTests
{
    private const SocketState Idle = SocketState.BoundInactive;

    [Theory]
    [InlineData("-a 5", 5)]
    [InlineData("86400", 86_400)]
    [InlineData("--interval 0.5", 0.5)]
    [InlineData("-r 2", 2)]
    [InlineData("-s 2", 2)]
    [InlineData("-y 2", 2)]
    [InlineData("-x 2", 2)]
    [InlineData("-e -s -p tcp 7", 7)]
    public void An_interval_goes_with_every_table(string typed, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Parse(typed).Interval);

    [Theory]
    [InlineData("0", "an interval is a whole number of seconds from 1 to 86400, not '0'", 0)]
    [InlineData("-a -1", "an interval is a whole number of seconds from 1 to 86400, not '-1'", 1)]
    [InlineData("1e9", "an interval is a whole number of seconds from 1 to 86400, not '1e9'", 0)]
    [InlineData("1000000000", "an interval is a whole number of seconds from 1 to 86400, not '1000000000'", 0)]
    [InlineData("99999999999999999999", "an interval is a whole number of seconds from 1 to 86400, not '99999999999999999999'", 0)]
    [InlineData("86401", "an interval is a whole number of seconds from 1 to 86400, not '86401'", 0)]
    [InlineData("2.5", "an interval is a whole number of seconds from 1 to 86400, not '2.5'", 0)]
    [InlineData("+5", "an interval is a whole number of seconds from 1 to 86400, not '+5'", 0)]
    [InlineData("-n 5s", "an interval is a whole number of seconds from 1 to 86400, not '5s'", 1)]
    [InlineData("-an eth0", "'eth0' is neither an option nor an interval, which is a whole number of seconds from 1 to 86400", 1)]
    [InlineData("--interval 5 -a 6", "there is an interval already, behind --interval", 3)]
    [InlineData("5 -a 6", "there is an interval already: '6' is a second one", 2)]
    public void Anything_else_without_a_sign_is_refused(string typed, string problem, int word) =>
        Assert.Equal((problem, word, 0), Refusal(typed));

    [Fact]
    public void A_wrong_interval_of_Minatos_own_option_is_pointed_at_behind_its_equals_sign() =>
        Assert.Equal(("an interval is a number of seconds from 0.1 to 86400, not '0'", 1, 11), Refusal("-a --interval=0"));

    [Theory]
    [InlineData("-p tcp", WindowsProtocols.Tcp)]
    [InlineData("-p TcpV6", WindowsProtocols.Tcp6)]
    [InlineData("-p UDP", WindowsProtocols.Udp)]
    [InlineData("-p udpv6", WindowsProtocols.Udp6)]
    [InlineData("-s -p IP", WindowsProtocols.Ip)]
    [InlineData("-s -p ipv6", WindowsProtocols.Ip6)]
    [InlineData("-sp ICMP", WindowsProtocols.Icmp)]
    [InlineData("-p icmpv6 -s", WindowsProtocols.Icmp6)]
    [InlineData("-s -p udpv6", WindowsProtocols.Udp6)]
    [InlineData("-p udp -p tcp", WindowsProtocols.Tcp)]
    [InlineData("-s -p tcp udp", WindowsProtocols.Tcp | WindowsProtocols.Udp)]
    [InlineData("-sp ip icmp IPv6 5", WindowsProtocols.Ip | WindowsProtocols.Icmp | WindowsProtocols.Ip6)]
    [InlineData("-s -p tcp udp -p ip", WindowsProtocols.Ip)]
    [InlineData("-a", WindowsProtocols.None)]
    public void Protocols_are_named_in_any_case(string typed, object protocol) => Assert.Equal(protocol, Parse(typed).Protocol);

    [Theory]
    [InlineData("-p sctp", "there is no protocol 'sctp': TCP, UDP, TCPv6 or UDPv6, and with -s also IP, IPv6, ICMP or ICMPv6", 1, 0)]
    [InlineData("-an -pip4", "there is no protocol 'ip4': TCP, UDP, TCPv6 or UDPv6, and with -s also IP, IPv6, ICMP or ICMPv6", 1, 2)]
    [InlineData("-a -p icmp", "that protocol has statistics (-s) and no connections; here -p names TCP, UDP, TCPv6 or UDPv6", 2, 0)]
    [InlineData("-a -p tcp udp", "several protocols go with -s alone", 3, 0)]
    [InlineData("-s -p tcp -e udp", "'udp' is neither an option nor an interval, which is a whole number of seconds from 1 to 86400", 4, 0)]
    [InlineData("tcp -s", "'tcp' is neither an option nor an interval, which is a whole number of seconds from 1 to 86400", 0, 0)]
    [InlineData("-y -n", "-y prints the connection templates: -n does not go with it", 1, 1)]
    [InlineData("-any", "-y prints the connection templates: -a does not go with it", 0, 1)]
    [InlineData("-r -s", "-r prints the routing table: -s does not go with it", 1, 1)]
    [InlineData("-s -r", "-r prints the routing table: -s does not go with it", 0, 1)]
    [InlineData("/rna", "-r prints the routing table: -a does not go with it", 0, 3)]
    [InlineData("-s -o", "-s prints statistics: -o does not go with it", 1, 1)]
    [InlineData("-e -p tcp", "-e prints interface totals: -p does not go with it", 1, 1)]
    [InlineData("-xb", "-x prints NetworkDirect's connections: -b does not go with it", 0, 2)]
    public void What_does_not_go_together_is_pointed_at(string typed, string problem, int word, int column) =>
        Assert.Equal((problem, word, column), Refusal(typed));

    [Theory]
    [InlineData("-a -b -o -q")]
    [InlineData("-abefinoqt", false)]
    [InlineData("-abfinoqt -p tcp")]
    [InlineData("-e -s")]
    [InlineData("-esn -p icmp")]
    [InlineData("-rn")]
    [InlineData("-xanof")]
    [InlineData("-y")]
    [InlineData("-an -r /?")]
    public void What_goes_together_is_taken(string typed, bool isTaken = true) =>
        Assert.Equal(isTaken, WindowsArgs.Parse(Split(typed), out _) is not null);

    [Theory]
    [InlineData("", Transports.Tcp, IpFamilies.Both)]
    [InlineData("-a", Transports.Tcp | Transports.Udp, IpFamilies.Both)]
    [InlineData("-q", Transports.Tcp | Transports.Udp, IpFamilies.Both)]
    [InlineData("-y", Transports.Tcp, IpFamilies.Both)]
    [InlineData("-a -p tcp", Transports.Tcp, IpFamilies.V4)]
    [InlineData("-a -p tcpv6", Transports.Tcp, IpFamilies.V6)]
    [InlineData("-a -p udp", Transports.Udp, IpFamilies.V4)]
    [InlineData("-a -p udpv6", Transports.Udp, IpFamilies.V6)]
    [InlineData("-p udp", Transports.None, IpFamilies.V4)]
    public void Only_all_ports_have_those_of_UDP(string typed, Transports transports, IpFamilies families)
    {
        SocketQuery query = WindowsSelection.Of(Parse(typed));

        Assert.Equal((transports, families, true, TableOrder.Netstat), (query.Transports, query.Families, query.FamiliesApart, query.Order));
    }

    [Theory]
    [InlineData("", false, false, true)]
    [InlineData("-a", true, false, true)]
    [InlineData("-q", true, true, true)]
    [InlineData("-y", false, false, true)]
    public void States_widen_with_a_and_q(string typed, bool listening, bool idle, bool waiting)
    {
        StateSet states = WindowsSelection.Of(Parse(typed)).States;

        Assert.Equal((listening, idle, waiting), (states.Contains(SocketState.Listen), states.Contains(Idle), states.Contains(SocketState.TimeWait)));
    }

    [Theory]
    [InlineData("-an", OwnerSearch.None)]
    [InlineData("-ano", OwnerSearch.First)]
    [InlineData("-anb", OwnerSearch.First)]
    public void Owners_are_searched_for_where_they_are_shown(string typed, OwnerSearch owners) =>
        Assert.Equal(owners, WindowsSelection.Of(Parse(typed)).Owners);

    private static string[] Split(string typed) => typed.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static WindowsArgs Parse(string typed)
    {
        WindowsArgs? args = WindowsArgs.Parse(Split(typed), out UsageError? error);
        Assert.Null(error);
        return args!;
    }

    private static (string? Problem, int? Word, int? Column) Refusal(string typed)
    {
        Assert.Null(WindowsArgs.Parse(Split(typed), out UsageError? error));
        return (error!.Problem, error.Word, error.Column);
    }
}
