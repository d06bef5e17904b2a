using System;
using Minato.Wire;

namespace Minato.Sources.Linux.Connections;

/// <summary>
/// Memory that <see cref="ConnectionProgram"/> and this process share: a head with what is asked and how far it came, and the
/// records of one run.
/// </summary>
/// <param name="start">Where it lies.</param>
/// <param name="number">Which of the windows it is.</param>
internal readonly unsafe struct ConnectionWindow(byte* start, int number)
{
    /// <summary>Records of one run: they stay in the second-level cache, and bound how long RCU is held.</summary>
    public const int MostRecords = 1024;

    /// <summary>Bytes of a window: whole pages.</summary>
    public const int Size = Records + MostRecords * ConnectionRecord.Size;

    // Offsets of the head, all numbers of 32 bits.
    public const int Chain = 0;
    public const int Skip = 4;
    public const int Last = 8;
    public const int Count = 12;
    public const int Mask = 16;
    public const int Redone = 20;
    public const int States = 24;
    public const int Family = 28;
    public const int LocalPort = 32;
    public const int PeerPort = 36;
    public const int First = 40;
    public const int Kept = 44;
    public const int Position = 48;
    public const int Visited = 52;

    /// <summary>Where the records begin.</summary>
    public const int Records = 4096;

    private readonly byte* _start = start;

    /// <summary>Which of the windows it is.</summary>
    public int Number { get; } = number;

    /// <summary>A number of the head.</summary>
    public ref uint this[int offset] => ref ((uint*)_start)[offset / sizeof(uint)];

    /// <summary>What the last run gave.</summary>
    public ReadOnlySpan<ConnectionRecord> Given => new(_start + Records, (int)Math.Min(this[Count], MostRecords));
}
