using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using Minato.Bench.Cases;
using Minato.Bench.Pairing;
using Minato.Bench.Report;
using Minato.Tests.Rendering;

namespace Minato.Tests.Bench;

public sealed class RatioChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Every_case_stands_in_it_with_its_outcome()
    {
        var texts = Texts(Draw([.. CaseTable.All.Select(one => Sample.Result(one.Name, minatoMs: 2))]));
        Assert.All(CaseTable.All, one => Assert.Contains(one.Name, texts, StringComparer.Ordinal));
        Assert.Equal(CaseTable.All.Count, texts.Count(text => text.StartsWith("0.0500", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_chart_is_as_agreed() =>
        Golden.Matches(
            "bench-chart",
            Draw(
            [
                Sample.Result("tln-100k", minatoMs: 2), Sample.Result("tan-100k", minatoMs: 20), Sample.Result("tanp-lsof", minatoMs: 4),
                Sample.Result("tanp-1m", minatoMs: 60), Sample.Fault("xan-unix", "'ss' is not installed"),
            ]));

    [Fact]
    public void The_same_results_give_the_same_bytes() =>
        Assert.Equal(Draw([Sample.Result("tan-100k", minatoMs: 9)]), Draw([Sample.Result("tan-100k", minatoMs: 9)]));

    [Fact]
    public void A_bar_is_as_long_as_its_ratio_on_the_way_to_the_line_of_ss()
    {
        var chart = XDocument.Parse(Draw([Sample.Result("tan-100k", minatoMs: 10)]));
        var bar = Assert.Single(chart.Descendants(Svg + "rect"), Bars("kept"));
        var peer = Assert.Single(chart.Descendants(Svg + "line"), Has("class", "peer"));
        var length = Number(bar, "width");
        Assert.Equal(0.25, length / (Number(peer, "x1") - Number(bar, "x")), precision: 3);
    }

    [Fact]
    public void A_broken_limit_is_said_in_words_too()
    {
        var chart = Draw([Sample.Result("tan-100k", minatoMs: 20)]);
        Assert.Contains("0.500, over", Texts(chart), StringComparer.Ordinal);
        Assert.Single(XDocument.Parse(chart).Descendants(Svg + "rect"), Bars("broken"));
    }

    [Fact]
    public void Small_loads_break_no_limit()
    {
        var chart = new RatioChart(Sample.Machine, judged: false).Draw([Sample.Result("tan-100k", minatoMs: 20)]);
        Assert.Contains("0.500 (2×)", Texts(chart), StringComparer.Ordinal);
        Assert.Single(XDocument.Parse(chart).Descendants(Svg + "rect"), Bars("told"));
    }

    [Fact]
    public void Limit_aim_and_floor_are_marked()
    {
        var chart = XDocument.Parse(Draw([Sample.Result("tan-100k", minatoMs: 10)]));
        // One in the row and one in the legend.
        Assert.Equal(2, chart.Descendants(Svg + "line").Count(line => Has("class", "must")(line)));
        Assert.Equal(2, chart.Descendants(Svg + "line").Count(line => Has("class", "aim")(line)));
        Assert.Equal(2, chart.Descendants(Svg + "circle").Count(circle => Has("class", "floor")(circle)));
    }

    [Fact]
    public void A_bar_beyond_the_axis_ends_with_it()
    {
        var chart = XDocument.Parse(Draw([Sample.Result("tanp-1m", minatoMs: 60)]));
        var bar = Assert.Single(chart.Descendants(Svg + "rect"), Bars("kept"));
        Assert.True(Number(bar, "x") + Number(bar, "width") < Number(chart.Root!, "width"));
        Assert.Contains("1.500", Texts(chart.ToString()), StringComparer.Ordinal);
    }

    [Fact]
    public void A_case_without_numbers_keeps_its_row() =>
        Assert.Contains("not measured", Texts(Draw([Sample.Fault("tan-100k", "gone")])), StringComparer.Ordinal);

    [Fact]
    public void A_name_from_the_machine_cannot_break_the_file()
    {
        var chart = new RatioChart(Sample.Machine with { Cpu = "<&\"'>" }).Draw([]);
        Assert.Contains("<&\"'>", XDocument.Parse(chart).Root!.Element(Svg + "title")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_themes_of_a_page_can_read_it()
    {
        var style = XDocument.Parse(Draw([])).Root!.Element(Svg + "style")!.Value;
        var cut = style.IndexOf("@media(prefers-color-scheme:dark)", StringComparison.Ordinal);
        Assert.All(
            [".ground", ".ink", ".soft", ".grid", ".peer", ".kept", ".broken", ".told", ".must", ".aim", ".floor"],
            name =>
            {
                Assert.Contains($"{name}{{", style[..cut], StringComparison.Ordinal);
                Assert.Contains($"{name}{{", style[cut..], StringComparison.Ordinal);
            });
    }

    private static string Draw(IReadOnlyList<CaseResult> results) => new RatioChart(Sample.Machine).Draw(results);

    private static List<string> Texts(string chart) => [.. XDocument.Parse(chart).Descendants(Svg + "text").Select(text => text.Value)];

    private static Predicate<XElement> Bars(string kind) => element => Has("class", kind)(element) && Number(element, "x") > 400;

    private static Predicate<XElement> Has(string attribute, string value) =>
        element => string.Equals(element.Attribute(attribute)?.Value, value, StringComparison.Ordinal);

    private static double Number(XElement element, string attribute) =>
        double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
}
