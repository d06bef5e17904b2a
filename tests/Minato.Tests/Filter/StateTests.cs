using System.Linq;
using Minato.Filter;
using Minato.Model;

namespace Minato.Tests.Filter;

/// <summary>States before an expression and in it.</summary>
public sealed class StateTests
{
    [Theory]
    [InlineData("state established", "established")]
    [InlineData("state established state time-wait", "established time-wait")]
    [InlineData("state connected exclude established exclude syn-sent", "new-syn-recv syn-recv fin-wait-1 fin-wait-2 time-wait close-wait last-ack closing bound-inactive")]
    [InlineData("exclude listening exclude bound-inactive exclude big", "syn-recv time-wait")]
    [InlineData("state bucket", "syn-recv time-wait")]
    [InlineData("state CLOSED", "unconnected")]
    [InlineData("state established exclude established", "")]
    public void Ss_s_states_add_up_and_are_taken_away(string words, string states)
    {
        FilterParse parse = Filters.ParseWords(FilterGrammar.SsExact, words.Split(' '));
        Assert.Null(parse.Filter);
        Assert.Equal(Set(states), parse.States);
    }

    [Theory]
    [InlineData("ESTAB")]
    [InlineData("established")]
    [InlineData("Established")]
    public void Every_spelling_of_a_state_is_read(string word) =>
        Assert.Equal(StateSet.Of(SocketState.Established), Filters.ParseWords(FilterGrammar.Ss, "state", word).States);

    [Theory]
    [InlineData("TIME-WAIT", SocketState.TimeWait)]
    [InlineData("time_wait", SocketState.TimeWait)]
    [InlineData("timewait", SocketState.TimeWait)]
    [InlineData("LISTENING", SocketState.Listen)]
    [InlineData("listen", SocketState.Listen)]
    [InlineData("UNCONN", SocketState.Closed)]
    [InlineData("SYN_RCVD", SocketState.SynReceived)]
    [InlineData("SYN_RECEIVED", SocketState.SynReceived)]
    [InlineData("FIN_WAIT1", SocketState.FinWait1)]
    [InlineData("fin-wait-2", SocketState.FinWait2)]
    [InlineData("FIN_WAIT_2", SocketState.FinWait2)]
    [InlineData("CLOSE_WAIT", SocketState.CloseWait)]
    [InlineData("LAST_ACK", SocketState.LastAck)]
    [InlineData("CLOSING", SocketState.Closing)]
    [InlineData("BOUND", SocketState.BoundInactive)]
    public void Words_of_every_tool_are_read(string word, SocketState state) =>
        Assert.Equal(StateSet.Of(state), Filters.ParseWords(FilterGrammar.Ss, "state", word).States);

    [Theory]
    [InlineData("dport = :443 state established", "established")]
    [InlineData("dport = :443 and (state established or state time-wait)", "established time-wait")]
    [InlineData("not state established sport = :1", "syn-sent syn-recv new-syn-recv fin-wait-1 fin-wait-2 time-wait unconnected close-wait last-ack listening closing bound-inactive")]
    [InlineData("exclude listening,unconnected,time-wait and autobound", "established syn-sent syn-recv new-syn-recv fin-wait-1 fin-wait-2 close-wait last-ack closing bound-inactive")]
    public void States_in_an_expression_say_what_is_asked(string filter, string states) => Assert.Equal(Set(states), Filters.Parse(filter).States);

    [Fact]
    public void An_expression_without_states_leaves_the_choice_to_the_options() => Assert.Null(Filters.Parse("dport = :443").States);

    [Fact]
    public void A_side_of_an_or_without_states_keeps_to_those_of_the_options()
    {
        FilterParse parse = Filters.Parse("state time-wait or dport = :80", defaults: StateSet.Of(SocketState.Established));
        Assert.Equal("state time-wait or ( dport = :80 and state established )", parse.Filter!.Text);
        Assert.Equal(Set("time-wait established"), parse.States);
    }

    [Fact]
    public void States_that_stand_apart_hold_for_all_of_the_expression()
    {
        FilterParse parse = Filters.ParseWords(FilterGrammar.Ss, "state", "established", "( state time-wait or dport = :80 )");
        Assert.Equal(Set("established"), parse.States);
    }

    [Fact]
    public void States_that_a_joint_follows_are_the_first_condition()
    {
        FilterParse parse = Filters.ParseWords(FilterGrammar.Ss, "state", "established", "or", "state", "listening");
        Assert.Equal("state established or state listening", parse.Filter!.Text);
        Assert.Equal(Set("established listening"), parse.States);
    }

    [Fact]
    public void States_that_contradict_each_other_let_nothing_pass()
    {
        FilterParse parse = Filters.ParseWords(FilterGrammar.Ss, "state", "established", "( state listening and autobound )");
        Assert.Equal(Set("established"), parse.States);
        SocketEntry row = new() { State = SocketState.Listen };
        Assert.False(parse.Filter!.Matches(in row, new SocketBatch([row], null, null)));
    }

    private static StateSet Set(string words) =>
        words.Split(' ', System.StringSplitOptions.RemoveEmptyEntries).Aggregate(default(StateSet), static (set, word) => set | Of(word));

    private static StateSet Of(string word) => word switch
    {
        "established" => StateSet.Of(SocketState.Established),
        "syn-sent" => StateSet.Of(SocketState.SynSent),
        "syn-recv" => StateSet.Of(SocketState.SynReceived),
        "new-syn-recv" => StateSet.Of(SocketState.NewSynReceived),
        "fin-wait-1" => StateSet.Of(SocketState.FinWait1),
        "fin-wait-2" => StateSet.Of(SocketState.FinWait2),
        "time-wait" => StateSet.Of(SocketState.TimeWait),
        "unconnected" => StateSet.Of(SocketState.Closed),
        "close-wait" => StateSet.Of(SocketState.CloseWait),
        "last-ack" => StateSet.Of(SocketState.LastAck),
        "listening" => StateSet.Of(SocketState.Listen),
        "closing" => StateSet.Of(SocketState.Closing),
        _ => StateSet.Of(SocketState.BoundInactive),
    };
}
