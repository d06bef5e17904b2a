using System;
using System.Numerics;
using System.Threading;

namespace Minato.Attribution;

/// <summary>The sockets whose owners are wanted: an open-addressing set, read by several threads while they search.</summary>
internal sealed class WantedInodes
{
    private const int Seen = 1;
    private const int Settled = 2;

    private readonly ulong[] _slots;
    private readonly int[] _seen;
    private int _missing;
    private int _unsettled;

    /// <param name="capacity">The most inodes that will be added.</param>
    public WantedInodes(int capacity)
    {
        // At most half full, so that a miss ends after a step or two.
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, capacity * 2));
        _slots = new ulong[size];
        _seen = new int[size];
    }

    /// <summary>Whether nothing is wanted.</summary>
    public bool IsEmpty { get; private set; } = true;

    /// <summary>Whether every wanted inode has been met.</summary>
    public bool AllSeen => Volatile.Read(ref _missing) == 0;

    /// <summary>Whether of every wanted inode the one holder has been met.</summary>
    public bool AllSettled => Volatile.Read(ref _unsettled) == 0;

    public void Add(ulong inode)
    {
        if (inode == 0) return;
        ref ulong slot = ref _slots[SlotOf(inode)];
        if (slot == inode) return;
        slot = inode;
        _missing++;
        _unsettled++;
        IsEmpty = false;
    }

    /// <summary>Puts 1 where the low bits of a wanted inode lead in a table whose size is a power of two.</summary>
    public void Mark(Span<byte> table)
    {
        table.Clear();
        foreach (ulong inode in _slots)
        {
            if (inode != 0) table[(int)inode & (table.Length - 1)] = 1;
        }
    }

    /// <summary>Whether the inode is wanted; if so it counts as met.</summary>
    public bool Meet(ulong inode)
    {
        int slot = SlotOf(inode);
        if (inode == 0 || _slots[slot] != inode) return false;
        if (Interlocked.CompareExchange(ref _seen[slot], Seen, 0) == 0) Interlocked.Decrement(ref _missing);
        return true;
    }

    /// <summary>Tells that a wanted inode that was met has no other holder.</summary>
    public void Settle(ulong inode)
    {
        int slot = SlotOf(inode);
        if (_slots[slot] == inode && Interlocked.Exchange(ref _seen[slot], Settled) != Settled) Interlocked.Decrement(ref _unsettled);
    }

    // Inodes of sockets are nearly sequential: their low bits alone spread them, and neighbours share cache lines.
    private int SlotOf(ulong inode)
    {
        int mask = _slots.Length - 1;
        int slot = (int)inode & mask;
        while (_slots[slot] != 0 && _slots[slot] != inode) slot = (slot + 1) & mask;
        return slot;
    }
}
