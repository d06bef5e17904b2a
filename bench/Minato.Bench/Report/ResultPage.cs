using System;
using System.Collections.Generic;
using System.Linq;
using Minato.Bench.Launch;
using Minato.Bench.Machine;
using Minato.Bench.Pairing;

namespace Minato.Bench.Report;

/// <summary>The page that is printed and kept in bench/results.</summary>
internal sealed record ResultPage(MachineFacts Machine, string Quiet, Measurement Floor, int Pairs, bool Judged, DateOnly Date)
{
    public string Write(IReadOnlyList<CaseResult> results)
    {
        var page = FormattableString.Invariant($"""
            # Minato beside the installed tools: {Machine.Cpu}

            {Date:yyyy-MM-dd} · Linux {Machine.Kernel} · {Machine.Cores} cores · minato: {Machine.Minato} · ss: {Machine.Ss} · netstat: {Machine.Netstat} · lsof: {Machine.Lsof}

            How busy the machine was: {Quiet}

            {Pairs} pairs a case, in turns (AB BA AB …) after one warm-up each, output to /dev/null. Ratios are Minato ÷ peer,
            taken pair by pair: median [least–most]. Peak memory is the highest of all runs. The floor, `/bin/true` started
            the same way: {Floor.WallMs:F2} ms, {Floor.PeakKib} KiB. Waited is the share of the wall time in which a command
            was ready but other work had the processor (median). A ratio is marked as disturbed when that is above 5 % or
            others held many TCP sockets at the time: it can be off in either direction.


            """).ReplaceLineEndings("\n");
        var table = new MarkdownTable(
            "case", "load", "Minato", "peer", "wall ms", "wall ratio", "limit", "CPU ratio", "waited", "peak memory KiB", "memory ≤ ss", "lines");
        foreach (var result in results.Where(static result => result.Series is not null))
            table.Add(Cells(result, result.Series!));
        page += table;
        foreach (var result in results.Where(static result => result.Fault is not null))
            page += $"\n**Not measured** `{result.Case.Name}`: {result.Fault!.ReplaceLineEndings(" ")}\n";
        return page + (Judged ? "" : "\nSmall loads: nothing was judged, the ratios mean little.\n");
    }

    private string[] Cells(CaseResult result, PairSeries series) =>
    [
        result.Case.Name + (result.Case.OneCore ? " (one core)" : ""),
        result.Load.Describe(),
        $"`{result.Case.Minato}`",
        $"`{result.Case.Peer}`",
        FormattableString.Invariant($"{series.MinatoWallMs.Median:F2} / {series.PeerWallMs.Median:F2}"),
        FormattableString.Invariant($"{series.WallRatio.Median:F3} [{series.WallRatio.Least:F3}–{series.WallRatio.Most:F3}]"),
        WallVerdict(result),
        FormattableString.Invariant($"{series.CpuRatio.Median:F3}"),
        FormattableString.Invariant($"{100 * series.MinatoWaited.Median:F0} % / {100 * series.PeerWaited.Median:F0} %"),
        $"{series.MinatoPeakKib} / {series.PeerPeakKib}",
        Judged ? Mark(result.MemoryPassed) : "–",
        $"{result.MinatoLines} / {result.PeerLines}",
    ];

    private string WallVerdict(CaseResult result) =>
        Judged && result.Case.WallLimit is { } limit
            ? FormattableString.Invariant($"≤ {limit:F2} {Mark(result.WallPassed)}{(result.Disturbed ? ", disturbed" : "")}")
            : "–";

    private static string Mark(bool? passed) => passed switch
    {
        true => "✓ pass",
        false => "✗ FAIL",
        null => "–",
    };
}
