using System;
using System.Collections.Generic;
using Minato.Rendering.Netstat.Windows;

namespace Minato.Tests.Rendering.Netstat.Windows;

public sealed class WindowsTableTests
{
    // Where the columns begin in published captures of Windows 10 (-an, -aon) and of -t and -t with -o on newer and older ones.
    private static readonly (string Title, int Column)[] Plain =
        [("Proto", 2), ("Local Address", 9), ("Foreign Address", 32), ("State", 55)];

    private readonly WindowsSample _sample = new();

    public static TheoryData<string, string> Headings => new()
    {
        { "", "" },
        { "o", "PID 71" },
        { "t", "Offload State 71" },
        { "ot", "PID 71,Offload State 80" },
        { "i", "Time in State (ms) 71" },
        { "oi", "PID 71,Time in State (ms) 80" },
        { "oit", "PID 71,Time in State (ms) 80,Offload State 100" },
        { "y", "Template 71" },
    };

    [Theory, MemberData(nameof(Headings))]
    public void Headings_stand_at_the_columns_that_Windows_has(string options, string more)
    {
        string heading = _sample.Write(Wishes(options)).Split('\n')[0];

        foreach ((string title, int column) in Plain) Assert.Equal(column, heading.IndexOf(title, StringComparison.Ordinal));
        foreach (string part in more.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            int blank = part.LastIndexOf(' ');
            Assert.Equal(int.Parse(part[(blank + 1)..], null), heading.LastIndexOf(part[..blank], StringComparison.Ordinal));
        }

        Assert.Equal(heading.TrimEnd(), heading);
    }

    [Theory]
    [InlineData("", "  TCP    192.168.1.10:49722     142.250.196.110:443    ESTABLISHED")]
    [InlineData("o", "  TCP    192.168.1.10:49722     142.250.196.110:443    ESTABLISHED     4194304")]
    [InlineData("t", "  TCP    192.168.1.10:49722     142.250.196.110:443    ESTABLISHED     InHost      ")]
    [InlineData("ot", "  TCP    192.168.1.10:49722     142.250.196.110:443    ESTABLISHED     4194304  InHost      ")]
    [InlineData("i", "  TCP    192.168.1.10:49722     142.250.196.110:443    ESTABLISHED     -")]
    [InlineData("y", "  TCP    192.168.1.10:49722     142.250.196.110:443    ESTABLISHED     Not Applicable")]
    [InlineData("o", "  TCP    192.168.1.10:49723     203.0.113.60:80        TIME_WAIT       0")]
    [InlineData("i", "  TCP    192.168.1.10:49723     203.0.113.60:80        TIME_WAIT       626")]
    [InlineData("i", "  TCP    192.168.1.10:49724     203.0.113.60:80        FIN_WAIT_2      -")]
    [InlineData("", "  TCP    [::]:445               [::]:0                 LISTENING")]
    [InlineData("", "  TCP    192.168.100.100:54321  192.168.200.200:65535  SYN_RECEIVED")]
    [InlineData("", "  TCP    10.0.0.1:3000          10.0.0.2:50000         ESTABLISHED")]
    [InlineData("", "  TCP    127.0.0.1:7777         0.0.0.0:0              CLOSED")]
    [InlineData("q", "  TCP    127.0.0.1:7777         0.0.0.0:0              BOUND")]
    public void A_row_is_what_Windows_prints(string options, string row) => Assert.Contains(row, _sample.Write(Wishes(options)).Split('\n'), StringComparer.Ordinal);

    [Theory]
    [InlineData("", "  TCP    [2001:db8:1111:2222:3333:4444:5555:6666]:22  [2001:db8:aaaa:bbbb:cccc:dddd:eeee:ffff]:65535  ESTABLISHED")]
    [InlineData("", "  TCP    [fe80::1%9]:5000       [fe80::2%9]:49152      CLOSE_WAIT")]
    [InlineData("o", "  UDP    [fe80::244e:2f1e:2096:62b2%9]:1900  *:*                                    8844")]
    public void A_long_address_pushes_with_two_blanks_and_names_its_interface_by_number(string options, string row) =>
        Assert.Contains(row, _sample.Write(Wishes(options)).Split('\n'), StringComparer.Ordinal);

    [Fact]
    public void A_UDP_row_without_a_pid_ends_in_the_blanks_of_its_foreign_column()
    {
        string row = Array.Find(_sample.Write(Wishes("")).Split('\n'), line => line.Contains("0.0.0.0:5353", StringComparison.Ordinal))!;

        Assert.Equal("  UDP    0.0.0.0:5353           *:*" + new string(' ', 20), row);
        Assert.Equal(55, row.Length);
    }

    [Fact]
    public void A_connected_UDP_socket_hides_its_peer_too() =>
        Assert.Contains("  UDP    192.168.1.10:40053     *:*                                    0", _sample.Write(Wishes("o")).Split('\n'), StringComparer.Ordinal);

    [Fact]
    public void A_blank_line_follows_the_headings_of_the_offload_table_alone()
    {
        Assert.Equal("", _sample.Write(Wishes("t")).Split('\n')[1]);
        Assert.StartsWith("  TCP", _sample.Write(Wishes("o")).Split('\n')[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("an", "")]
    [InlineData("ano", "o")]
    [InlineData("anob", "ob")]
    [InlineData("anq", "q")]
    [InlineData("anit", "it")]
    public void The_whole_table_is_the_recorded_one(string file, string options) => Golden.Matches("netstat-windows-" + file, _sample.Write(Wishes(options)));

    [Fact]
    public void A_program_is_named_by_its_file_where_that_can_be_read()
    {
        _sample.Names.Executables[8844] = "httpd";
        string[] lines = _sample.Write(Wishes("b")).Split('\n');

        Assert.Equal(" [httpd]", lines[Array.FindIndex(lines, line => line.Contains("127.0.0.1:8080", StringComparison.Ordinal)) + 1]);
        Assert.Equal(" [launcher]", lines[Array.FindIndex(lines, line => line.Contains("0.0.0.0:135", StringComparison.Ordinal)) + 1]);
    }

    [Fact]
    public void Names_are_short_and_of_the_other_end_alone() => Golden.Matches("netstat-windows-names", _sample.Write(_sample.Named(fullNames: false)));

    [Fact]
    public void Full_names_keep_their_domain() => Golden.Matches("netstat-windows-full-names", _sample.Write(_sample.Named(fullNames: true)));

    [Theory]
    [InlineData("ob")]
    [InlineData("t")]
    public void On_Windows_every_line_ends_with_a_carriage_return_and_a_line_feed(string options)
    {
        string there = _sample.Write(Wishes(options, hasCarriageReturn: true));

        Assert.Equal(_sample.Write(Wishes(options)), there.Replace("\r\n", "\n", StringComparison.Ordinal));
        Assert.Equal(there.Split('\n').Length, there.Split("\r\n").Length);
    }

    private static WindowsWishes Wishes(string options, bool hasCarriageReturn = false)
    {
        HashSet<char> letters = [.. options];
        return new WindowsWishes
        {
            ProcessId = letters.Contains('o'),
            TimeInState = letters.Contains('i'),
            OffloadState = letters.Contains('t'),
            Template = letters.Contains('y'),
            ProgramLines = letters.Contains('b'),
            Bound = letters.Contains('q'),
            HasCarriageReturn = hasCarriageReturn,
        };
    }
}
