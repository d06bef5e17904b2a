using System;
using Minato.Cli.Doors;
using Minato.Cli.Doors.Ss;
using Minato.Rendering.Ss;

namespace Minato.Tests.Doors;

public sealed class SsExactTests
{
    [Theory]
    [InlineData("-tan", null, null, null)]
    [InlineData("-tan --exact", null, null, "7.3")]
    [InlineData("--exact=6.1 -tan", null, null, "6.1")]
    [InlineData("-tan --exact=6.15", "6.1", "minato-exact-6.1", "6.15")]
    [InlineData("--exact=6.1 --exact=newest", null, null, "7.3")]
    [InlineData("--exact=auto", null, null, "6.15")]
    [InlineData("-J --exact=6.1", null, null, "6.1")]
    [InlineData("-J -- --exact=6.1", null, null, null)]
    [InlineData("-F --exact", null, null, null)]
    [InlineData("-tan", "6.1", null, "6.1")]
    [InlineData("-tan", "1", null, "7.3")]
    [InlineData("-tan", "auto", null, "6.15")]
    [InlineData("-tan", "0", "minato-exact", null)]
    [InlineData("-tan", "", "minato-exact", null)]
    [InlineData("-tan", "6.15", "minato-exact-6.1", "6.15")]
    [InlineData("-tan", null, "minato-exact", "7.3")]
    [InlineData("-tan", null, "minato-exact-6.1", "6.1")]
    [InlineData("-tan", null, "minato-exact-auto", "6.15")]
    [InlineData("-tan", null, "minato", null)]
    public void The_option_comes_before_the_variable_and_that_before_the_link(string typed, string? variable, string? link, string? release)
    {
        SsRelease? chosen = SsExact.Choose(typed.Split(' '), variable, link, () => SsRelease.V6_15, out UsageError? error);

        Assert.Null(error);
        Assert.Equal(release, chosen?.Name);
    }

    [Theory]
    [InlineData("-tan --exact=5.0", null, null, "'5.0'")]
    [InlineData("-tan --exact=", null, null, "''")]
    [InlineData("-tan", "5.0", null, "MINATO_EXACT")]
    [InlineData("-tan", null, "minato-exact-5.0", "minato-exact-5.0")]
    public void An_unknown_release_is_named_with_those_there_are(string typed, string? variable, string? link, string named)
    {
        Assert.Null(SsExact.Choose(typed.Split(' '), variable, link, () => SsRelease.V6_15, out UsageError? error));

        Assert.Contains(named, error?.Problem, StringComparison.Ordinal);
        Assert.Contains("6.15", error?.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ss utility, iproute2-6.1.0\n", "6.1")]
    [InlineData("ss utility, iproute2-6.7.0\n", "6.1")]
    [InlineData("ss utility, iproute2-6.8.0\n", "6.15")]
    [InlineData("ss utility, iproute2-6.19.0\n", "6.15")]
    [InlineData("ss utility, iproute2-7.1.0\n", "7.3")]
    [InlineData("ss utility, iproute2-8.0.0\n", "7.3")]
    [InlineData("ss utility, iproute2-ss190107\n", "6.1")]
    [InlineData("minato 0.1 (ss door)\n", null)]
    [InlineData("", null)]
    public void The_installed_release_is_taken_for_the_known_one_whose_tables_it_prints(string line, string? release) =>
        Assert.Equal(release, InstalledSs.ReleaseOf(line)?.Name);
}
