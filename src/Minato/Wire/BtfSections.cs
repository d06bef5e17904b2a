using System;
using System.Runtime.InteropServices;
using Minato.Interop.Linux.Libc;

namespace Minato.Wire;

/// <summary>The two parts of BTF (linux/btf.h): types one after another, numbered from 1, and their names.</summary>
internal readonly ref struct BtfSections
{
    private const int Head = 24;
    private const int TypeHead = 12;

    private BtfSections(ReadOnlySpan<byte> types, ReadOnlySpan<byte> names)
    {
        Types = types;
        Names = names;
    }

    public ReadOnlySpan<byte> Types { get; }

    public ReadOnlySpan<byte> Names { get; }

    /// <summary>False when the bytes are no BTF.</summary>
    public static bool TryOpen(ReadOnlySpan<byte> btf, out BtfSections sections)
    {
        // magic, version, flags, hdr_len, type_off, type_len, str_off, str_len
        sections = default;
        if (btf.Length < Head || MemoryMarshal.Read<ushort>(btf) != Btf.BTF_MAGIC) return false;
        uint head = MemoryMarshal.Read<uint>(btf[4..]);
        if (!TrySection(btf, head, btf[8..], out ReadOnlySpan<byte> types) || !TrySection(btf, head, btf[16..], out ReadOnlySpan<byte> names)) return false;
        sections = new BtfSections(types, names);
        return true;
    }

    // By kind, what follows the head once and for each part. Kinds that are not known yet have nothing: their types cannot be passed.
    private static ReadOnlySpan<byte> Once => [0, 4, 0, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    private static ReadOnlySpan<byte> Each => [0, 0, 0, 0, 12, 12, 8, 0, 0, 0, 0, 0, 0, 8, 0, 12, 0, 0, 0, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    /// <summary>Bytes of a whole type, from the second word of its head: what kind, and how many parts.</summary>
    public static int SizeOf(uint info) => TypeHead + Once[KindOf(info)] + Each[KindOf(info)] * (int)(info & 0xFFFF);

    public static int KindOf(uint info) => (int)(info >> 24 & 0x1F);

    private static bool TrySection(ReadOnlySpan<byte> btf, uint head, ReadOnlySpan<byte> where, out ReadOnlySpan<byte> section)
    {
        section = default;
        ulong start = (ulong)head + MemoryMarshal.Read<uint>(where);
        ulong length = MemoryMarshal.Read<uint>(where[4..]);
        if (start + length > (ulong)btf.Length) return false;
        section = btf.Slice((int)start, (int)length);
        return true;
    }
}
