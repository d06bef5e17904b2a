using System;
using System.Runtime.InteropServices;
using Minato.Interop.Linux.Libc;

namespace Minato.Wire;

/// <summary>
/// Finds types and members in the kernel's BTF, which has some 150,000 types: they are passed once, and only every 64th
/// place is kept, to find a type by its number.
/// </summary>
internal ref struct KernelBtf
{
    private const int Stride = 64;
    private const int MemberSize = 12;
    private const int HeadWords = 3;

    // Deeper than any nest of nameless structs; a cycle could only be made by damage.
    private const int MaxDepth = 16;

    // The largest struct of a kernel has some 300 members; only damage has so many.
    private const int MaxMembers = 20_000;

    private readonly ReadOnlySpan<byte> _types;
    private readonly ReadOnlySpan<byte> _names;
    private int[] _places;
    private uint _id;
    private int _place;
    private int _members;

    private KernelBtf(BtfSections sections)
    {
        _types = sections.Types;
        _names = sections.Names;
        _places = new int[1024];
        _id = 1;
    }

    /// <summary>False when the bytes are no BTF.</summary>
    public static bool TryOpen(ReadOnlySpan<byte> btf, out KernelBtf types)
    {
        types = default;
        if (!BtfSections.TryOpen(btf, out BtfSections sections)) return false;
        types = new KernelBtf(sections);
        return true;
    }

    /// <summary>
    /// Finds types by kind and name, in one pass over the types that ends when all are found: puts a type's number in
    /// <paramref name="ids"/>, 0 where there is none. Names are compared where a type has one of these kinds: to look for each
    /// among all names of the kernel takes three times as long (BENCH tan-timewait).
    /// </summary>
    /// <param name="kinds">The kinds, at most 31.</param>
    /// <param name="text">Holds the names.</param>
    /// <param name="names">Where each lies in the text.</param>
    /// <param name="ids">The answers.</param>
    public void FindTypes(scoped ReadOnlySpan<int> kinds, scoped ReadOnlySpan<byte> text, scoped ReadOnlySpan<Range> names, scoped Span<uint> ids)
    {
        ids.Clear();
        uint asked = 0;
        ulong starts = 0;
        for (int i = 0; i < kinds.Length; i++)
        {
            asked |= 1u << kinds[i];
            starts |= StartsOf(text[names[i]]);
        }

        int missing = kinds.Length;
        ReadOnlySpan<uint> words = MemoryMarshal.Cast<byte, uint>(_types);
        uint id = 1;
        int at = 0;
        for (; missing > 0 && at + HeadWords <= words.Length; id++)
        {
            if (id % Stride == 0) KeepPlace(id, at * sizeof(uint));
            uint info = words[at + 1];
            int end = at + BtfSections.SizeOf(info) / sizeof(uint);
            if (end > words.Length) break;
            int kind = BtfSections.KindOf(info);
            if ((asked >> kind & 1) != 0 && MayBegin(words[at], starts))
            {
                for (int i = 0; i < kinds.Length; i++)
                {
                    if (kinds[i] != kind || ids[i] != 0 || !IsCalled(words[at], text[names[i]])) continue;
                    ids[i] = id;
                    missing--;
                }
            }

            at = end;
        }

        _id = id;
        _place = at * sizeof(uint);
        if (id % Stride == 0) KeepPlace(id, _place);
    }

    /// <summary>The place of a member in bits from the start of its struct, however deep in nameless structs and unions; -1 when there is none.</summary>
    public int FindMember(uint structure, scoped ReadOnlySpan<byte> name)
    {
        _members = 0;
        return FindMember(structure, name, 0);
    }

    private int FindMember(uint structure, scoped ReadOnlySpan<byte> name, int depth)
    {
        int at = PlaceOf(structure);
        if (at < 0 || depth > MaxDepth) return -1;
        uint info = Word(at + 4);
        if (BtfSections.KindOf(info) is not (Btf.BTF_KIND_STRUCT or Btf.BTF_KIND_UNION)) return -1;
        int end = at + BtfSections.SizeOf(info);
        for (at += MemberSize; at < end; at += MemberSize)
        {
            if (++_members > MaxMembers) return -1;
            uint own = Word(at);
            uint offset = Word(at + 8);

            // With the flag the high byte is the width of a bit field.
            if (info >> 31 != 0) offset &= 0xFFFFFF;
            if (offset > int.MaxValue) return -1;
            if (IsCalled(own, name)) return (int)offset;
            if (!IsCalled(own, [])) continue;
            int inner = FindMember(Word(at + 4), name, depth + 1);
            if (inner >= 0) return inner <= int.MaxValue - (int)offset ? (int)offset + inner : -1;
        }

        return -1;
    }

    // A bit of 64 for the first four bytes of a name, its end included; all of them where there are fewer.
    private static ulong StartsOf(ReadOnlySpan<byte> name)
    {
        Span<byte> start = stackalloc byte[sizeof(uint)];
        start.Clear();
        name[..Math.Min(name.Length, start.Length)].CopyTo(start);
        return name.Length + 1 < start.Length ? ulong.MaxValue : BitOf(MemoryMarshal.Read<uint>(start));
    }

    private static ulong BitOf(uint start) => 1ul << (int)(start * 0x9E3779B1 >> 26);

    private readonly bool MayBegin(uint name, ulong starts) =>
        (long)name + sizeof(uint) > _names.Length ? name < (uint)_names.Length : (starts & BitOf(MemoryMarshal.Read<uint>(_names[(int)name..]))) != 0;

    private readonly uint Word(int at) => MemoryMarshal.Read<uint>(_types[at..]);

    private readonly bool IsCalled(uint at, scoped ReadOnlySpan<byte> name) =>
        at < (uint)_names.Length && _names[(int)at..].StartsWith(name) && (int)at + name.Length < _names.Length && _names[(int)at + name.Length] == 0;

    // -1 where there is no such type, or it is cut off.
    private int PlaceOf(uint id)
    {
        if (id == 0) return -1;
        if (id < _id)
        {
            // The pass has been there: go back to the kept place before it.
            _id = id - id % Stride;
            _place = _places[_id / Stride];
            if (_id == 0) _id = 1;
        }

        while (TryRead(out _, out uint info))
        {
            if (_id == id) return _place;
            Pass(info);
        }

        return -1;
    }

    private readonly bool TryRead(out uint name, out uint info)
    {
        name = info = 0;
        if (_types.Length - _place < MemberSize) return false;
        name = Word(_place);
        info = Word(_place + 4);
        return BtfSections.SizeOf(info) <= _types.Length - _place;
    }

    private void Pass(uint info)
    {
        _place += BtfSections.SizeOf(info);
        _id++;
        if (_id % Stride == 0) KeepPlace(_id, _place);
    }

    private void KeepPlace(uint id, int place)
    {
        if (id / Stride >= (uint)_places.Length) Array.Resize(ref _places, _places.Length * 2);
        _places[id / Stride] = place;
    }
}
