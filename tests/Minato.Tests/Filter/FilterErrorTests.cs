using System.Linq;
using Minato.Filter;

namespace Minato.Tests.Filter;

/// <summary>What is said of a filter that cannot be read.</summary>
public sealed class FilterErrorTests
{
    private const string Syntax = "ss: bison bellows (while parsing filter): \"syntax error!\" Sorry.\n";
    private const string Address = "Cannot parse dst/src address.\n";

    [Theory]
    [InlineData("bogus", "Error: an inet prefix is expected rather than \"bogus\".\n" + Address, 1)]
    [InlineData("sport = bogus", "Error: \"bogus\" does not look like a port.\n" + Address, 1)]
    [InlineData("sport = split", "Error: ambiguous port \"split\".\n" + Address, 1)]
    [InlineData("src 1.2.3.4/33", "Error: an inet prefix is expected rather than \"1.2.3.4/33\".\n" + Address, 1)]
    [InlineData("src [::1", Address, 1)]
    [InlineData("dport=:22", "Error: an inet prefix is expected rather than \"dport=\".\n" + Address, 1)]
    [InlineData("sport = :22 foo", "Error: \"foo\" does not look like a port.\n" + Address, 1)]
    [InlineData("dev nosuch", "Cannot parse device.\n", 1)]
    [InlineData("fwmark x", "Cannot parse mark x.\n", 1)]
    [InlineData("cgroup nosuch", "Failed to get cgroup2 ID: No such file or directory\nCannot parse cgroup nosuch.\n", 1)]
    [InlineData("dst", Syntax, 255)]
    [InlineData("(", Syntax, 255)]
    [InlineData("( )", Syntax, 255)]
    [InlineData("( sport = :22", Syntax, 255)]
    [InlineData("sport = :22 )", Syntax, 255)]
    [InlineData("sport = :22 :23", Syntax, 255)]
    [InlineData("dst != 1.2.3.4", Syntax, 255)]
    [InlineData("sport = :22 and", Syntax, 255)]
    [InlineData("and sport = :22", Syntax, 255)]
    [InlineData("not", Syntax, 255)]
    public void Ss_s_own_words_and_code_are_kept(string filter, string text, int code)
    {
        FilterError error = Filters.Parse(filter, FilterGrammar.SsExact).Error!;
        Assert.Equal(text, error.SsText);
        Assert.Equal(code, error.SsExitCode);
        Assert.Equal(code == 255, error.SsShowsUsage);
    }

    [Theory]
    [InlineData("sprot = :22", 0, "unknown condition 'sprot'", "sport")]
    [InlineData("sport = :22 and dprot = :1", 16, "unknown condition 'dprot'", "dport")]
    [InlineData("state estblished", 6, "'estblished' is no state", "established")]
    [InlineData("dport = :70000", 8, "port 70000 is out of range", null)]
    [InlineData("dport = :htp", 8, "'htp' is no port and no known service", null)]
    [InlineData("dst 10.0.0.0/40", 4, "the prefix length of '10.0.0.0/40' is out of range", null)]
    [InlineData("dst no.such.example", 4, "'no.such.example' is no address and no known host", null)]
    [InlineData("dst slow.example", 4, "no name server told the address of 'slow.example' in time", null)]
    [InlineData("( sport = :22 or dport = :22", 0, "'(' is never closed", null)]
    [InlineData("sport = :22 )", 12, "')' closes nothing", null)]
    [InlineData("rtt > fast", 6, "'fast' is not a time, such as 100ms", null)]
    [InlineData("sendq > 1XiB", 8, "'1XiB' is not a size, such as 1MiB", null)]
    [InlineData("pid = nginx", 6, "'nginx' is not a process id", null)]
    [InlineData("user = nobody-at-all", 7, "there is no user 'nobody-at-all'", null)]
    [InlineData("scope = pubic", 8, "'pubic' is no scope", "public")]
    [InlineData("src >= 10/8", 4, "'src' takes no '>='", null)]
    [InlineData("sport > *", 8, "'sport >' needs one port", null)]
    public void A_mistake_has_its_place_and_the_nearest_word(string filter, int column, string problem, string? nearest)
    {
        foreach (FilterGrammar grammar in new[] { FilterGrammar.Ss, FilterGrammar.Native })
        {
            // The whole filter is one word, so that no state is taken off its front.
            FilterError error = Filters.Parse(filter, grammar).Error!;
            Assert.Equal((0, column, problem, nearest), (error.Word, error.Column, error.Problem, error.Nearest));
        }
    }

    [Theory]
    [InlineData("sport = :22 and", "a condition is missing at the end")]
    [InlineData("sport =", "'sport' needs a port such as :22")]
    [InlineData("dst", "'dst' needs an address such as 10/8, or a host")]
    public void What_is_missing_is_missing_behind_the_last_word(string filter, string problem)
    {
        string[] words = filter.Split(' ');
        FilterError error = Filters.ParseWords(FilterGrammar.Ss, words).Error!;
        Assert.Equal((words.Length, problem), (error.Word, error.Problem));
    }

    [Theory]
    [InlineData("state", 255, "Command line is not complete. Try option \"help\"\n")]
    [InlineData("state bogus", 255, "ss: wrong state name: bogus\n")]
    [InlineData("state ESTAB", 255, "ss: wrong state name: ESTAB\n")]
    [InlineData("exclude new-syn-recv", 255, "ss: wrong state name: new-syn-recv\n")]
    public void Ss_refuses_a_state_that_it_does_not_know(string words, int code, string text)
    {
        FilterError error = Filters.ParseWords(FilterGrammar.SsExact, words.Split(' ')).Error!;
        Assert.Equal((code, text), (error.SsExitCode, error.SsText));
    }

    [Fact]
    public void A_filter_of_100_000_letters_meets_a_limit_that_is_said() =>
        Assert.Equal("the filter is longer than 65536 letters", Filters.Parse(string.Concat(Enumerable.Repeat("sport = :1 or ", 7200)) + "autobound").Error!.Problem);

    [Fact]
    public void Ss_s_own_language_has_no_such_limit() =>
        Assert.NotNull(Filters.Parse(string.Concat(Enumerable.Repeat("sport = :1 or ", 7200)) + "autobound", FilterGrammar.SsExact).Filter!.Text);

    [Fact]
    public void Deep_parentheses_meet_a_limit_that_is_said()
    {
        Assert.Null(Filters.Parse(Nested(256)).Error);
        Assert.Equal("parentheses are nested deeper than 256", Filters.Parse(Nested(257)).Error!.Problem);
        Assert.Equal("parentheses are nested deeper than 256", Filters.Parse(new string('(', 60_000)).Error!.Problem);
    }

    [Fact]
    public void Ss_s_own_parser_gives_up_deeper_down()
    {
        Assert.Equal("sport = :1", Filters.Parse(Nested(9_000), FilterGrammar.SsExact).Filter!.Text);
        Assert.Equal("ss: bison bellows (while parsing filter): \"memory exhausted!\" Sorry.\n", Filters.Parse(Nested(12_000), FilterGrammar.SsExact).Error!.SsText);
    }

    private static string Nested(int depth) => string.Concat(Enumerable.Repeat("( ", depth)) + "sport = :1" + string.Concat(Enumerable.Repeat(" )", depth));
}
