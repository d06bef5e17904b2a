using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using Minato.Bench.Cases;
using Minato.Bench.Launch;
using Minato.Bench.Library;
using Minato.Bench.Machine;
using Minato.Bench.Storm;

namespace Minato.Bench.Pairing;

/// <summary>The cases of the library: both sides are calls in one managed process, so no start of a runtime is in their times.</summary>
internal sealed class InOneProcess(Launcher launcher, int pairs)
{
    private static readonly string Program = typeof(InOneProcess).Assembly.Location;

    public CaseResult Measure(BenchCase one, SocketStorm storm)
    {
        var answers = Repository.Path("artifacts", "bench", $"library.{Environment.ProcessId}");
        try
        {
            var form = one.Kind == CaseKind.LibraryStream ? LibraryVerb.Stream : LibraryVerb.Snapshot;
            var number = pairs.ToString(CultureInfo.InvariantCulture);
            launcher.Run([InstalledProgram.Find("dotnet"), Program, LibraryVerb.Name, form, number, answers], storm.Pid);
            return Read(one, storm, File.ReadAllLines(answers));
        }
        finally
        {
            File.Delete(answers);
        }
    }

    private static CaseResult Read(BenchCase one, SocketStorm storm, string[] lines)
    {
        var least = one.LeastRows(storm.Counts);
        var done = new List<Pair>(lines.Length / 2);
        for (var i = 0; i + 1 < lines.Length; i += 2)
            done.Add(new(Answer(lines[i], one.Minato), Answer(lines[i + 1], one.Peer)));
        return new(one, storm.Shape) { Series = new(done), MinatoLines = done[^1].Minato.Lines, PeerLines = done[^1].Peer.Lines };

        Measurement Answer(string line, string call) => Measurement.Parse(line) switch
        {
            null => throw new BenchFault($"no measurement of {call}: '{line}'"),
            { Lines: var rows } when rows < least => throw new BenchFault($"{call} gave {rows} rows, {least} or more belong there"),
            { } answer => answer,
        };
    }
}
