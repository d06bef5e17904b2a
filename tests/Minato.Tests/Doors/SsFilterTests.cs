using System;
using System.Collections.Generic;
using System.IO;
using Minato.Cli.Doors.Ss;
using Minato.Model;
using Minato.Rendering.Ss;
using Minato.Tests.Naming;

namespace Minato.Tests.Doors;

public sealed class SsFilterTests
{
    [Theory]
    [InlineData("-t state established", SocketState.Established)]
    [InlineData("-ta state established", SocketState.Established)]
    [InlineData("-t state established state listening", SocketState.Established, SocketState.Listen)]
    [InlineData("-tl state close", SocketState.Closed)]
    public void States_of_the_filter_stand_in_for_those_of_the_options(string typed, params SocketState[] states)
    {
        StateSet expected = default;
        foreach (SocketState state in states) expected |= StateSet.Of(state);

        Assert.Equal(expected, From(typed).Query.States);
    }

    [Fact]
    public void An_exclusion_takes_from_all_states()
    {
        StateSet states = From("-t exclude listening").Query.States;

        Assert.True(states.Contains(SocketState.TimeWait));
        Assert.False(states.Contains(SocketState.Listen));
    }

    [Theory]
    [InlineData("-A udp exclude all", "-u")]
    [InlineData("-ta exclude all", "-t")]
    [InlineData("exclude all", "")]
    public void States_that_leave_none_are_the_usual_ones(string typed, string usual) =>
        Assert.Equal(From(usual).Query.States, From(typed).Query.States);

    [Fact]
    public void One_state_hides_its_column() => Assert.False(From("-t state established").Columns.State);

    [Theory]
    [InlineData("-t4 src 127.0.0.1", Transports.Tcp, IpFamilies.V4)]
    [InlineData("-4l src unix:/tmp/*", Transports.None, IpFamilies.None)]
    [InlineData("-a src unix:/tmp/*", Transports.Unix, IpFamilies.None)]
    [InlineData("-a src inet6:*", Transports.Inet, IpFamilies.V6)]
    [InlineData("-A netlink,tcp src netlink:rtnl:kernel", Transports.Netlink, IpFamilies.None)]
    public void An_address_of_a_family_shuts_out_all_others_but_the_columns_stay(string typed, Transports transports, IpFamilies families)
    {
        SsRequest request = From(typed);

        Assert.Equal((transports, families), (request.Query.Transports, request.Query.Families));
        Assert.Equal(!typed.StartsWith("-t", StringComparison.Ordinal), request.Columns.Netid);
    }

    [Fact]
    public void What_a_filter_looks_at_is_asked()
    {
        Assert.NotEqual(SocketFields.None, From("-t fwmark = 1").Query.Fields & SocketFields.Mark);
        Assert.Equal(SocketFields.None, From("-t").Query.Fields & SocketFields.Mark);
    }

    // The same words select by the same filter in both modes (issue: no filter selects a different set).
    [Theory]
    [InlineData("sport = :22 or sport = :33 and dport = :44")]
    [InlineData("state established ( dport = :22 or sport = :22 ) and not dst 10.0.0.0/8")]
    [InlineData("exclude listening src [::1]:80")]
    [InlineData("dport >= :1024 and dport <= :2048 or autobound")]
    [InlineData("not ( src 127.0.0.1 or dst 127.0.0.1 )")]
    public void A_filter_of_ss_is_the_same_filter_in_both_modes(string words)
    {
        SsRequest own = From("-t " + words);
        SsRequest exact = From("-t " + words, SsRelease.V7_3);

        Assert.Equal(exact.Query.Filter?.Text, own.Query.Filter?.Text);
        Assert.Equal(WithoutIdle(exact.Query.States).Mask, WithoutIdle(own.Query.States).Mask);
        Assert.Equal((exact.Query.Transports, exact.Query.Families), (own.Query.Transports, own.Query.Families));
    }

    [Fact]
    public void A_filter_file_goes_on_where_the_words_end()
    {
        using TemporaryFile file = new("# who\n\nor dport = :22\n0 is a comment to ss, too\n");

        Assert.Equal("sport = :22 or dport = :22", From($"-tn -F {file.Path} sport = :22").Query.Filter?.Text);
    }

    [Fact]
    public void A_line_of_a_filter_file_keeps_its_number()
    {
        using TemporaryFile file = new("# one\nsport = :22\n\n#\nfoo\n");
        List<FilterLine>? lines = SsFilterFile.Read(file.Path, isExact: true, out _, out _);

        Assert.Equal([new FilterLine("sport = :22", 2), new FilterLine("", 3), new FilterLine("foo", 5), new FilterLine("", 6)], lines);
    }

    [Theory]
    [InlineData("/no/such/file", "fopen filter file: No such file or directory")]
    [InlineData("", "fopen filter file: No such file or directory")]
    public void A_filter_file_that_is_not_there_is_named_as_ss_does(string path, string original)
    {
        Assert.Null(SsFilterFile.Read(path, isExact: true, out string problem, out string said));

        Assert.Equal(original, said);
        Assert.StartsWith("the filter file cannot be read", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_is_too_long_and_a_file_that_never_ends_are_refused()
    {
        using TemporaryFile file = new("sport = :22\n" + new string('a', 2000));

        Assert.Null(SsFilterFile.Read(file.Path, isExact: true, out string problem, out string said));
        Assert.Equal(("line 2 of the filter file is longer than 1022 bytes", "Too long line in filter"), (problem, said));
        if (File.Exists("/dev/zero")) Assert.Null(SsFilterFile.Read("/dev/zero", isExact: true, out _, out _));
    }

    // Idle bound sockets, and the state that only the kernel uses, are part of ss's default and not of Minato's (docs/adr/0003).
    private static StateSet WithoutIdle(StateSet states) =>
        states.Without(StateSet.Of(SocketState.BoundInactive) | StateSet.Of(SocketState.NewSynReceived));

    private static SsRequest From(string typed, SsRelease? release = null)
    {
        string[] words = typed.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        SsArgs args = SsArgs.Parse(words, release);
        Assert.Null(args.Error);
        SsSelection selection = new(release);
        foreach (TypedOption option in args.Options) selection.Take(option.Option, option.Value);
        selection.Settle();
        var filter = SsFilter.Read("ss", words, args, selection, args.FilterLines, out int code);
        Assert.Equal(0, code);
        return SsRequest.From(args, selection, filter!.Filter, terminalWidth: 0);
    }
}
