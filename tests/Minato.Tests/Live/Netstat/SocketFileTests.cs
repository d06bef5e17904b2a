using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;

namespace Minato.Tests.Live.Netstat;

/// <summary>Tables of sockets as kernels from 3.10 to 6.18 write them, whole, cut, foreign and not there.</summary>
public sealed class SocketFileTests : LiveTest
{
    private static readonly string[] Kernels = ["3.10", "4.19", "5.15", "6.1", "6.18"];
    private static readonly string[] Tables = ["tcp", "tcp6", "udp", "udp6", "udplite", "udplite6", "raw", "raw6", "unix", "sctp/eps", "sctp/assocs"];

    private static readonly string[] Options =
        ["-an", "-n", "-ln", "-aneo", "-aneoW", "-San", "-Sneo", "-Sln", "-Uan", "-wan", "-xan", "-an4", "-an6", "-tuan", "-an -A inet,unix", "-anv", "-a --numeric-hosts --numeric-users"];

    public static IEnumerable<TheoryDataRow<string, string>> KernelsAndOptions() =>
        from kernel in Kernels
        from options in Options
        select new TheoryDataRow<string, string>(kernel, options);

    [Theory]
    [MemberData(nameof(KernelsAndOptions))]
    public void The_tables_of_every_kernel_are_printed_as_net_tools_prints_them(string kernel, string options)
    {
        using SocketFiles files = SocketFiles.OfKernel(kernel);
        Outcome original = files.AskNetTools(options);
        Outcome minato = files.AskMinato(options);

        Assert.Equal(original.Output, minato.Output);
        Assert.Equal(original.ExitCode, minato.ExitCode);
    }

    [Theory]
    [InlineData("de_DE.UTF-8")]
    [InlineData("ja_JP.UTF-8")]
    [InlineData("fr_FR.ISO-8859-1")]
    public void Words_stay_English_in_every_locale(string locale)
    {
        using SocketFiles files = SocketFiles.OfKernel("6.18");
        (string, string)[] spoken = [("LANG", locale), ("LC_ALL", locale), ("LANGUAGE", locale[..2])];

        Assert.Equal(files.AskNetTools("-aneo", ("LC_ALL", "C")).Output, files.AskMinato("-aneo", spoken).Output);
    }

    [Theory]
    [InlineData("sctp/eps", "-San")]
    [InlineData("sctp/assocs", "-San")]
    [InlineData("sctp/eps", "-Sln")]
    [InlineData("sctp/eps", "-Sn")]
    [InlineData("sctp/assocs", "-tSuUwxan")]
    [InlineData("udplite", "-tuUwxan")]
    [InlineData("udplite", "-Uan -A ipx")]
    [InlineData("udplite", "-anv")]
    [InlineData("udplite6", "-Uan")]
    [InlineData("udplite6", "-Uan6")]
    [InlineData("sctp/eps", "-anv")]
    [InlineData("tcp6", "-tan")]
    [InlineData("raw6", "-wan6")]
    public void A_table_that_the_kernel_lacks_ends_the_answer_where_it_ends_net_tools(string missing, string options)
    {
        using SocketFiles files = SocketFiles.OfKernel("6.1").Without(missing);
        Outcome original = files.AskNetTools(options);
        Outcome minato = files.AskMinato(options);

        // Of UDP-Lite without its IPv4 half net-tools prints the IPv6 half first: there is no such kernel.
        string[] expected = missing == "udplite" ? [.. original.Lines.Where(line => !line.StartsWith("udpl6", StringComparison.Ordinal))] : original.Lines;
        Assert.Equal(expected, minato.Lines);
        Assert.Equal(original.ExitCode, minato.ExitCode);
        Assert.Equal(original.ErrorLines, minato.ErrorLines);
    }

    [Fact]
    public void Of_a_table_that_breaks_off_every_row_is_one_of_the_whole()
    {
        string[] whole = SocketFiles.OfKernel("5.15").AskMinato("-aneoW").Succeeded().Lines;
        Gen.Select(Gen.OneOf(Kernels), Gen.OneOf(Tables), Gen.Double[0, 1]).Sample(
            (kernel, table, part) =>
            {
                using SocketFiles files = SocketFiles.OfKernel(kernel);
                string text = files.Text(table);
                Outcome before = files.AskMinato("-aneoW");
                Outcome after = files.With(table, text[..(int)(text.Length * part)]).AskMinato("-aneoW");

                Assert.True(after.ExitCode is 0 or 1, after.ToString());
                Assert.Empty(after.Lines.Except(before.Lines, StringComparer.Ordinal));
                Assert.True(after.ErrorLines.Length <= 1, after.ToString());
            },
            iter: 40,
            threads: 1);
        Assert.NotEmpty(whole);
    }

    [Theory]
    [InlineData("tcp", "")]
    [InlineData("tcp", "\n")]
    [InlineData("tcp", "Proto Recv-Q Send-Q\ntcp 0 0 0.0.0.0:22\n")]
    [InlineData("tcp", "  sl  local_address\n   0: 0100007F:0016\n")]
    [InlineData("tcp6", "header\n   0: 0100007F:0016 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1 1 0 100 0 0 10 0\n")]
    [InlineData("udplite", "header\n\0\0\0\0\0\0\0\n")]
    [InlineData("unix", "header\nffff: zz\n0000000000000000: 00000002 00000000 00010000 00FF 01 20 /x\n")]
    [InlineData("raw", "header\n   1: 00000000:0001 00000000:0000 FF 00000000:00000000 00:00000000 00000000     0        0 7 2 0 0\n")]
    [InlineData("sctp/eps", "header\n0 0 2 10 29\n0 0 2 10 29 70000 0 1 127.0.0.1 \n0 0 2 10 29 22 0 1 \n0 0 2 10 29 22 0 1 1 \n0 0 2 10 29 22 0 1 fe80::%1 \n")]
    [InlineData("sctp/assocs", "header\n0 0 2 1 3 0 1 0 0 0 1 22 22 127.0.0.1 \n0 0 2 1 3 0 1 0 0 0 1 22 22 <-> 127.0.0.1 \n0 0 2 1 3 0 1 0 0 0 1 22 22 127.0.0.1 <-> \n")]
    public void Of_a_foreign_table_nothing_is_invented(string table, string text)
    {
        using SocketFiles files = SocketFiles.OfKernel("6.18");
        string[] before = files.AskMinato("-an").Succeeded().Lines;
        Outcome after = files.With(table, text).AskMinato("-an");

        Assert.Empty(after.Lines.Except(before, StringComparer.Ordinal));
        int rows = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1;
        if (rows > 0) Assert.Contains("damaged row", Assert.Single(after.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(0, after.ExitCode);
    }
}
