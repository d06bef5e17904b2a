using System;
using System.Globalization;
using System.Linq;

namespace Minato.Tests.Live;

/// <summary>Options of ss that show something else than rows, or rows of something else.</summary>
public sealed class SsOptionTests(LessonScene scene) : LessonSceneTest(scene)
{
    [Fact]
    public void The_summary_counts_what_the_list_shows()
    {
        // A connection whose program is gone waits in FIN-WAIT-2 as a small socket, counted with TIME-WAIT.
        var summary = Type("ss -s").Succeeded().Output;
        int listed = Type("ss -Htan exclude syn-recv exclude time-wait exclude fin-wait-2").Succeeded().Lines.Length;
        string line = Assert.Single(summary.Split('\n'), row => row.StartsWith("TCP\t", StringComparison.Ordinal));

        Assert.Equal(listed.ToString(CultureInfo.InvariantCulture), line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1]);
        Assert.Contains($"(estab {Type("ss -Htan state established state close-wait").Lines.Length}, ", summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ss -s", false)]
    [InlineData("ss -sa", false)]
    [InlineData("ss -st", true)]
    [InlineData("ss -s state established", true)]
    public void The_summary_is_alone_unless_a_table_or_a_filter_is_named(string command, bool hasTable) =>
        Assert.Equal(hasTable, Type(command).Succeeded().Output.Contains("Recv-Q", StringComparison.Ordinal));

    [Theory]
    [InlineData("PROC_NET_SNMP=/nosuch ss -s", "established connections could not be counted: No such file or directory")]
    [InlineData("PROC_NET_SOCKSTAT=/nosuch ss -s", "sockets could not be counted: No such file or directory")]
    public void A_counter_that_cannot_be_read_is_no_zero(string command, string said)
    {
        var outcome = Type(command);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        Assert.Contains(said, outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Threads_have_their_own_number_beside_that_of_the_process()
    {
        int pid = Sandbox.Pid("node");

        Assert.Contains($"((\"node\",pid={pid},tid={pid},fd=21))", Type("ss -tlnT sport = :3000").Succeeded().Output, StringComparison.Ordinal);
        Assert.DoesNotContain("tid=", Type("ss -tlnp sport = :3000").Succeeded().Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-Z")]
    [InlineData("-tz")]
    [InlineData("--context --no-such-option")]
    public void Contexts_are_refused_where_there_are_none(string options)
    {
        var outcome = Type("ss " + options);
        Assert.SkipWhen(outcome.ExitCode == 0, "this machine has SELinux");

        Assert.Equal((1, "", "ss: SELinux is not enabled.\n"), (outcome.ExitCode, outcome.Output, outcome.Errors));
    }

    [Fact]
    public void Storage_of_BPF_programs_is_not_missed_where_there_is_none()
    {
        var rows = Type("ss -tln").Succeeded().Output;
        var outcome = Type("ss -tln --bpf-maps");

        Assert.Equal((0, rows), (outcome.ExitCode, outcome.Output));
        Assert.All(outcome.ErrorLines, line => Assert.Contains("what BPF programs store with sockets", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--bpf-map-id=4294967294", "ss: cannot get fd for BPF map ID 4294967294", 1)]
    [InlineData("--bpf-map-id=0", "ss: invalid BPF map ID 0", 1)]
    [InlineData("--bpf-map-id=x", "ss: invalid BPF map ID x", 1)]
    [InlineData("--bpf-maps --bpf-map-id=1", "ss: --bpf-maps and --bpf-map-id cannot be used together", 1)]
    public void A_map_that_is_none_is_named_as_ss_does(string options, string said, int exitCode)
    {
        var outcome = Type("ss -tln " + options);

        Assert.Equal((exitCode, ""), (outcome.ExitCode, outcome.Output));
        Assert.StartsWith(said, Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ss -tln", "ss -tln --debug")]
    [InlineData("ss --exact -tln", "ss --exact -tln --debug")]
    public void Debug_adds_a_line_on_standard_error_alone(string plain, string asked)
    {
        var outcome = Type(asked).Output;

        Assert.Equal(Type(plain).Output, outcome);
        Assert.Contains(" rows from netlink", Assert.Single(Type(asked).ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ss -A '!tcp'", "ss: no socket tables to show with such filter.")]
    [InlineData("ss -A tcp,!inet", "ss: no socket tables to show with such filter.")]
    public void A_selection_of_nothing_says_so_and_is_no_error(string command, string said)
    {
        var outcome = Type(command);

        Assert.Equal((0, "", said), (outcome.ExitCode, outcome.Output, Assert.Single(outcome.ErrorLines)));
    }

    [Theory]
    [InlineData("sctp")]
    [InlineData("dccp")]
    [InlineData("mptcp")]
    [InlineData("vsock")]
    [InlineData("tipc")]
    [InlineData("xdp")]
    public void A_table_that_the_kernel_does_not_have_shows_no_row_and_does_not_fail(string table)
    {
        var outcome = Type("ss -aH -A " + table);

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Output));
    }

    [Fact]
    public void A_filter_file_may_be_standard_input() =>
        Rows.AreExactly(
            "LISTEN 0 128 0.0.0.0:22 0.0.0.0:*\nLISTEN 0 128 192.168.1.10:22 0.0.0.0:*".Split('\n'),
            Type("printf '# who\\nsport = :22\\n' | ss -Htln -F -").Succeeded().Lines);

    [Fact]
    public void Everything_that_is_listed_without_options_is_there_with_all_tables_named() => Assert.Equal(
        Type("ss -anH").Lines.Select(Rows.Words).Where(IsSteady).Order(StringComparer.Ordinal),
        Type("ss -anH -A all").Lines.Select(Rows.Words).Where(IsSteady).Order(StringComparer.Ordinal));

    // The asker's own netlink sockets come and go.
    private static bool IsSteady(string row) => !row.StartsWith("nl ", StringComparison.Ordinal) && !row.StartsWith("u_", StringComparison.Ordinal);

    private Outcome Type(string line) => Sandbox.Type(FrontDoor.Link, line);
}
