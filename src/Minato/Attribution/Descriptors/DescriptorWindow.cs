using System;
using System.Runtime.InteropServices;

namespace Minato.Attribution.Descriptors;

/// <summary>One descriptor that is a socket, as the program writes it.</summary>
[StructLayout(LayoutKind.Sequential, Size = 1 << SizeBits)]
internal readonly struct DescriptorRecord
{
    public const int SizeBits = 4;

    public readonly uint Inode;
    public readonly uint Fd;

    /// <summary>Which of the processes that the run was asked about.</summary>
    public readonly uint Place;

    /// <summary>1 when the kernel says that no other process or descriptor holds the socket, 0 when that is not so or not known.</summary>
    public readonly uint IsAlone;
}

/// <summary>
/// Memory that <see cref="DescriptorProgram"/> and this process share: a head with how far it came, the processes asked about
/// and their names, which sockets are wanted, and the records of one run.
/// </summary>
/// <param name="start">Where it lies.</param>
/// <param name="number">Which of the windows it is.</param>
internal readonly unsafe struct DescriptorWindow(byte* start, int number)
{
    /// <summary>Processes of one run.</summary>
    public const int MostProcesses = 256;

    /// <summary>Records of one run.</summary>
    public const int MostRecords = 4096;

    /// <summary>Bytes of the filter: one for all inodes that have the same low bits.</summary>
    public const int FilterSize = 65_536;

    public const int NameSize = 16;

    // Offsets of the head, all numbers of 32 bits.
    public const int Place = 0;
    public const int Processes = 4;
    public const int Fd = 8;
    public const int TableSize = 12;
    public const int Count = 16;
    public const int Kept = 20;
    public const int Visited = 24;
    public const int IsTableAlone = 28;

    // Where the arrays begin.
    public const int Pids = 4096;
    public const int Names = Pids + MostProcesses * sizeof(uint);
    public const int Records = Names + MostProcesses * NameSize;
    public const int Filter = Records + (MostRecords << DescriptorRecord.SizeBits);

    /// <summary>Bytes of a window: whole pages.</summary>
    public const int Bytes = (Filter + FilterSize + 4095) & ~4095;

    private readonly byte* _start = start;

    /// <summary>Which of the windows it is.</summary>
    public int Number { get; } = number;

    /// <summary>A number of the head.</summary>
    public ref uint this[int offset] => ref ((uint*)_start)[offset / sizeof(uint)];

    /// <summary>The processes to ask about.</summary>
    public Span<uint> Asked => new(_start + Pids, MostProcesses);

    /// <summary>The wanted inodes: 1 at the number that their low bits are.</summary>
    public Span<byte> Wanted => new(_start + Filter, FilterSize);

    /// <summary>What the last run gave.</summary>
    public ReadOnlySpan<DescriptorRecord> Given => new(_start + Records, (int)Math.Min(this[Count], MostRecords));

    /// <summary>The name of a process that the run came to, ended by a NUL.</summary>
    public ReadOnlySpan<byte> NameOf(uint place) => new(_start + Names + place % MostProcesses * NameSize, NameSize);
}
