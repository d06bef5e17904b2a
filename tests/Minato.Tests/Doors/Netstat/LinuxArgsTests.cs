using System;
using Minato.Cli.Doors;
using Minato.Cli.Doors.Netstat.Linux;

namespace Minato.Tests.Doors.Netstat;

/// <summary>The command line as getopt_long(3) reads it for netstat 2.10: each case was typed to the installed one.</summary>
public sealed class LinuxArgsTests
{
    [Theory]
    [InlineData("--a", "--ax25 --all")]
    [InlineData("--cont", "--continuous --context")]
    [InlineData("--in", "--inet --interfaces")]
    [InlineData("--num", "--numeric --numeric-hosts --numeric-ports --numeric-users")]
    [InlineData("--pro", "--protocol --programs")]
    [InlineData("--ro", "--rose --route")]
    [InlineData("--tc", "--tcpip --tcp")]
    [InlineData("--ud", "--udp --udplite")]
    [InlineData("--uni", "--unix --unix")]
    [InlineData("--ver", "--version --verbose")]
    public void A_beginning_that_fits_several_names_is_refused_with_them(string typed, string names)
    {
        string problem = Refused(typed).Problem;

        foreach (string name in names.Split(' ')) Assert.Contains(name, problem, StringComparison.Ordinal);
        Assert.Contains("could be", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--ine", "Inet")]
    [InlineData("--ap", "AppleTalk")]
    [InlineData("--b", "Bluetooth")]
    [InlineData("--x", "X25")]
    [InlineData("--tcpi", "Inet")]
    [InlineData("-A ip,ip6", "Inet, Inet6")]
    [InlineData("-A inet -A unix", "Inet, Unix")]
    [InlineData("--proto=ddp,econet", "AppleTalk, Econet")]
    [InlineData("-46", "Inet, Inet6")]
    public void Families_have_names_and_beginnings_of_names(string typed, string families) =>
        Assert.Equal(families, Read(typed).Families.ToString());

    [Theory]
    [InlineData("-A foo", "foo")]
    [InlineData("-A inet,foo", "foo")]
    [InlineData("-A INET", "INET")]
    [InlineData("-A ,", "")]
    [InlineData("-A inet,,inet6", "")]
    [InlineData("-A=inet", "=inet")]
    [InlineData("-tA foo -J", "foo")]
    public void An_unknown_family_has_an_exit_code_of_its_own(string typed, string family)
    {
        UsageError error = Refused(typed);

        Assert.Equal(1, error.Code);
        Assert.StartsWith("there is no family '" + family + "'", error.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-A foo", 3)]
    [InlineData("-tAfoo", 3)]
    [InlineData("-n -A inet,foo", 11)]
    [InlineData("--protocol=unix,foo", 16)]
    [InlineData("-t --interval 0", 14)]
    [InlineData("--interval=x -t", 11)]
    public void A_value_is_pointed_at_where_it_is_wrong(string typed, int place)
    {
        UsageError error = Refused(typed);

        int before = 0;
        for (int word = 0; word < error.Word; word++) before += typed.Split(' ')[word].Length + 1;
        Assert.Equal(place, before + error.Column);
    }

    [Theory]
    [InlineData("-h -J", nameof(LinuxOption.Help))]
    [InlineData("-tV -A foo", nameof(LinuxOption.Version))]
    [InlineData("-hV", nameof(LinuxOption.Help))]
    [InlineData("-Vh", nameof(LinuxOption.Version))]
    [InlineData("-2V", nameof(LinuxOption.Version))]
    [InlineData("-?J", nameof(LinuxOption.Usage))]
    public void Help_and_version_end_the_command_line_where_they_stand(string typed, string end) => Assert.Equal(end, Read(typed).End.ToString());

    [Theory]
    [InlineData("-J -h", 3)]
    [InlineData("-J -A foo", 3)]
    [InlineData("-c5", 3)]
    [InlineData("-W=3", 3)]
    [InlineData("--wide=3", 3)]
    [InlineData("-A", 3)]
    [InlineData("--protocol", 3)]
    public void Other_mistakes_have_the_code_of_usage_errors(string typed, int code) => Assert.Equal(code, Refused(typed).Code ?? 3);

    [Theory]
    [InlineData("-r -i", 4)]
    [InlineData("-r -r", 4)]
    [InlineData("-sr", 2)]
    [InlineData("--masquerade -t --statistics", 16)]
    public void Two_modes_are_refused_where_the_second_stands(string typed, int length)
    {
        UsageError error = Refused(typed);

        Assert.StartsWith("only one of -r, -i, -s and -M", error.Problem, StringComparison.Ordinal);
        Assert.Equal(length, string.Join(' ', typed.Split(' ')[..error.Word]).Length + (error.Word > 0 ? 1 : 0) + error.Column);
    }

    [Theory]
    [InlineData("-g -i")]
    [InlineData("-gt")]
    public void Groups_are_no_mode(string typed) => Read(typed);

    [Theory]
    [InlineData("-ee", 2)]
    [InlineData("-e --ext", 2)]
    [InlineData("-t", 0)]
    public void Extend_counts(string typed, int times) => Assert.Equal(times, Read(typed).Extend);

    [Fact]
    public void Operands_are_kept_for_modes_that_take_them() => Assert.Equal(["eth0", "-x"], Read("eth0 -t -- -x").Operands);

    [Theory]
    [InlineData("--interval 0")]
    [InlineData("--interval -1")]
    [InlineData("--interval 1e9")]
    [InlineData("--interval 86401")]
    [InlineData("--interval NaN")]
    [InlineData("--interval Infinity")]
    [InlineData("--interval soon")]
    [InlineData("--interval=")]
    [InlineData("--interval 0.09")]
    [InlineData("--interval 1,5")]
    public void An_interval_is_a_number_of_seconds_from_a_tenth_to_a_day(string typed) =>
        Assert.StartsWith("an interval is a number of seconds from 0.1 to 86400", Refused(typed).Problem, StringComparison.Ordinal);

    [Theory]
    [InlineData("--interval 0.1", 0.1)]
    [InlineData("--interval=86400", 86400)]
    [InlineData("--interval 1.5", 1.5)]
    public void Intervals_within_those_bounds_are_taken(string typed, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Read(typed).Own.Interval);

    private static LinuxArgs Read(string typed)
    {
        LinuxArgs? args = LinuxArgs.Parse(typed.Split(' '), out UsageError? error);
        Assert.Null(error);
        return args!;
    }

    private static UsageError Refused(string typed)
    {
        LinuxArgs? args = LinuxArgs.Parse(typed.Split(' '), out UsageError? error);
        Assert.Null(args);
        return error!;
    }
}
