using System;
using System.IO;
using System.Linq;
using Minato.Tests.Live.Exact;

namespace Minato.Tests.Live;

/// <summary>Filters select the same sockets as the installed ss, and the same with --exact and without.</summary>
public sealed class FilterDifferentialTests(ExactScene scene) : LiveTest, IClassFixture<ExactScene>
{
    private readonly Sandbox _sandbox = scene.Fresh();

    public static TheoryData<string> OfTheManual { get; } =
    [
        "-t -a", "-u -a", "-o state established '( dport = :ssh or sport = :ssh )'", "-x src '/tmp/.X11-unix/*'",
        "-o state fin-wait-1 '( sport = :http or sport = :https )' dst 193.233.7/24", "-an -A 'all,!tcp,!netlink'",
    ];

    public static TheoryData<string> Filters { get; } =
    [
        "-tan sport = :4000", "-tan state established '( dport = :4000 or sport = :4000 )'", "-tan not src 0.0.0.0", "-tan not src '[::]'",
        "-tan src 0.0.0.0", "-tan src '[::]'", "-tan src 127.0.0.14", "-tan dst '[::ffff:127.0.0.14]'", "-tan not dst 127.0.0.14", "-tan src 127/8",
        "-tan src 0.0.0.0/0", "-tan not src 0.0.0.0/0", "-tan src '[::1]:6001'", "-tan src fe80::/10", "-tan src '*:22'", "-tan src :22",
        "-tan sport ge :4000", "-tan 'sport < :4000'", "-tan sport ne :4000", "-tan autobound", "-tan not autobound", "-uan autobound", "-xan autobound",
        "-tan dev exact0", "-tan 'dev != exact0'", "-tan dev exact0 and src 0.0.0.0", "-tan fwmark 0", "-tan fwmark 0x2a or fwmark 0x2/0x2",
        "-tan state bucket", "-tan state established state time-wait exclude established", "-an src 'unix:*exact*'", "-an dst 'unix:*'",
        "-an src netlink:rtnl:kernel", "-an src link:arp:quiet1", "-an src inet:127.0.0.12", "-an sport = inet:22", "-tuan dport = domain",
        "-tan 'sport = :4000 and dport = :4001 or src 127.0.0.12'", "-tan 'sport = :4000 or dport = :4001 and src 127.0.0.12'",
        "-tan '! ( sport = :4000 or dport = :4000 )'", "-tan4 src 127.0.0.14", "-tan dst localhost", "-tan src 127.0.0.12/255.255.255.0", "-4 -6 -tan sport = :22",
        "-6 -4 -tan sport = :22", "-wan src 127.0.0.1", "-an dst 0.0.0.0 and not src netlink:tcpdiag",
    ];

    /// <summary>What ss refuses, and which of ss's filters it is the same as.</summary>
    public static TheoryData<string, string> OwnWords { get; } = new()
    {
        { "-tan '(sport=:4000)'", "-tan sport = :4000" },
        { "-tan port = 4000", "-tan sport = :4000 or dport = :4000" },
        { "-tan 'dst != 127.0.0.0/8'", "-tan not dst 127.0.0.0/8" },
        { "-tan sport = :4000 state established", "-tan state established sport = :4000" },
        { "-tan 'sport = :4000 and (state ESTABLISHED or state fin_wait_2)'", "-tan state established state fin-wait-2 sport = :4000" },
        { "-tan exclude LISTEN sport = :4000", "-tan exclude listening sport = :4000" },
        { "-tan dst localhost", "-tan dst 127.0.0.1" },
        { "-tan 'recvq > 1KiB'", "-tan src 127.0.0.12:4000 dst 127.0.0.12:4001" },
    };

    [Theory]
    [MemberData(nameof(OfTheManual))]
    [MemberData(nameof(Filters))]
    public void A_filter_selects_what_the_installed_ss_selects(string words) => Rows.AreExactly(Original(words), Own(words));

    [Theory]
    [MemberData(nameof(OfTheManual))]
    [MemberData(nameof(Filters))]
    public void A_filter_selects_the_same_sockets_with_exact_and_without(string words) =>
        Rows.AreExactly(Comparable(Ask("ss --exact=6.1 " + words)), Own(words));

    [Theory]
    [MemberData(nameof(OwnWords))]
    public void A_word_that_ss_lacks_selects_what_ss_selects_in_more_words(string own, string original) => Rows.AreExactly(Original(original), Own(own));

    [Fact]
    public void A_process_s_sockets_are_found_by_its_name_and_by_its_number()
    {
        string pid = _sandbox.Pid("master").ToString(System.Globalization.CultureInfo.InvariantCulture);
        string[] byPort = [.. Own("-tanp sport = :8080")];
        Assert.NotEmpty(byPort);
        Rows.AreExactly(byPort, Own("-tanp proc = worker"));
        Rows.AreExactly(byPort, Own("-tanp pid = " + pid));
        Rows.AreExactly(byPort, Own("-tanp 'proc = mast*' and not pid = 1"));
    }

    [Fact]
    public void Round_trip_times_are_compared_where_there_are_any()
    {
        string[] all = [.. Own("-tan state established")];
        Rows.AreExactly(all, Own("-tan 'state established and (rtt > 1us or not rtt > 1us)'"));
        Assert.NotEmpty(Own("-tan 'rtt < 1h'"));
        Assert.Empty(Own("-tan 'rtt > 1h'"));
    }

    [Theory]
    [InlineData("fwmark = 0 or sport = :1")]
    [InlineData("cgroup != /user.slice/* or autobound")]
    public void Who_may_not_ask_for_marks_gets_the_list_all_the_same(string filter)
    {
        Outcome outcome = _sandbox.Type(FrontDoor.Link, $"setpriv --reuid 1000 --clear-groups $(command -v ss) -tan '{filter}'");
        Assert.Equal(0, outcome.ExitCode);
        Assert.True(outcome.Lines.Length > 10);
    }

    private string[] Original(string words)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/ss"), "ss is not installed");
        return Comparable(_sandbox.Type("/usr/bin/ss " + words));
    }

    private string[] Own(string words) => Comparable(Ask("ss " + words));

    // A warning is no failure here: some filters mix "and" and "or" on purpose.
    private Outcome Ask(string line)
    {
        Outcome outcome = _sandbox.Type(FrontDoor.Link, line);
        Assert.True(outcome.ExitCode == 0, outcome.ToString());
        return outcome;
    }

    // The asker's own netlink socket differs from one program to the next.
    private static string[] Comparable(Outcome outcome) =>
        [.. outcome.Lines.Skip(1).Select(ComparableRows.InLessonWords).Select(ComparableRows.Timeless).Where(static row => !row.Contains(" 4:", StringComparison.Ordinal) && !row.Contains(" tcpdiag:", StringComparison.Ordinal))];
}
