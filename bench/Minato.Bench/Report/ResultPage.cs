using System;
using System.Collections.Generic;
using System.Linq;
using Minato.Bench.Cases;
using Minato.Bench.Launch;
using Minato.Bench.Machine;
using Minato.Bench.Pairing;

namespace Minato.Bench.Report;

/// <summary>The page that is printed and kept in bench/results.</summary>
internal sealed record ResultPage(MachineFacts Machine, string Quiet, Measurement Floor, bool Judged, DateOnly Date)
{
    /// <summary>How long all of it took.</summary>
    public TimeSpan Took { get; init; }

    public string Write(IReadOnlyList<CaseResult> results)
    {
        var page = FormattableString.Invariant($"""
            # Minato beside the installed tools: {Machine.Cpu}

            {Date:yyyy-MM-dd} · Linux {Machine.Kernel} · {Machine.Cores} cores · minato: {Machine.Minato} · ss: {Machine.Ss} · netstat: {Machine.Netstat} · lsof: {Machine.Lsof}

            {Summary(results)}

            How busy the machine was: {Quiet} All of it took {Took.TotalMinutes:F1} minutes.

            ![The ratios as bars]({Machine.Slug}.svg)

            Each case ran in pairs, in turns (AB BA AB …) after one warm-up each, output to /dev/null. Ratios are Minato ÷ peer,
            taken pair by pair: median [least–most]. **Must** is the limit that is judged, **aim** what is worked towards. The
            floor asks the kernel the same over sock_diag, reads the answer and throws it away; it ran after each pair. Peak
            memory is the highest of all runs; `/bin/true` started the same way: {Floor.WallMs:F2} ms, {Floor.PeakKib} KiB.
            Waited is the share of the wall time in which a command was ready but other work had the processor (median). A ratio
            is marked as disturbed when that is above 5 % or others held many TCP sockets at the time: it can be off in either
            direction.


            """).ReplaceLineEndings("\n");
        var table = new MarkdownTable(
            "case", "load", "Minato", "peer", "wall ms", "wall ratio", "must", "aim", "floor ms", "floor ratio", "CPU ratio", "waited",
            "pairs", "peak memory KiB", "memory ratio", "memory must", "lines");
        foreach (var result in results.Where(static result => result.Series is not null))
            table.Add(Cells(result, result.Series!));
        page += table;
        foreach (var result in results.Where(static result => result.Fault is not null))
            page += $"\n**Not measured** `{result.Case.Name}`: {result.Fault!.ReplaceLineEndings(" ")}\n";
        return page;
    }

    private string Summary(IReadOnlyList<CaseResult> results)
    {
        if (!Judged)
            return "Small loads: nothing was judged, the ratios mean little.";
        bool?[] verdicts = [.. results.SelectMany(static result => new[] { result.WallPassed, result.MemoryPassed, result.AllocationPassed })];
        return $"""
            **Limits: {verdicts.Count(static passed => passed == true)} kept, {verdicts.Count(static passed => passed == false)} broken.
            Aims: {results.Count(static result => result.AimReached)} of {results.Count(static result => result.Case.Wall?.Aim is not null)} reached.
            Cases: {results.Count(static result => result.Fault is not null)} not measured, {results.Count(static result => result.Disturbed)} disturbed.**
            """.ReplaceLineEndings(" ");
    }

    private string[] Cells(CaseResult result, PairSeries series) =>
    [
        result.Case.Name,
        result.Load.Describe(),
        $"`{result.Case.Minato}`",
        $"`{result.Case.Peer}`",
        FormattableString.Invariant($"{series.MinatoWallMs.Median:F2} / {series.PeerWallMs.Median:F2}"),
        FormattableString.Invariant($"{series.WallRatio.Median:F3} [{series.WallRatio.Least:F3}–{series.WallRatio.Most:F3}]"),
        Judged && result.Case.Wall is { } wall ? Limit(wall.Must, result.WallPassed) + (result.Disturbed ? ", disturbed" : "") : "–",
        Judged && result.Case.Wall?.Aim is { } aim ? FormattableString.Invariant($"{aim:0.00#}{(result.AimReached ? " ✓" : "")}") : "–",
        series.FloorWallMs is { } floor ? FormattableString.Invariant($"{floor.Median:F2}") : "–",
        series.FloorRatio is { } ratio ? FormattableString.Invariant($"{ratio.Median:F3}") : "–",
        FormattableString.Invariant($"{series.CpuRatio.Median:F3}"),
        FormattableString.Invariant($"{100 * series.MinatoWaited.Median:F0} % / {100 * series.PeerWaited.Median:F0} %"),
        $"{series.Count}",
        .. MemoryCells(result, series),
        $"{result.MinatoLines} / {result.PeerLines}",
    ];

    /// <summary>In one process there is no peak of either side; what each row allocates is weighed instead.</summary>
    private string[] MemoryCells(CaseResult result, PairSeries series) => result.Case.Kind == CaseKind.Commands
        ?
        [
            $"{series.MinatoPeakKib} / {series.PeerPeakKib}",
            FormattableString.Invariant($"{result.MemoryRatio:F2}"),
            Judged && result.Case.Memory is { } memory ? Limit(memory.Must, result.MemoryPassed) : "–",
        ]
        :
        [
            FormattableString.Invariant($"{series.MinatoBytesPerRow:0.#} / {series.PeerBytesPerRow:0.#} B a row"),
            "–",
            Judged && result.Case.AllocationLimit is { } limit ? FormattableString.Invariant($"{limit} B a row {Mark(result.AllocationPassed)}") : "–",
        ];

    private static string Limit(double must, bool? passed) => FormattableString.Invariant($"≤ {must:0.00#} {Mark(passed)}");

    private static string Mark(bool? passed) => passed switch
    {
        true => "✓ pass",
        false => "✗ FAIL",
        null => "–",
    };
}
