using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using CsCheck;
using Minato.Tests.Architecture;

namespace Minato.Tests.Live.Counters;

/// <summary>The installed netstat and Minato are given the same counters.</summary>
public sealed class LinuxCounterTests : LiveTest
{
    private static readonly string[] Kernels = ["3.10", "4.19", "5.15", "6.1", "6.18"];

    private static readonly Gen<string> Group = Gen.OneOf("Ip", "Icmp", "IcmpMsg", "Tcp", "Udp", "UdpLite", "TcpExt", "IpExt", "MPTcpExt", "Sctp", "New");

    private static readonly Gen<string> Name = Gen.OneOf(
        "InMsgs", "InEchos", "OutEchos", "OutErrors", "Unknown", "TW", "TCPHPHits", "InReceives", "FragOKs", "ActiveOpens", "NoPorts", "MaxConn", "SctpCurrEstab");

    private static readonly Gen<string> Number = Gen.OneOf("0", "1", "2", "-1", "3000000000", "9223372036854775808", "18446744073709551615");

    public static IEnumerable<TheoryDataRow<string, string>> KernelsAndOptions()
    {
        foreach (string kernel in Kernels)
        {
            foreach (string options in new[] { "-s", "-st", "-su", "-sw", "-stu", "-s -4", "-s -6", "-st6", "-su6", "-sw6", "--statistics --tcp --raw", "-sn", "-sa", "-sS", "-sU", "-stU", "-s -A inet6", "-s -2", "-s eth0", "-s -c" })
                yield return (kernel, options);
        }
    }

    [Theory]
    [MemberData(nameof(KernelsAndOptions))]
    public void The_counters_of_every_kernel_are_printed_as_net_tools_prints_them(string kernel, string options)
    {
        using CounterFiles files = CounterFiles.OfKernel(kernel);
        files.Agree(options.Split(' '));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("3000000000")]
    [InlineData("18446744073709551615")]
    [InlineData("-1")]
    public void Every_counter_alone_is_printed_as_net_tools_prints_it(string number)
    {
        StringBuilder lines = new();
        foreach (string kernel in Kernels)
        {
            // Tcp6 between two counters begins a group anew.
            foreach (string line in File.ReadLines(Fixture(kernel, "snmp6"))) lines.Append(CultureInfo.InvariantCulture, $"{line.Split(' ', '\t')[0]}\t{number}\nTcp6Between\t1\n");
        }

        using CounterFiles files = new CounterFiles().With("snmp", Alone("snmp", number)).With("netstat", Alone("netstat", number)).With("snmp6", lines.ToString());
        files.Agree("-s");
        files.Agree("-s", "-6");
    }

    [Fact]
    public void Any_order_of_counters_is_printed_as_net_tools_prints_it()
    {
        Gen.Select(Gen.Select(Group, Gen.Select(Name, Number).Array[1, 8]).Array[1, 9], Gen.Int[0, 9], Gen.OneOf("-s", "-st", "-sw", "-stuw")).Sample(
            (groups, first, options) =>
            {
                StringBuilder[] texts = [new(), new()];
                for (int i = 0; i < groups.Length; i++)
                {
                    (string group, (string Name, string Number)[] counters) = groups[i];
                    StringBuilder names = new(group + ":");
                    StringBuilder numbers = new(group + ":");
                    foreach ((string name, string number) in counters)
                    {
                        names.Append(' ').Append(name);
                        numbers.Append(' ').Append(number);
                    }

                    texts[i < first ? 0 : 1].Append(names).Append('\n').Append(numbers).Append('\n');
                }

                using CounterFiles files = new CounterFiles().With("snmp", texts[0].ToString()).With("netstat", texts[1].ToString());
                files.Agree(options);
            },
            iter: 25,
            threads: 1);
    }

    [Fact]
    public void Counters_of_SCTP_come_last_and_only_when_asked()
    {
        const string Sctp = "SctpCurrEstab\t3\nSctpNew\t4\nSctpAborteds\t0\nSctpReasmUsrMsgs\t1\nSctpOutOfBlues\t0\n";
        using CounterFiles files = CounterFiles.OfKernel("6.1").With("sctp/snmp", Sctp);
        files.Agree("-s");
        files.Agree("-st");
        files.Agree("-sS");
        files.Agree("-stS");
        files.Agree("-s", "-6");
    }

    [Theory]
    [InlineData("snmp", "-s")]
    [InlineData("netstat", "-s")]
    [InlineData("snmp6", "-s -6")]
    [InlineData("snmp", "-s -6")]
    public void A_file_that_is_not_there_changes_what_it_changes_in_net_tools(string missing, string options)
    {
        using CounterFiles files = CounterFiles.OfKernel("6.1").Without(missing);
        files.Agree(options.Split(' '));
        Assert.Equal(missing != "netstat", files.AskMinato(options.Split(' ')).Errors.Contains("/net/" + missing + ": No such file or directory", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Ip: InReceives InDelivers\nIp: 7\n", "Ip:\n    7 total packets received\n")]
    [InlineData("Ip: InReceives InDelivers\nIp: x 7\n", "Ip:\n    7 incoming packets delivered\n")]
    [InlineData("Ip: InReceives InDelivers\nIp: 7 12", "Ip:\n    7 total packets received\n")]
    [InlineData("Ip: InReceives\nTcp: 7\n", "")]
    [InlineData("garbage\nIp: InReceives\nIp: 7\n", "Ip:\n    7 total packets received\n")]
    public void A_number_that_is_missing_or_cut_is_left_out_and_said_where_net_tools_prints_0(string snmp, string expected)
    {
        using CounterFiles files = new CounterFiles().With("snmp", snmp).With("netstat", "");
        Outcome minato = files.AskMinato("-s");

        Assert.Equal((expected, 0), (minato.Output, minato.ExitCode));
        Assert.Contains("left out", Assert.Single(minato.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_among_the_counters_are_printed_with_v_alone()
    {
        using CounterFiles files = CounterFiles.OfKernel("6.1");

        Assert.DoesNotContain("MaxConn", files.AskMinato("-s").Output, StringComparison.Ordinal);
        Assert.Contains("    MaxConn: -1\n", files.AskMinato("-s", "-v").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_would_drive_a_terminal_is_escaped()
    {
        using CounterFiles files = new CounterFiles().With("snmp", "Ip: \u001b[2J\nIp: 7\n").With("netstat", "");

        Assert.Equal("Ip:\n    \\x1b[2J: 7\n", files.AskMinato("-s").Output);
    }

    [Theory]
    [InlineData("-s -x")]
    [InlineData("-s -4 -6")]
    [InlineData("-s6 -x --inet")]
    [InlineData("-s -4 -4")]
    [InlineData("-s -A unix,inet6 --ip")]
    [InlineData("-s --appletalk -A ip6,ash,econet")]
    [InlineData("-s -A foo")]
    [InlineData("-s -s")]
    [InlineData("-s -r")]
    public void A_family_without_statistics_is_refused_as_net_tools_refuses_it(string options)
    {
        using CounterFiles files = CounterFiles.OfKernel("6.1");
        files.Agree(options.Split(' '));
    }

    // Each in a pair of lines of its own, of all kernels.
    private static string Alone(string file, string number)
    {
        StringBuilder pairs = new();
        foreach (string kernel in Kernels)
        {
            string[] lines = File.ReadAllLines(Fixture(kernel, file));
            for (int i = 0; i < lines.Length; i += 2)
            {
                string[] words = lines[i].Split(' ');
                for (int word = 1; word < words.Length; word++) pairs.Append(CultureInfo.InvariantCulture, $"{words[0]} {words[word]}\n{words[0]} {number}\n");
            }
        }

        return pairs.ToString();
    }

    private static string Fixture(string kernel, string file) => Path.Combine(SourceTree.Root, "tests/Minato.Tests/Fixtures/Counters", kernel, file);
}
