using System;
using Minato.Cli.Doors;

namespace Minato.Tests.Doors;

public sealed class UsageErrorTests
{
    [Theory]
    [InlineData(0, 1, "      ^")]
    [InlineData(1, 2, "           ^")]
    [InlineData(2, 0, "               ^")]
    public void The_caret_stands_under_the_place(int word, int column, string caret)
    {
        string text = new UsageError("wrong", word, column, null).Describe("ss", ["-an", "--tpc", "443"]);

        Assert.Equal("ss: wrong\n  ss -an --tpc 443\n" + caret + "\n`ss --help` lists what there is", text);
    }

    [Fact]
    public void What_to_type_instead_is_said() => Assert.EndsWith(
        "\ndid you mean --tcp? `minato ss --help` lists what there is", new UsageError("wrong", 0, 2, "--tcp").Describe("minato ss", ["--tpc"]), StringComparison.Ordinal);

    [Fact]
    public void Control_characters_are_not_repeated()
    {
        string text = new UsageError("unknown option '--\e[31m\n'", 0, 2, null).Describe("ss", ["--\e[31m\n", "\u009B"]);

        Assert.Equal("ss: unknown option '--?[31m?'\n  ss --?[31m? ?\n       ^\n`ss --help` lists what there is", text);
    }
}
