using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Minato.Bench.Cases;
using Minato.Bench.Launch;
using Minato.Bench.Machine;
using Minato.Bench.Pairing;
using Minato.Bench.Report;
using Minato.Bench.Storm;

namespace Minato.Bench;

/// <summary>One side-by-side run: every chosen case under its load, then the page.</summary>
internal sealed class BenchRun(BenchArguments arguments)
{
    /// <summary>Half a second each: TIME_WAIT lasts a minute, so the wait must stay far below it.</summary>
    private const int TriesForQuiet = 20;

    private readonly Launcher _launcher = new();
    private readonly Quiet _quiet = new();

    /// <summary>0: measured, every limit kept; 1: a limit was passed or a case could not be measured.</summary>
    public int Run()
    {
        if (!File.Exists(arguments.MinatoProgram))
            throw new BenchFault($"no program {arguments.MinatoProgram}: eng/publish linux-x64 makes it");
        var results = MeasureAll();
        var machine = MachineFacts.Read(arguments.MinatoProgram);
        var page = new ResultPage(
            machine, _quiet.Describe(), Floor(), arguments.Pairs, Judged: !arguments.Quick, DateOnly.FromDateTime(DateTime.UtcNow));
        var text = page.Write(results);
        var path = arguments.IsWhole
            ? Repository.Path("bench", "results", $"{machine.Slug}.md")
            : Repository.Path("artifacts", "bench", $"{machine.Slug}.md");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        Console.WriteLine(text);
        Console.Error.WriteLine($"written to {path}");
        return results.Any(result => result.Fault is not null || (!arguments.Quick && !result.Passed)) ? 1 : 0;
    }

    private List<CaseResult> MeasureAll()
    {
        var results = new List<CaseResult>();
        SocketStorm? storm = null;
        try
        {
            foreach (var one in arguments.Cases())
            {
                var load = arguments.Quick ? one.Load.Small() : one.Load;
                if (storm?.Shape != load)
                {
                    storm?.Dispose();
                    storm = null; // the next line may throw, and Dispose must not run twice
                    storm = SocketStorm.Start(load);
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

    private CaseResult Measure(BenchCase one, SocketStorm storm)
    {
        var elsewhere = _quiet.Look(storm, arguments.Quick ? 1 : TriesForQuiet);
        var sides = new SideBySide(_launcher, arguments.MinatoProgram, arguments.Pairs);
        var result = sides.Measure(one, storm) with { TcpElsewhere = elsewhere };
        var outcome = result.Fault ?? FormattableString.Invariant($"{result.Series!.WallRatio.Median:F3} of the peer's wall time");
        Console.Error.WriteLine(FormattableString.Invariant(
            $"{one.Name}: {storm.Shape.Describe()} (ready after {storm.ReadyAfter.TotalSeconds:F1} s): {outcome}"));
        return result;
    }

    /// <summary>What starting any program costs here.</summary>
    private Measurement Floor()
    {
        var runs = Enumerable.Range(0, 9).Select(_ => _launcher.Run(["/bin/true"])).OrderBy(static run => run.WallNs).ToArray();
        return runs[runs.Length / 2];
    }
}
