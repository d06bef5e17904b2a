using System;
using System.Collections.Generic;
using Minato.Bench.Cases;
using Minato.Bench.Launch;
using Minato.Bench.Storm;

namespace Minato.Bench.Pairing;

/// <summary>Runs the two commands of a case in turns: AB BA AB … so that neither always follows the other.</summary>
internal sealed class SideBySide(Launcher launcher, string minatoProgram, int pairs)
{
    public CaseResult Measure(BenchCase one, SocketStorm storm)
    {
        try
        {
            return Alternate(one, storm);
        }
        catch (BenchFault fault)
        {
            return new(one, storm.Shape) { Fault = fault.Message };
        }
    }

    private CaseResult Alternate(BenchCase one, SocketStorm storm)
    {
        int? cpu = one.OneCore ? Environment.ProcessorCount - 1 : null;
        var minato = one.MinatoCommand(minatoProgram);
        var peer = one.PeerCommand();
        var leastLines = one.LeastRows(storm.Counts) + 1; // a header

        // The warm-up also proves that both answer in full: a command that fails early would win every race.
        var minatoLines = CountLines(minato);
        var peerLines = CountLines(peer);
        var done = new List<Pair>(pairs);
        for (var i = 0; i < pairs; i++)
            done.Add(i % 2 == 0 ? RunMinatoFirst() : RunPeerFirst());
        CountLines(peer); // and the load still stands at the end
        return new(one, storm.Shape) { Series = new(done), MinatoLines = minatoLines, PeerLines = peerLines };

        Measurement Run(IReadOnlyList<string> command) => launcher.Run(command, storm.Pid, cpu);

        Pair RunMinatoFirst()
        {
            var first = Run(minato);
            return new(first, Run(peer));
        }

        Pair RunPeerFirst()
        {
            var first = Run(peer);
            return new(Run(minato), first);
        }

        long CountLines(IReadOnlyList<string> command)
        {
            var lines = launcher.Run(command, storm.Pid, cpu, count: true).Lines;
            return lines >= leastLines
                ? lines
                : throw new BenchFault($"'{Launcher.Typed(command)}' printed {lines} lines, {leastLines} or more belong there");
        }
    }
}
