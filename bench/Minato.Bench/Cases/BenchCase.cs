using System;
using System.Collections.Generic;
using Minato.Bench.Storm;

namespace Minato.Bench.Cases;

/// <summary>How a case is run.</summary>
internal enum CaseKind
{
    /// <summary>Two commands in turns.</summary>
    Commands,

    /// <summary>Two calls in turns in one managed process: every row becomes an object.</summary>
    LibrarySnapshot,

    /// <summary>The same with rows that are only passed by.</summary>
    LibraryStream,
}

/// <summary>One row of the table: two commands that answer the same question beside the same load.</summary>
internal sealed record BenchCase(string Name, StormShape Load, string Minato, string Peer)
{
    public CaseKind Kind { get; init; }

    /// <summary>Wall time, Minato ÷ peer, median of the pairs; null: the row only informs.</summary>
    public Target? Wall { get; init; }

    /// <summary>Peak memory, highest of all runs, Minato ÷ peer: never above ss's, in every case.</summary>
    public Target? Memory { get; init; } = Peer.StartsWith("ss ", StringComparison.Ordinal) ? new Target(1) : null;

    /// <summary>Bytes that Minato may allocate a row.</summary>
    public double? AllocationLimit { get; init; }

    /// <summary>How many processors both commands may use; 0: all.</summary>
    public int Processors { get; init; }

    /// <summary>Both commands must print the same bytes.</summary>
    public bool SameBytes { get; init; }

    /// <summary>What the floor program is asked, in turns with the two; null where no dump decides.</summary>
    public string? Floor { get; init; }

    /// <summary>Rows that a right answer has at least; a command that prints less is not measured but reported.</summary>
    public Func<StormCounts, long> LeastRows { get; init; } = static _ => 0;

    public TypedCommand MinatoTyped => new(Minato);
    public TypedCommand PeerTyped => new(Peer);

    /// <summary>Whether no other program that takes ss's options can stand in Minato's place. One beside itself is none: ss -tanp would not end.</summary>
    public bool NeedsMinato => Kind != CaseKind.Commands || MinatoTyped.NeedsMinato || PeerTyped.IsMinato;

    public IReadOnlyList<string> FloorWords => Floor is null ? [] : Floor.Split(' ');
}
