using System;
using System.Collections.Generic;
using Minato.Cli.Doors;

namespace Minato.Tests.Doors;

/// <summary>The rules of getopt_long(3).</summary>
public sealed class OptionReaderTests
{
    private static readonly OptionSpec[] Options =
    [
        new(1, 't', "tcp", "TCP"),
        new(2, 'u', "udp", "UDP"),
        new(3, 'f', "family", "family", ValueName: "FAMILY"),
        new(4, 'n', "numeric", "numbers"),
        new(5, 'H', "no-header", "no header"),
        new(5, '\0', "no-heading", null),
        new(6, 'Q', "no-queues", "no queues"),
        new(7, '\0', "tcpinfo", "more"),
        new(8, 'N', "net", null) { IsMissing = true },
        new(9, '\0', "extra", null) { IsOwn = true },
        new(10, 'e', "extended", "details"),
    ];

    [Theory]
    [InlineData("-t -u", "tcp udp")]
    [InlineData("-tu", "tcp udp")]
    [InlineData("-tt", "tcp tcp")]
    [InlineData("--tcp --udp", "tcp udp")]
    [InlineData("--tcpi", "tcpinfo")]
    [InlineData("--tcp", "tcp")]
    [InlineData("--u", "udp")]
    [InlineData("--no-head", "no-header")]
    [InlineData("--extra", "extra")]
    [InlineData("--e", "extended")]
    [InlineData("-f inet", "family=inet")]
    [InlineData("-finet", "family=inet")]
    [InlineData("-tfinet", "tcp family=inet")]
    [InlineData("-tf inet -u", "tcp family=inet udp")]
    [InlineData("-f -t", "family=-t")]
    [InlineData("-f --", "family=--")]
    [InlineData("--family=inet", "family=inet")]
    [InlineData("--family=a=b", "family=a=b")]
    [InlineData("--family=", "family=")]
    [InlineData("--family inet", "family=inet")]
    [InlineData("--fam=inet", "family=inet")]
    [InlineData("one -t two -u", "'one' tcp 'two' udp")]
    [InlineData("-t -- -u --udp", "tcp '-u' '--udp'")]
    [InlineData("-t - -u", "tcp '-' udp")]
    [InlineData("-- --", "'--'")]
    [InlineData("--", "")]
    [InlineData("", "")]
    public void Options_values_and_operands_are_told_apart(string typed, string read)
    {
        Assert.Equal(read, Read(typed, out UsageError? error));
        Assert.Null(error);
    }

    [Theory]
    [InlineData("-x", "unknown option '-x'", 0, 1)]
    [InlineData("-u -tux", "unknown option '-x'", 1, 3)]
    [InlineData("-t-", "unknown option '--'", 0, 2)]
    [InlineData("--tls", "unknown option '--tls'", 0, 2)]
    [InlineData("-t --nothing-like-it", "unknown option '--nothing-like-it'", 1, 2)]
    [InlineData("--no", "option '--no' could be --no-header or --no-queues", 0, 2)]
    [InlineData("--n", "option '--n' could be --numeric or --no-header or --no-heading or --no-queues or --net", 0, 2)]
    [InlineData("-t --tcp=yes", "option '--tcp' takes no value", 1, 5)]
    [InlineData("-f", "option '-f' needs a value: FAMILY", 0, 1)]
    [InlineData("-u -tf", "option '-f' needs a value: FAMILY", 1, 2)]
    [InlineData("--family", "option '--family' needs a value: FAMILY", 0, 2)]
    [InlineData("-tN", "option '-N' is not in this version of Minato", 0, 2)]
    [InlineData("--net", "option '-N' is not in this version of Minato", 0, 2)]
    public void A_mistake_is_named_with_its_place(string typed, string problem, int word, int column)
    {
        _ = Read(typed, out UsageError? error);

        Assert.Equal((problem, word, column), (error?.Problem, error?.Word, error?.Column));
    }

    [Theory]
    [InlineData("--tpc", "--tcp")]
    [InlineData("--numric", "--numeric")]
    [InlineData("--tcp=yes", "--tcp")]
    [InlineData("--nte", null)]
    [InlineData("--zzzzzz", null)]
    [InlineData("-x", null)]
    public void What_was_meant_is_suggested_from_what_there_is(string typed, string? instead)
    {
        _ = Read(typed, out UsageError? error);

        Assert.Equal(instead, error?.Instead);
    }

    [Fact]
    public void Nothing_is_read_after_a_mistake() => Assert.Equal("tcp", Read("-t -x -u", out _));

    private static string Read(string typed, out UsageError? error)
    {
        List<string> read = [];
        OptionReader reader = new(Options, typed.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        while (reader.TryRead())
        {
            read.Add(reader.Option is null ? $"'{reader.Value}'" : reader.Value is null ? reader.Option.Long! : $"{reader.Option.Long}={reader.Value}");
        }

        error = reader.Error;
        return string.Join(' ', read);
    }
}
