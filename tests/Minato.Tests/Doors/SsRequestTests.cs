using System;
using Minato.Cli.Doors;
using Minato.Cli.Doors.Ss;
using Minato.Model;

namespace Minato.Tests.Doors;

public sealed class SsRequestTests
{
    [Theory]
    [InlineData("", Transports.All, IpFamilies.Both)]
    [InlineData("-t", Transports.Tcp, IpFamilies.Both)]
    [InlineData("-u", Transports.Udp, IpFamilies.Both)]
    [InlineData("-w", Transports.Raw, IpFamilies.Both)]
    [InlineData("-x", Transports.Unix, IpFamilies.None)]
    [InlineData("-tu", Transports.Tcp | Transports.Udp, IpFamilies.Both)]
    [InlineData("-tx", Transports.Tcp | Transports.Unix, IpFamilies.Both)]
    [InlineData("-4", Transports.Inet, IpFamilies.V4)]
    [InlineData("-6", Transports.Inet, IpFamilies.V6)]
    [InlineData("-46", Transports.Inet, IpFamilies.Both)]
    [InlineData("-t4", Transports.Tcp, IpFamilies.V4)]
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
    public void A_filter_is_refused_where_it_stands()
    {
        Assert.Null(SsArgs.Parse(["-tn", "dport", "=", ":443"], out UsageError? error));

        Assert.Equal((1, 0), (error?.Word, error?.Column));
        Assert.StartsWith("'dport' reads like a filter", error?.Problem, StringComparison.Ordinal);
    }

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

    private static SsRequest From(string typed) => SsRequest.From(Parse(typed), terminalWidth: 0);

    private static SsArgs Parse(string typed)
    {
        SsArgs? args = SsArgs.Parse(typed.Split(' ', StringSplitOptions.RemoveEmptyEntries), out UsageError? error);
        Assert.Null(error);
        return args!;
    }
}
