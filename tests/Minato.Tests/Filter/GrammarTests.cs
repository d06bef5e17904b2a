using Minato.Filter;

namespace Minato.Tests.Filter;

public sealed class GrammarTests
{
    [Theory]
    [InlineData("sport = :22", "sport = :22")]
    [InlineData("( dport = :ssh or sport = :ssh )", "dport = :ssh or sport = :ssh")]
    [InlineData("( sport = :http or sport = :https ) dst 193.233.7/24", "( sport = :http or sport = :https ) and dst 193.233.7/24")]
    [InlineData("sport = :1 and dport = :2 or src 10/8", "( sport = :1 and dport = :2 ) or src 10/8")]
    [InlineData("sport = :1 or dport = :2 and src 10/8", "( sport = :1 or dport = :2 ) and src 10/8")]
    [InlineData("sport = :1 dport = :2", "sport = :1 and dport = :2")]
    [InlineData("! sport = :1 && not ( dport gt :5 | autobound )", "! sport = :1 and ! ( ! dport <= :5 or autobound )")]
    [InlineData("dport neq :80", "! dport = :80")]
    [InlineData("fwmark 0x1/0xff", "fwmark = 0x1/0xff")]
    [InlineData("dev = lo and cgroup /web", "dev = lo and cgroup = /web")]
    public void Ss_s_own_filters_are_read(string filter, string meaning)
    {
        Assert.Equal(meaning, Filters.Read(filter, FilterGrammar.SsExact).Text);
        Assert.Equal(meaning, Filters.Read(filter, FilterGrammar.Ss).Text);
    }

    [Theory]
    [InlineData("dport=:22", "dport = :22")]
    [InlineData("(sport = :22)", "sport = :22")]
    [InlineData("((sport = :22) or (dport=:23))", "sport = :22 or dport = :23")]
    [InlineData("( sport = :22) or ( dport = :23 )", "sport = :22 or dport = :23")]
    [InlineData("!(sport=22 or autobound)", "! ( sport = 22 or autobound )")]
    [InlineData("dst != 10/8", "! dst 10/8")]
    [InlineData("host 10.0.0.1:80", "src 10.0.0.1:80 or dst 10.0.0.1:80")]
    [InlineData("port = 443", "sport = 443 or dport = 443")]
    [InlineData("port > 1024", "! sport <= :1024 or ! dport <= :1024")]
    [InlineData("rtt > 100ms", "rtt > 100000us")]
    [InlineData("rtt>1.5s", "rtt > 1500000us")]
    [InlineData("sendq > 1MiB", "sendq > 1048576")]
    [InlineData("bytes_sent >= 2kB", "bytes_sent >= 2000")]
    [InlineData("user www-data", "uid = 33")]
    [InlineData("user != 1000", "! uid = 1000")]
    [InlineData("pid = 42 proc nginx*", "pid = 42 and proc = nginx*")]
    [InlineData("unit = sshd scope = public", "unit = sshd and scope = public")]
    [InlineData("cgroup /user.slice/*", "cgroup = /user.slice/*")]
    [InlineData("netns blue", "netns = 4026532200")]
    [InlineData("dport = :443 state ESTAB", "dport = :443 and state established")]
    [InlineData("state = time_wait", "state time-wait")]
    [InlineData("state != listen,unconn", "! state unconnected,listening")]
    [InlineData("dst 2001:db8::1", "dst 2001:db8::1")]
    public void Minato_s_own_words_are_read(string filter, string meaning) => Assert.Equal(meaning, Filters.Read(filter).Text);

    [Theory]
    [InlineData("( src unix:/tmp/a) )", "src unix:/tmp/a)")]
    [InlineData("src unix:(x", "src unix:(x")]
    [InlineData(@"src unix:/tmp/with\ blank", @"src unix:/tmp/with\ blank")]
    [InlineData("src unix:=x", "src unix:=x")]
    public void What_ss_takes_whole_stays_whole(string filter, string meaning)
    {
        Assert.Equal(meaning, Filters.Read(filter, FilterGrammar.SsExact).Text);
        Assert.Equal(meaning, Filters.Read(filter, FilterGrammar.Ss).Text);
    }

    [Theory]
    [InlineData("sport = :1 or dport = :2 and src 10/8", "( sport = :1 or dport = :2 ) and src 10/8", "sport = :1 or ( dport = :2 and src 10/8 )")]
    [InlineData("autobound and dport = :2 or src 10/8", "( autobound and dport = :2 ) or src 10/8", "autobound and ( dport = :2 or src 10/8 )")]
    [InlineData("autobound dport = :2 or src 10/8", "( autobound and dport = :2 ) or src 10/8", "autobound and ( dport = :2 or src 10/8 )")]
    public void And_beside_or_has_two_readings(string filter, string read, string other)
    {
        Assert.Equal(new FilterMix(read, other), Filters.Parse(filter).Mix);
        FilterError error = Filters.Parse(filter, FilterGrammar.Native).Error!;
        Assert.Contains(read, error.Expected);
        Assert.Contains(other, error.Expected);
    }

    [Theory]
    [InlineData("sport = :1 or ( dport = :2 and src 10/8 )")]
    [InlineData("sport = :1 or dport = :2 or autobound")]
    public void Parentheses_leave_one_reading(string filter)
    {
        Assert.Null(Filters.Parse(filter).Mix);
        Assert.Null(Filters.Parse(filter, FilterGrammar.Native).Error);
    }

    [Fact]
    public void A_host_of_several_addresses_is_each_of_them_in_native_places() =>
        Assert.Equal("dst 192.0.2.1:80 or dst 192.0.2.2:80", Filters.Read("dst shop.example:80", FilterGrammar.Native).Text);

    [Fact]
    public void No_words_are_no_filter()
    {
        FilterParse parse = FilterText.Parse([], Filters.Context(FilterGrammar.SsExact));
        Assert.Null(parse.Error);
        Assert.Null(parse.Filter);
        Assert.Null(parse.States);
    }

    [Fact]
    public void Lines_of_a_file_follow_the_words()
    {
        FilterParse parse = FilterText.Parse(["sport = :1"], ["or", "dport = :2"], Filters.Context(FilterGrammar.SsExact));
        Assert.Equal("sport = :1 or dport = :2", parse.Filter!.Text);
    }
}
