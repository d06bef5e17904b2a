using System;

namespace Minato.Tests.Eng;

public sealed class VerdictTests : IDisposable
{
    private const string Report = """
        <assemblies><assembly name="passed=&quot;9&quot;" errors="1" failed="2" not-run="0" passed="30" skipped="2" total="34"><collection>
        <test id="1" name="Live.Fast" result="Pass" time="1" /><test id="2" name="Live.Root(a: \&quot;b&lt;\&quot;)" result="Skip"><reason>needs
        root &amp; more</reason></test><test id="3" name="Live.Broken" result="Fail"><failure><message>no</message></failure></test>
        <test id="4" name="Live.Sctp" result="Skip"><reason>no such module</reason></test></collection></assembly></assemblies>
        """;

    private readonly Desk desk = new();

    [Fact]
    public void The_counts_are_the_report_s_and_an_error_has_failed()
    {
        Assert.Equal("30 3 2\n", Judge(Report, allowed: null));
    }

    [Fact]
    public void A_skip_that_is_allowed_says_its_reason() => Assert.Equal(
        "skipped: Live.Root(a: \"b<\"): needs root & more\nskipped: Live.Sctp: no such module\n30 3 2\n",
        Judge(Report, "# reasons\n\nLive.Root*\nLive.Sctp\n"));

    [Fact]
    public void Skips_for_the_same_reason_are_counted() => Assert.Equal(
        "skipped: 2 tests: no such module\n30 3 2\n",
        Judge(Report.Replace("needs\nroot &amp; more", "no such module", StringComparison.Ordinal), "*\n"));

    [Fact]
    public void A_skip_that_is_not_allowed_has_failed() => Assert.Equal(
        "skipped: Live.Root(a: \"b<\"): needs root & more\n"
        + "FAILED: Live.Sctp: skipped, which only tests/allowed-skips may allow here: no such module\n30 4 1\n",
        Judge(Report, "Live.Root*\n# Live.Sctp\n"));

    [Fact]
    public void A_report_that_breaks_off_has_failed() => Assert.Equal("FAILED the report is not whole\n0 1 0\n", Judge("<assemblies>", allowed: null));

    public void Dispose() => desk.Dispose();

    private string Judge(string report, string? allowed)
    {
        desk.Put("report.xml", report);
        foreach (string tool in new[] { "awk", "sed", "sort" }) desk.Program(tool, $"PATH=/usr/bin:/bin exec {tool} \"$@\"");
        string judge = "";
        if (allowed is not null)
        {
            desk.Put("allowed", allowed);
            judge = "list_skips report.xml >skips; judge_skips skips allowed";
        }

        return desk.Source(
            "verdict",
            $$"""
            passed=0 failed=0 skipped=0
            fail() { failed=$((failed + 1)); echo "FAILED $*"; }
            add_report report.xml
            {{judge}}
            echo $passed $failed $skipped
            """).Succeeded().Output;
    }
}
