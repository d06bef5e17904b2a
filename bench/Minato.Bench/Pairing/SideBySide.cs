using System;
using System.Collections.Generic;
using System.Globalization;
using Minato.Bench.Cases;
using Minato.Bench.Launch;
using Minato.Bench.Storm;

namespace Minato.Bench.Pairing;

/// <summary>Runs the two commands of a case in turns: AB BA AB … so that neither always follows the other, and the floor after each pair.</summary>
internal sealed class SideBySide(Launcher launcher, string minatoProgram, PairCount pairs)
{
    public CaseResult Measure(BenchCase one, SocketStorm storm)
    {
        if (one.Processors > Environment.ProcessorCount)
            throw new BenchFault($"it needs {one.Processors} processors and this machine has {Environment.ProcessorCount}");
        int? cpu = one.Processors == 1 ? Environment.ProcessorCount - 1 : null;
        var minato = one.MinatoTyped;
        var peer = one.PeerTyped;
        var least = one.LeastRows(storm.Counts);

        // The warm-up also proves that both answer in full: a command that fails early would win every race.
        var minatoOutput = Count(minato);
        var peerOutput = Count(peer);
        if (one.SameBytes && (minatoOutput.Bytes != peerOutput.Bytes || minatoOutput.Sum != peerOutput.Sum))
            throw new BenchFault($"'{minato.Text}' printed {minatoOutput.Bytes} bytes that are not the {peerOutput.Bytes} of '{peer.Text}'");
        string[] floor = one.Floor is null
            ? []
            : [NativeProgram.Floor.Build(), .. one.FloorWords, "--least", least.ToString(CultureInfo.InvariantCulture)];
        RunFloor();

        var count = pairs.For(minatoOutput.WallMs + peerOutput.WallMs);
        var done = new List<Pair>(count);
        for (var i = 0; i < count; i++)
            done.Add(i % 2 == 0 ? RunMinatoFirst() : RunPeerFirst());
        Count(minato); // and the load still stands at the end
        return new(one, storm.Shape) { Series = new(done), MinatoLines = minatoOutput.Lines, PeerLines = peerOutput.Lines };

        Measurement Run(TypedCommand command, bool count = false) =>
            launcher.Run(command.Resolve(minatoProgram), storm.Pid, cpu, count, command.Settings);

        Measurement? RunFloor() => floor.Length == 0 ? null : launcher.Run(floor, storm.Pid, cpu);

        Pair RunMinatoFirst()
        {
            var first = Run(minato);
            return new(first, Run(peer), RunFloor());
        }

        Pair RunPeerFirst()
        {
            var first = Run(peer);
            return new(Run(minato), first, RunFloor());
        }

        Measurement Count(TypedCommand command)
        {
            var output = Run(command, count: true);
            return output.Lines > least // a header
                ? output
                : throw new BenchFault($"'{command.Text}' printed {output.Lines} lines, {least + 1} or more belong there");
        }
    }
}
