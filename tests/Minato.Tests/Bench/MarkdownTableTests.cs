using System;
using Minato.Bench.Report;

namespace Minato.Tests.Bench;

public sealed class MarkdownTableTests
{
    [Fact]
    public void Columns_are_as_wide_as_their_widest_cell()
    {
        var table = new MarkdownTable("a", "second");
        table.Add("longer", "b");
        Assert.Equal("| a      | second |\n| ------ | ------ |\n| longer | b      |\n", table.ToString());
    }

    [Fact]
    public void A_bar_or_a_line_break_in_a_cell_does_not_break_the_row()
    {
        var table = new MarkdownTable("cell");
        table.Add("ss | head\n-1");
        Assert.EndsWith("| ss \\| head -1 |\n", table.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_of_another_length_is_refused() => Assert.Throws<ArgumentException>(() => new MarkdownTable("a", "b").Add("1"));
}
