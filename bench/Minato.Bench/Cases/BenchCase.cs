using System;
using System.Collections.Generic;
using Minato.Bench.Machine;
using Minato.Bench.Storm;

namespace Minato.Bench.Cases;

/// <summary>One row of the table: two commands that answer the same question beside the same load.</summary>
internal sealed record BenchCase(string Name, StormShape Load, string Minato, string Peer)
{
    /// <summary>The wall ratio (Minato ÷ peer, median of pairs) that must not be passed; null: the row only informs.</summary>
    public double? WallLimit { get; init; }

    /// <summary>Both commands on one processor, which leaves Minato one thread's worth of work.</summary>
    public bool OneCore { get; init; }

    /// <summary>Runs only when asked for: it needs gigabytes and minutes.</summary>
    public bool OnRequest { get; init; }

    /// <summary>Rows that a right answer has at least; a command that prints less is not measured but reported.</summary>
    public Func<StormCounts, long> LeastRows { get; init; } = static _ => 0;

    /// <summary>Peak memory is never above ss's, in every case.</summary>
    public bool MemoryLimited => Peer.StartsWith("ss ", StringComparison.Ordinal);

    public IReadOnlyList<string> MinatoCommand(string program) => [program, .. Minato.Split(' ')[1..]];

    /// <summary>By its full path, as Minato is: the search along PATH would be measured too, on one side only.</summary>
    public IReadOnlyList<string> PeerCommand()
    {
        var words = Peer.Split(' ');
        return [InstalledProgram.Find(words[0]), .. words[1..]];
    }
}
