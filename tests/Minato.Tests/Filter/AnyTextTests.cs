using CsCheck;
using Minato.Filter;
using Minato.Model;

namespace Minato.Tests.Filter;

/// <summary>Whatever is typed gets a filter or an error with a place in what was typed.</summary>
public sealed class AnyTextTests
{
    private static readonly string[] Pieces =
    [
        "(", ")", "!", "not", "and", "or", "&&", "|", "src", "dst", "sport", "dport", "host", "port", "dev", "fwmark", "cgroup", "autobound", "state", "exclude",
        "pid", "proc", "user", "rtt", "sendq", "scope", "netns", "unit", "=", "==", "!=", "<", ">=", "eq", ":22", "22", "*", "10/8", "[::1]:1", "::1", "[", "]", "unix:*", "link:ip:lo",
        "netlink:rtnl:kernel", "vsock:1:2", "inet:1.2.3.4", "inet6:::1", "lo", "0x1/0x2", "1MiB", "100ms", "established", "all", "/", ":", "-1", "99999999999999999999", "\\", "\\(", "(sport=:22)",
        "dport>=:1", "!autobound)", "localhost", "", " ", "\t", "\n", "é", "\0", ")(", "((", "))",
    ];

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String,
        Gen.Select(Gen.OneOf(Pieces).Array[0, 12], Gen.OneOf(" ", ""), static (pieces, between) => string.Join(between, pieces)));

    [Fact]
    public void Nothing_that_is_typed_is_left_without_an_answer() => Gen.Select(Text.Array[0, 4], Gen.Enum<FilterGrammar>(), Gen.Enum<SocketFamily>().Nullable()).Sample(
        static (words, grammar, family) =>
        {
            FilterParse parse = FilterText.Parse(words, Filters.Context(grammar, family));
            if (parse.Error is { } error)
            {
                Assert.InRange(error.Word, 0, words.Length);
                if (error.Word < words.Length) Assert.InRange(error.Column, 0, words[error.Word].Length);
                Assert.NotEmpty(error.Problem);
                if (grammar == FilterGrammar.SsExact) Assert.NotEmpty(error.SsText);
            }
            else if (parse.Filter is { } filter)
            {
                SocketEntry row = default;
                _ = filter.Matches(in row, new SocketBatch([row], null, null));
                Assert.NotEmpty(filter.Text);
            }
        },
        iter: 30_000);
}
