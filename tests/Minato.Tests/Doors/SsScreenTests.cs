using Minato.Cli.Doors.Ss;
using Minato.Rendering.Ss;

namespace Minato.Tests.Doors;

public sealed class SsScreenTests
{
    [Theory]
    [InlineData(0, null, 0)]
    [InlineData(0, "100", 100)]
    [InlineData(80, "100", 80)]
    [InlineData(0, "", 0)]
    [InlineData(0, " \t+12x", 12)]
    [InlineData(0, "-12", 0)]
    [InlineData(0, "wide", 0)]
    [InlineData(0, "4294967376", 80)]
    [InlineData(0, "99999999999999999999", 0)]
    [InlineData(0, "-99999999999999999999", 0)]
    public void The_terminal_comes_before_COLUMNS_which_is_read_as_far_as_it_is_a_number(int window, string? variable, int width) =>
        Assert.Equal(width, SsScreen.Width(SsRelease.V7_3, window, variable));

    [Fact]
    public void COLUMNS_was_not_read_before_6_11() => Assert.Equal(0, SsScreen.Width(SsRelease.V6_1, 0, "100"));
}
