using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using Minato.Bench.Cases;
using Minato.Bench.Launch;
using Minato.Bench.Machine;
using Minato.Bench.Pairing;
using Minato.Bench.Report;
using Minato.Bench.Storm;

namespace Minato.Bench;

/// <summary>One side-by-side run: every chosen case under its load, then the page and its chart.</summary>
internal sealed class BenchRun(BenchArguments arguments)
{
    /// <summary>Half a second each: TIME_WAIT lasts a minute, so the wait must stay far below it.</summary>
    private const int TriesForQuiet = 20;

    private readonly Launcher _launcher = new();
    private readonly Quiet _quiet = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();

    /// <summary>0: measured, every limit kept; 1: a limit was passed or a case could not be measured.</summary>
    public int Run()
    {
        if (!File.Exists(arguments.MinatoProgram))
            throw new BenchFault($"no program {arguments.MinatoProgram}: eng/publish linux-x64 makes it");
        Console.Error.WriteLine(FormattableString.Invariant(
            $"{arguments.Cases().Count} cases, loads of up to {arguments.Cases().Max(one => LoadOf(one).NeedsMib):N0} MiB. Results are as good as the machine is quiet: close what else computes."));
        var results = MeasureAll();
        var machine = MachineFacts.Read(arguments.MinatoProgram);
        var page = new ResultPage(machine, _quiet.Describe(), Floor(), Judged: !arguments.Quick, DateOnly.FromDateTime(DateTime.UtcNow))
        {
            Took = _clock.Elapsed,
        };
        var text = page.Write(results);
        var path = arguments.IsWhole
            ? Repository.Path("bench", "results", $"{machine.Slug}.md")
            : Repository.Path("artifacts", "bench", $"{machine.Slug}.md");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        File.WriteAllText(Path.ChangeExtension(path, ".svg"), new RatioChart(machine, judged: !arguments.Quick).Draw(results));
        Console.WriteLine(text);
        Console.Error.WriteLine($"written to {path}, and its chart beside it");
        return results.Any(result => result.Fault is not null || (!arguments.Quick && !result.Passed)) ? 1 : 0;
    }

    private StormShape LoadOf(BenchCase one) => arguments.Quick ? one.Load.Small() : one.Load;

    private List<CaseResult> MeasureAll()
    {
        var results = new List<CaseResult>();
        SocketStorm? storm = null;
        try
        {
            foreach (var one in arguments.Cases())
            {
                if (MemoryRoom.Missing(LoadOf(one), storm?.Shape) is { } missing)
                {
                    results.Add(new(one, LoadOf(one)) { Fault = missing });
                    continue;
                }
                if (storm?.Shape != LoadOf(one))
                {
                    storm?.Dispose();
                    storm = null; // the next line may throw, and Dispose must not run twice
                    storm = SocketStorm.Start(LoadOf(one));
                }
                results.Add(Measure(one, storm));
            }
        }
        finally
        {
            storm?.Dispose();
        }
        return results;
    }

    /// <summary>A case that others disturbed is measured once more, and the quieter of both counts.</summary>
    private CaseResult Measure(BenchCase one, SocketStorm storm)
    {
        var first = MeasureOnce(one, storm);
        // TIME_WAIT does not last for two.
        if (arguments.Quick || !first.IsWorthRepeating || storm.Shape.Kind == StormKind.TimeWait)
            return first;
        Console.Error.WriteLine($"{one.Name}: other work took part in this; once more");
        return first.OrQuieter(MeasureOnce(one, storm));
    }

    private CaseResult MeasureOnce(BenchCase one, SocketStorm storm)
    {
        // Small loads are not judged, so nothing is waited for.
        var elsewhere = arguments.Quick ? 0 : _quiet.Look(storm, TriesForQuiet);
        var began = _clock.Elapsed;
        var result = MeasureOrSay(one, storm) with { TcpElsewhere = elsewhere };
        var outcome = result.Fault ?? FormattableString.Invariant(
            $"{result.Series!.WallRatio.Median:F3} of the peer's wall time, {result.Series.Count} pairs in {(_clock.Elapsed - began).TotalSeconds:F1} s");
        Console.Error.WriteLine(FormattableString.Invariant(
            $"{one.Name}: {storm.Shape.Describe()} (ready after {storm.ReadyAfter.TotalSeconds:F1} s): {outcome}"));
        return result;
    }

    private CaseResult MeasureOrSay(BenchCase one, SocketStorm storm)
    {
        try
        {
            return one.Kind == CaseKind.Commands
                ? new SideBySide(_launcher, arguments.MinatoProgram, arguments.Pairs).Measure(one, storm)
                : new InOneProcess(_launcher, arguments.Pairs.Least).Measure(one, storm);
        }
        catch (BenchFault fault)
        {
            return new(one, storm.Shape) { Fault = fault.Message };
        }
    }

    /// <summary>What starting any program costs here.</summary>
    private Measurement Floor()
    {
        var runs = Enumerable.Range(0, 9).Select(_ => _launcher.Run(["/bin/true"])).OrderBy(static run => run.WallNs).ToArray();
        return runs[runs.Length / 2];
    }
}
