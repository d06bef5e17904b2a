using System.Text;
using Minato.Cli.Terminal;

namespace Minato.Tests.Cli.Terminal;

public sealed class ScreenTextTests
{
    [Fact]
    public void Lines_are_kept_however_they_are_cut_into_writes()
    {
        ScreenText text = new();
        foreach (string part in (string[])["one\ntw", "o", "\n\nfour\r\n", "unfinished"]) text.Write(Encoding.UTF8.GetBytes(part));

        Assert.Equal(["one", "two", "", "four"], Lines(text));
    }

    [Fact]
    public void What_was_shown_is_forgotten()
    {
        ScreenText text = new();
        text.Write("one\ntwo\n"u8);
        text.Clear();
        text.Write("three\n"u8);

        Assert.Equal(["three"], Lines(text));
    }

    [Fact]
    public void More_lines_than_any_terminal_has_are_let_go()
    {
        ScreenText text = new();
        for (int line = 0; line < 100_000; line++) text.Write("tcp        0      0 127.0.0.1:1             0.0.0.0:*\n"u8);

        Assert.InRange(text.Lines, 500, 1000);
    }

    [Fact]
    public void A_line_without_an_end_takes_no_memory_without_an_end()
    {
        ScreenText text = new();
        for (int part = 0; part < 3000; part++) text.Write(new byte[1000]);
        text.Write("\n"u8);

        Assert.Equal(1, text.Lines);
        Assert.InRange(text.Line(0).Length, 1000, 1 << 20);
    }

    [Theory]
    [InlineData("short", 10, "short")]
    [InlineData("exactly ten", 10, "exactly te")]
    [InlineData("größe", 4, "größ")]
    [InlineData("港の網", 4, "港の")]
    [InlineData("港の網", 5, "港の")]
    [InlineData("a😀b", 2, "a")]
    [InlineData("", 3, "")]
    public void A_line_is_cut_to_the_columns_that_it_surely_needs(string line, int columns, string shown) =>
        Assert.Equal(shown, Encoding.UTF8.GetString(ScreenText.Cut(Encoding.UTF8.GetBytes(line), columns)));

    private static string[] Lines(ScreenText text)
    {
        string[] lines = new string[text.Lines];
        for (int i = 0; i < lines.Length; i++) lines[i] = Encoding.UTF8.GetString(text.Line(i));
        return lines;
    }
}
