using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security;
using System.Text;
using Minato.Bench.Machine;
using Minato.Bench.Pairing;

namespace Minato.Bench.Report;

/// <summary>The ratios as horizontal bars in one SVG file, from the same results as the page: the same results give the same bytes.</summary>
/// <param name="machine">Where they were taken.</param>
/// <param name="judged">Whether the loads were of full size.</param>
internal sealed class RatioChart(MachineFacts machine, bool judged = true)
{
    private const int Width = 1120, Left = 480, Right = 150, Top = 86, RowHeight = 24, BarHeight = 12, Bottom = 64;

    /// <summary>The axis ends beyond the line of the peer, for those that are as slow or slower.</summary>
    private const double AxisEnd = 1.1;

    // It brings its own ground, so it is readable whatever the page around it thinks the theme is.
    private const string Style = """
        .ground{fill:#fff}.ink{fill:#1f2328}.soft{fill:#59636e}.grid{stroke:#d1d9e0}.peer{stroke:#1f2328}
        .kept{fill:#1a7f37}.broken{fill:#cf222e}.told{fill:#8c959f}.must{stroke:#1f2328}.aim{stroke:#59636e}.floor{fill:#bf8700}
        text{font:12px ui-sans-serif,system-ui,"Segoe UI",Helvetica,Arial,sans-serif}.name{font-weight:600}.title{font-size:16px;font-weight:600}
        @media(prefers-color-scheme:dark){.ground{fill:#0d1117}.ink{fill:#f0f6fc}.soft{fill:#9198a1}.grid{stroke:#30363d}.peer{stroke:#f0f6fc}
        .kept{fill:#3fb950}.broken{fill:#f85149}.told{fill:#6e7681}.must{stroke:#f0f6fc}.aim{stroke:#9198a1}.floor{fill:#d29922}}
        """;

    public string Draw(IReadOnlyList<CaseResult> results)
    {
        var height = Top + (results.Count * RowHeight) + Bottom;
        var svg = new StringBuilder();
        Line(svg, $"""<svg xmlns="http://www.w3.org/2000/svg" width="{Width}" height="{height}" viewBox="0 0 {Width} {height}" role="img" aria-labelledby="t d">""");
        Line(svg, $"""<title id="t">Minato beside the installed tools: {Text(machine.Cpu)}</title>""");
        Line(svg, $"""<desc id="d">{Text(Describe(results))}</desc>""");
        Line(svg, $"<style>{Style.ReplaceLineEndings("\n")}</style>");
        Line(svg, $"""<rect class="ground" width="{Width}" height="{height}" rx="6"/>""");
        Line(svg, $"""<text class="ink title" x="16" y="28">Wall time, Minato ÷ peer (shorter is faster)</text>""");
        Line(svg, $"""<text class="soft" x="16" y="48">{Text($"{machine.Cpu}, {machine.Cores} cores · Linux {machine.Kernel} · {machine.Ss} · {machine.Netstat} · lsof {machine.Lsof}")}</text>""");
        DrawAxis(svg, height);
        for (var i = 0; i < results.Count; i++)
            DrawRow(svg, results[i], Top + (i * RowHeight));
        DrawLegend(svg, height - 20);
        return svg.Append("</svg>\n").ToString();
    }

    /// <summary>For who cannot see it.</summary>
    private string Describe(IReadOnlyList<CaseResult> results) =>
        string.Join("; ", results.Select(result => $"{result.Case.Name} {Outcome(result)}"));

    private static void DrawAxis(StringBuilder svg, int height)
    {
        for (var tenth = 0; tenth <= 10; tenth += 2)
        {
            var ratio = tenth / 10.0;
            Line(svg, $"""<line class="{(tenth == 10 ? "peer" : "grid")}" x1="{X(ratio)}" x2="{X(ratio)}" y1="{Top - 8}" y2="{height - Bottom + 4}"/>""");
            Line(svg, $"""<text class="soft" x="{X(ratio)}" y="{Top - 14}" text-anchor="middle">{(tenth == 10 ? "ss = 1.0" : Number(ratio, "0.0"))}</text>""");
        }
    }

    private void DrawRow(StringBuilder svg, CaseResult result, int y)
    {
        var middle = y + (RowHeight / 2);
        var bar = middle - (BarHeight / 2);
        Line(svg, $"""<text class="ink name" x="16" y="{middle + 4}">{Text(result.Case.Name)}</text>""");
        Line(svg, $"""<text class="soft" x="{Left - 10}" y="{middle + 4}" text-anchor="end">{Text(PeerOf(result))}</text>""");
        if (result.Series is { } series)
        {
            var end = X(Math.Min(series.WallRatio.Median, AxisEnd));
            Line(svg, $"""<rect class="{ClassOf(result)}" x="{Left}" y="{bar}" width="{Number(double.Parse(end, CultureInfo.InvariantCulture) - Left, "0.#")}" height="{BarHeight}"/>""");
            if (series.FloorRatio is { } floor && floor.Median <= AxisEnd)
                Line(svg, $"""<circle class="floor" cx="{X(floor.Median)}" cy="{middle}" r="3.5"/>""");
        }
        DrawTick(svg, "must", result.Case.Wall?.Must, bar - 3, BarHeight + 6);
        DrawTick(svg, "aim", result.Case.Wall?.Aim, bar + BarHeight - 2, 5);
        Line(svg, $"""<text class="ink" x="{Width - Right + 8}" y="{middle + 4}">{Text(Outcome(result))}</text>""");
    }

    private static void DrawTick(StringBuilder svg, string kind, double? ratio, int y, int height)
    {
        if (ratio is <= AxisEnd)
            Line(svg, $"""<line class="{kind}" stroke-width="2" x1="{X(ratio.Value)}" x2="{X(ratio.Value)}" y1="{y}" y2="{y + height}"/>""");
    }

    private static void DrawLegend(StringBuilder svg, int y)
    {
        Line(svg, $"""<rect class="kept" x="16" y="{y - 10}" width="22" height="{BarHeight}"/><text class="soft" x="44" y="{y}">limit kept</text>""");
        Line(svg, $"""<rect class="broken" x="126" y="{y - 10}" width="22" height="{BarHeight}"/><text class="soft" x="154" y="{y}">limit broken (over)</text>""");
        Line(svg, $"""<rect class="told" x="286" y="{y - 10}" width="22" height="{BarHeight}"/><text class="soft" x="314" y="{y}">no limit</text>""");
        Line(svg, $"""<line class="must" stroke-width="2" x1="384" x2="384" y1="{y - 13}" y2="{y + 5}"/><text class="soft" x="392" y="{y}">limit</text>""");
        Line(svg, $"""<line class="aim" stroke-width="2" x1="440" x2="440" y1="{y - 2}" y2="{y + 3}"/><text class="soft" x="448" y="{y}">aim</text>""");
        Line(svg, $"""<circle class="floor" cx="494" cy="{y - 4}" r="3.5"/><text class="soft" x="504" y="{y}">floor: the same dump over sock_diag, thrown away</text>""");
    }

    /// <summary>The line says ss; a row with another peer says which.</summary>
    private static string PeerOf(CaseResult result) =>
        result.Case.Peer.StartsWith("ss ", StringComparison.Ordinal) ? result.Case.Minato : $"to {result.Case.Peer}";

    private bool? VerdictOf(CaseResult result) => judged ? result.WallPassed : null;

    private string ClassOf(CaseResult result) => VerdictOf(result) switch
    {
        true => "kept",
        false => "broken",
        null => "told",
    };

    private string Outcome(CaseResult result)
    {
        if (result.Series is not { } series)
            return "not measured";
        var ratio = series.WallRatio.Median;
        var text = Number(ratio, ratio < 0.1 ? "0.0000" : "0.000");
        return VerdictOf(result) == false ? $"{text}, over" : ratio < 1 ? $"{text} ({Number(1 / ratio, "0.#")}×)" : text;
    }

    private static string X(double ratio) => Number(Left + ((Width - Left - Right) * ratio / AxisEnd), "0.#");

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private static string Text(string text) => SecurityElement.Escape(text);

    private static void Line(StringBuilder svg, FormattableString line) => svg.Append(FormattableString.Invariant(line)).Append('\n');
}
