using System;
using System.Numerics;

namespace Minato.Naming;

/// <summary>Names of numbers, as places in the text that they come from: no name is copied. The first name of a number stays.</summary>
internal sealed class NameTable
{
    // The shortest line that can carry a name ("a 1" and its newline).
    private const int ShortestLine = 4;

    private readonly byte[] _text;
    private readonly Slot[] _slots;
    private readonly int _shift;

    public NameTable(byte[] text)
    {
        _text = text;
        // A line gives one name at most, so that at least half of the slots stay free and every probe ends.
        int names = Math.Min(text.AsSpan().Count((byte)'\n'), text.Length / ShortestLine) + 1;
        _slots = new Slot[BitOperations.RoundUpToPowerOf2((uint)names * 2)];
        _shift = 32 - BitOperations.Log2((uint)_slots.Length);
    }

    public void Add(uint number, Range name)
    {
        ref Slot slot = ref Find(number);
        if (slot.Length != 0) return;
        (int start, int length) = name.GetOffsetAndLength(_text.Length);
        slot = new Slot { Number = number, Start = start, Length = length };
    }

    public bool TryFind(uint number, out ReadOnlySpan<byte> name)
    {
        Slot slot = Find(number);
        name = _text.AsSpan(slot.Start, slot.Length);
        return slot.Length != 0;
    }

    // The number's slot, or the free one where it belongs.
    private ref Slot Find(uint number)
    {
        uint mask = (uint)_slots.Length - 1;
        // Multiplicative hashing (Knuth, volume 3, 6.4): the high bits of the product are the well mixed ones.
        uint at = (number * 2654435769u) >> _shift;
        while (true)
        {
            ref Slot slot = ref _slots[at++ & mask];
            if (slot.Length == 0 || slot.Number == number) return ref slot;
        }
    }

    private struct Slot
    {
        public uint Number;
        public int Start;
        public int Length;
    }
}
