using System;
using Minato.Cli.Doors;
using Minato.Cli.Doors.Ss;
using Minato.Model;
using Minato.Rendering.Ss;

namespace Minato.Tests.Doors;

public sealed class SsRequestTests
{
    [Theory]
    [InlineData("", Transports.All & ~Transports.Tipc & ~Transports.UdpLite, IpFamilies.Both)]
    [InlineData("-t", Transports.Tcp, IpFamilies.Both)]
    [InlineData("-u", Transports.Udp, IpFamilies.Both)]
    [InlineData("-w", Transports.Raw, IpFamilies.Both)]
    [InlineData("-x", Transports.Unix, IpFamilies.None)]
    [InlineData("-tu", Transports.Tcp | Transports.Udp, IpFamilies.Both)]
    [InlineData("-tx", Transports.Tcp | Transports.Unix, IpFamilies.Both)]
    [InlineData("-4", Transports.Inet, IpFamilies.V4)]
    [InlineData("-6", Transports.Inet, IpFamilies.V6)]
    [InlineData("-46", Transports.Inet, IpFamilies.V6)]
    [InlineData("-64", Transports.Inet, IpFamilies.V4)]
    [InlineData("-46x", Transports.Inet | Transports.Unix, IpFamilies.Both)]
    [InlineData("-t4", Transports.Tcp, IpFamilies.V4)]
    [InlineData("-M", Transports.Mptcp, IpFamilies.Both)]
    [InlineData("-S6", Transports.Sctp, IpFamilies.V6)]
    [InlineData("-d", Transports.Dccp, IpFamilies.Both)]
    [InlineData("-0", Transports.Packet, IpFamilies.None)]
    [InlineData("--vsock", Transports.Vsock, IpFamilies.None)]
    [InlineData("--tipc", Transports.Tipc, IpFamilies.None)]
    [InlineData("--xdp", Transports.Xdp, IpFamilies.None)]
    [InlineData("-f inet", Transports.Inet, IpFamilies.V4)]
    [InlineData("-f inet6 -t", Transports.Tcp, IpFamilies.V6)]
    [InlineData("-f link", Transports.Packet, IpFamilies.None)]
    [InlineData("-f unix", Transports.Unix, IpFamilies.None)]
    [InlineData("-f netlink", Transports.Netlink, IpFamilies.None)]
    [InlineData("-f vsock", Transports.Vsock, IpFamilies.None)]
    [InlineData("-f tipc", Transports.Tipc, IpFamilies.None)]
    [InlineData("-f xdp -f inet", Transports.Xdp | Transports.Inet, IpFamilies.V4)]
    [InlineData("-A tcp,u_dgr", Transports.Tcp | Transports.UnixDatagram, IpFamilies.Both)]
    [InlineData("-A u_str,u_seq,p_raw,p_dgr", Transports.UnixStream | Transports.UnixSeqPacket | Transports.Packet, IpFamilies.None)]
    [InlineData("-A unix_stream -A unix_dgram", Transports.UnixStream | Transports.UnixDatagram, IpFamilies.None)]
    [InlineData("-A packet_raw", Transports.Packet, IpFamilies.None)]
    [InlineData("-A packet_dgram", Transports.Packet, IpFamilies.None)]
    [InlineData("-A inet,!tcp", Transports.Inet & ~Transports.Tcp, IpFamilies.Both)]
    [InlineData("-A all", Transports.All & ~Transports.Tipc & ~Transports.UdpLite, IpFamilies.Both)]
    [InlineData("-A all,tipc", Transports.All & ~Transports.UdpLite, IpFamilies.Both)]
    [InlineData("-A v_str", Transports.VsockStream | Transports.VsockSeqPacket, IpFamilies.None)]
    [InlineData("-A vsock_dgram", Transports.VsockDatagram | Transports.VsockSeqPacket, IpFamilies.None)]
    [InlineData("-t -A udp", Transports.Udp, IpFamilies.Both)]
    [InlineData("-A udp -t", Transports.Tcp | Transports.Udp, IpFamilies.Both)]
    [InlineData("-x -A udp", Transports.Udp | Transports.Unix, IpFamilies.Both)]
    [InlineData("-4 -A netlink", Transports.Netlink | Transports.Inet, IpFamilies.V4)]
    [InlineData("--query=raw", Transports.Raw, IpFamilies.Both)]
    [InlineData("--socket raw", Transports.Raw, IpFamilies.Both)]
    [InlineData("-x4", Transports.Inet | Transports.Unix, IpFamilies.V4)]
    [InlineData("-xt6", Transports.Tcp | Transports.Unix, IpFamilies.V6)]
    public void Tables_and_families_fill_each_other_up(string typed, Transports transports, IpFamilies families)
    {
        SocketQuery query = From(typed).Query;

        Assert.Equal((transports, families), (query.Transports, query.Families));
    }

    // As the header of ss 6.1 shows them.
    [Theory]
    [InlineData("", true, true)]
    [InlineData("-t", false, true)]
    [InlineData("-u", false, false)]
    [InlineData("-w", false, false)]
    [InlineData("-uw", true, false)]
    [InlineData("-x", true, true)]
    [InlineData("-u4", false, true)]
    [InlineData("-ux", true, true)]
    [InlineData("-tu", true, true)]
    [InlineData("-ul", false, true)]
    [InlineData("-ua", false, true)]
    [InlineData("-tl", false, true)]
    [InlineData("-xl", true, true)]
    [InlineData("-4", true, true)]
    [InlineData("-M", false, true)]
    [InlineData("-0", true, false)]
    [InlineData("--xdp", false, false)]
    [InlineData("--vsock", true, true)]
    [InlineData("--tipc", false, true)]
    [InlineData("-f netlink", false, false)]
    [InlineData("-A udp", false, true)]
    [InlineData("-A u_dgr", false, true)]
    [InlineData("-A unix_seqpacket,packet_raw", true, true)]
    [InlineData("-B", true, false)]
    [InlineData("-tB", false, false)]
    public void Table_and_state_are_shown_when_more_than_one_was_asked(string typed, bool netid, bool state) =>
        Assert.Equal((netid, state), (From(typed).Columns.Netid, From(typed).Columns.State));

    [Fact]
    public void Without_a_and_l_only_what_is_connected_is_asked()
    {
        StateSet states = From("-t").Query.States;

        Assert.True(states.Contains(SocketState.Established));
        Assert.True(states.Contains(SocketState.CloseWait));
        Assert.True(states.Contains(SocketState.SynSent));
        Assert.False(states.Contains(SocketState.Listen));
        Assert.False(states.Contains(SocketState.Closed));
        Assert.False(states.Contains(SocketState.TimeWait));
        Assert.False(states.Contains(SocketState.SynReceived));
    }

    [Theory]
    [InlineData("-tl")]
    [InlineData("-tal")]
    public void Listening_is_listen_and_closed(string typed) => Assert.Equal(StateSet.Listening, From(typed).Query.States);

    [Theory]
    [InlineData("-ta")]
    [InlineData("-tla")]
    public void All_is_everything_but_idle_bound_sockets(string typed) =>
        Assert.Equal(StateSet.All.Without(StateSet.Of(SocketState.BoundInactive)), From(typed).Query.States);

    [Theory]
    [InlineData("-t", nameof(NameKinds.Services))]
    [InlineData("-tn", nameof(NameKinds.None))]
    [InlineData("-tnr", nameof(NameKinds.Hosts))]
    [InlineData("-tr", nameof(NameKinds.Services) + ", " + nameof(NameKinds.Hosts))]
    public void Ports_have_names_unless_numeric_and_hosts_only_when_asked(string typed, string names) =>
        Assert.Equal(names, From(typed).Names.ToString());

    [Fact]
    public void Only_what_is_shown_is_asked()
    {
        SocketQuery query = From("-tan").Query;

        Assert.Equal(OwnerSearch.None, query.Owners);
        Assert.Equal(
            SocketFields.None,
            query.Fields & (SocketFields.Timer | SocketFields.User | SocketFields.Cookie | SocketFields.Mark | SocketFields.Cgroup | SocketFields.UnixFile));
    }

    [Fact]
    public void Processes_are_all_owners_by_command_name()
    {
        SsRequest request = From("-tp");

        Assert.Equal((OwnerSearch.All, OwnerNaming.Command, true), (request.Query.Owners, request.Query.OwnerNaming, request.Columns.Process));
    }

    [Theory]
    [InlineData("-to", true, false)]
    [InlineData("-te", true, true)]
    [InlineData("-t", false, false)]
    public void Details_bring_the_timer_along(string typed, bool timer, bool details)
    {
        SsRequest request = From(typed);

        Assert.Equal((timer, details), (request.Columns.Timer, request.Columns.Details));
        Assert.Equal(timer, (request.Query.Fields & SocketFields.Timer) != 0);
        Assert.Equal(details, (request.Query.Fields & SocketFields.Cookie) != 0);
    }

    [Theory]
    [InlineData("-t", true, true, false)]
    [InlineData("-tH", false, true, false)]
    [InlineData("-tQ", true, false, false)]
    [InlineData("-tO", true, true, true)]
    [InlineData("-t --no-header --no-queues --oneline", false, false, true)]
    public void Header_queues_and_line_breaks_can_be_left_out(string typed, bool header, bool queues, bool oneLine)
    {
        SsRequest request = From(typed);

        Assert.Equal((header, queues, oneLine), (request.Columns.Header, request.Columns.Queues, request.Columns.OneLine));
    }

    [Theory]
    [InlineData("-tuln", "--tcp --udp --listening --numeric")]
    [InlineData("-wxap46", "--raw --unix --all --processes --ipv4 --ipv6")]
    [InlineData("-reoHQO", "--resolve --extended --options --no-header --no-queues --oneline")]
    public void Long_names_are_the_letters(string letters, string names)
    {
        foreach (SsOption option in Enum.GetValues<SsOption>()) Assert.Equal(Parse(letters).Has(option), Parse(names).Has(option));
    }

    [Fact]
    public void Every_option_of_the_table_is_taken_by_letter_and_by_name()
    {
        foreach (OptionSpec option in SsOptions.Table)
        {
            string value = (SsOption)option.Id switch { SsOption.Family => "inet", SsOption.Query => "tcp", SsOption.FilterFile => "/dev/null", _ => "1" };
            string[] spellings = [option.Short == '\0' ? "" : "-" + option.Short, option.Long is null ? "" : "--" + option.Long];
            foreach (string spelling in spellings)
            {
                if (spelling.Length == 0) continue;
                string[] words = option.ValueName is null || option.IsValueOptional ? [spelling] : [spelling, value];
                if ((SsOption)option.Id == SsOption.DryRun) words = [spelling, "-K"];
                SsArgs args = SsArgs.Parse(words, release: null);

                Assert.Null(args.Error);
                Assert.True(args.Has((SsOption)option.Id), spelling);
            }
        }
    }

    [Fact]
    public void Every_option_has_a_place_in_the_table()
    {
        foreach (SsOption option in Enum.GetValues<SsOption>())
            Assert.Contains(SsOptions.Table, spec => spec.Id == (int)option && spec.Help is not null);
    }

    [Theory]
    [InlineData("-tn dport = :443", "dport = :443", "1 2 3")]
    [InlineData("state established -t", "state established", "0 1")]
    [InlineData("sport -t = -n :22", "sport = :22", "0 2 4")]
    [InlineData("-t -- -n", "-n", "2")]
    public void Words_that_are_no_options_are_the_filter(string typed, string filter, string places)
    {
        SsArgs args = Parse(typed);

        Assert.Equal(filter, string.Join(' ', args.Filter));
        Assert.Equal(places, string.Join(' ', args.FilterWords));
    }

    [Theory]
    [InlineData("-f", "inet7", "there is no family 'inet7'", "ss: \"inet7\" is invalid family", 3)]
    [InlineData("-A", "tcp,upd", "there is no table 'upd'", "ss: \"upd\" is illegal socket table id", 7)]
    [InlineData("-A", "tcp,", "there is no table ''", "ss: \"\" is illegal socket table id", 7)]
    [InlineData("-A", "!x", "there is no table '!x'", "ss: \"!x\" is illegal socket table id", 3)]
    public void An_unknown_family_or_table_is_named_at_its_place(string option, string value, string problem, string original, int column)
    {
        UsageError? error = SsArgs.Parse([option, value], release: null).Error;

        Assert.StartsWith(problem, error?.Problem, StringComparison.Ordinal);
        Assert.Equal((original, 0, column), (error?.Original, error?.Word, error?.Column));
    }

    [Fact]
    public void A_table_that_was_meant_is_suggested() => Assert.Equal("!udp", SsArgs.Parse(["-A", "all,!upd"], release: null).Error?.Instead);

    [Fact]
    public void A_second_filter_file_is_refused() =>
        Assert.Equal("More than one filter file", SsArgs.Parse(["-F", "/dev/null", "-F/dev/null"], release: null).Error?.Original);

    [Theory]
    [InlineData("-A !tcp", "socket tables")]
    [InlineData("-A tcp,!inet", "socket tables")]
    [InlineData("-A tcp", null)]
    public void Tables_may_all_be_taken_away(string typed, string? nothing) => Assert.Equal(nothing, Select(typed).Nothing);

    // ss keeps one choice of states: the last one typed.
    [Theory]
    [InlineData("-tlB", SocketState.BoundInactive, true)]
    [InlineData("-tBa", SocketState.BoundInactive, false)]
    [InlineData("-tB", SocketState.Listen, false)]
    [InlineData("-A tcp", SocketState.Established, true)]
    [InlineData("-A udp", SocketState.TimeWait, false)]
    [InlineData("-l -A udp", SocketState.Established, false)]
    [InlineData("--tipc", SocketState.Listen, true)]
    [InlineData("-0", SocketState.Closed, true)]
    [InlineData("-A unix_dgram -a", SocketState.Listen, true)]
    public void The_last_choice_of_states_counts_and_each_table_has_a_usual_one(string typed, SocketState state, bool asked) =>
        Assert.Equal(asked, From(typed).Query.States.Contains(state));

    [Theory]
    [InlineData("6.1", "-Q")]
    [InlineData("6.1", "-B")]
    [InlineData("6.1", "--bpf-maps")]
    [InlineData("7.3", "-d")]
    [InlineData("7.3", "--dccp")]
    [InlineData("7.3", "-A dccp")]
    [InlineData("7.3", "--dry-run")]
    [InlineData("6.15", "--json")]
    public void What_a_release_does_not_have_is_an_error_there(string release, string typed) =>
        Assert.NotNull(SsArgs.Parse(typed.Split(' '), SsRelease.Find(release)).Error?.Original);

    [Theory]
    [InlineData("6.1", "-d")]
    [InlineData("6.15", "-BQd --bpf-maps")]
    [InlineData("7.3", "-BQ --bpf-map-id 1 --exact --show-secrets --debug")]
    public void What_a_release_has_is_taken_there(string release, string typed) =>
        Assert.Null(SsArgs.Parse(typed.Split(' '), SsRelease.Find(release)).Error);

    [Theory]
    [InlineData("6.1", "-t", false)]
    [InlineData("6.1", "-ta", false)]
    [InlineData("6.15", "-t", true)]
    [InlineData("7.3", "-ta", true)]
    [InlineData("7.3", "-tl", false)]
    public void Idle_bound_sockets_are_listed_as_the_release_does(string release, string typed, bool asked) =>
        Assert.Equal(asked, From(typed, SsRelease.Find(release)).Query.States.Contains(SocketState.BoundInactive));

    [Fact]
    public void A_release_keeps_the_families_apart() => Assert.True(From("-t", SsRelease.V6_1).Query.FamiliesApart);

    [Theory]
    [InlineData(null, "-tT", true)]
    [InlineData("6.1", "-tT", true)]
    [InlineData("6.15", "-tT", false)]
    [InlineData("7.3", "-tTp", true)]
    public void Threads_bring_the_processes_along_where_the_release_does(string? release, string typed, bool process) =>
        Assert.Equal(process, From(typed, SsRelease.Find(release)).Columns.Process);

    [Theory]
    [InlineData("-h -J")]
    [InlineData("--help state nonsense")]
    [InlineData("-V -J")]
    [InlineData("-v -J")]
    public void Help_and_version_answer_whatever_follows(string typed)
    {
        SsArgs args = Parse(typed);

        Assert.True(args.Has(SsOption.Help) || args.Has(SsOption.Version));
    }

    private static SsRequest From(string typed, SsRelease? release = null) =>
        SsRequest.From(Parse(typed, release), Select(typed, release), filter: null, terminalWidth: 0);

    private static SsSelection Select(string typed, SsRelease? release = null)
    {
        SsSelection selection = new(release);
        foreach (TypedOption option in Parse(typed, release).Options) selection.Take(option.Option, option.Value);
        selection.Settle();
        return selection;
    }

    private static SsArgs Parse(string typed, SsRelease? release = null)
    {
        SsArgs args = SsArgs.Parse(typed.Split(' ', StringSplitOptions.RemoveEmptyEntries), release);
        Assert.Null(args.Error);
        return args;
    }
}
