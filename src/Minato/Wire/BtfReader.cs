using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Text;
using Minato.Interop.Linux.Libc;
using Minato.Model;

namespace Minato.Wire;

/// <summary>Reads a type out of the kernel's BTF (linux/btf.h): a head, types one after another, and their names.</summary>
internal ref struct BtfReader
{
    // Deeper than any type that a person wrote; a cycle could only be made by damage.
    private const int MaxDepth = 32;

    // Parts of one value's type: more would fill screens.
    private const int MaxParts = 10_000;

    private readonly ReadOnlySpan<byte> _types;
    private readonly ReadOnlySpan<byte> _names;
    private readonly List<int> _places;
    private int _parts;

    private BtfReader(ReadOnlySpan<byte> types, ReadOnlySpan<byte> names, List<int> places)
    {
        _types = types;
        _names = names;
        _places = places;
    }

    /// <summary>Null when the bytes are no BTF or the type is none that has values.</summary>
    public static DataType? Read(ReadOnlySpan<byte> btf, uint id)
    {
        if (!BtfSections.TryOpen(btf, out BtfSections sections)) return null;
        return TryFindPlaces(sections.Types, out List<int> places) ? new BtfReader(sections.Types, sections.Names, places).Resolve(id, depth: 0) : null;
    }

    // Types are numbered from 1 in the order they come; 0 is void.
    private static bool TryFindPlaces(ReadOnlySpan<byte> types, out List<int> places)
    {
        places = [-1];
        int at = 0;
        while (at + 12 <= types.Length)
        {
            uint info = MemoryMarshal.Read<uint>(types[(at + 4)..]);
            places.Add(at);
            at += BtfSections.SizeOf(info);
        }

        return at == types.Length;
    }

    private readonly uint Word(int at) => MemoryMarshal.Read<uint>(_types[at..]);

    private readonly string Text(uint at)
    {
        if (at >= (uint)_names.Length) return "";
        ReadOnlySpan<byte> rest = _names[(int)at..];
        int end = rest.IndexOf((byte)0);
        return Encoding.Latin1.GetString(end < 0 ? rest : rest[..end]);
    }

    private DataType? Resolve(uint id, int depth)
    {
        if (id == 0 || id >= (uint)_places.Count || depth > MaxDepth || ++_parts > MaxParts) return null;
        int at = _places[(int)id];
        string name = Text(Word(at));
        uint info = Word(at + 4);
        uint sizeOrType = Word(at + 8);
        int kind = (int)(info >> 24 & 0x1F);
        int count = (int)(info & 0xFFFF);
        bool isNumber = kind is Btf.BTF_KIND_INT or Btf.BTF_KIND_FLOAT or Btf.BTF_KIND_ENUM or Btf.BTF_KIND_ENUM64;
        if (isNumber ? !uint.IsPow2(sizeOrType) || sizeOrType > 16 : sizeOrType > int.MaxValue) return null;
        switch (kind)
        {
            case Btf.BTF_KIND_INT:
                bool isSigned = (Word(at + 12) >> 24 & Btf.BTF_INT_SIGNED) != 0;
                return new DataType { Kind = isSigned ? DataKind.Signed : DataKind.Unsigned, Name = name, Size = (int)sizeOrType };
            case Btf.BTF_KIND_FLOAT:
                return new DataType { Kind = DataKind.Float, Name = name, Size = (int)sizeOrType };
            case Btf.BTF_KIND_PTR:
                return new DataType { Kind = DataKind.Pointer, Name = PointerName(sizeOrType, depth), Size = sizeof(ulong) };
            case Btf.BTF_KIND_ARRAY:
                return ResolveArray(Word(at + 12), (int)Word(at + 20), depth);
            case Btf.BTF_KIND_STRUCT or Btf.BTF_KIND_UNION:
                string keyword = kind == Btf.BTF_KIND_STRUCT ? "struct" : "union";
                DataType whole = new() { Kind = DataKind.Struct, Name = name.Length == 0 ? keyword : keyword + " " + name, Size = (int)sizeOrType };
                return AddMembers(whole, at + 12, count, hasBits: info >> 31 != 0, depth) ? whole : null;
            case Btf.BTF_KIND_ENUM or Btf.BTF_KIND_ENUM64:
                DataType choice = new()
                {
                    Kind = DataKind.Enum,
                    Name = name.Length == 0 ? "enum" : "enum " + name,
                    Size = (int)sizeOrType,
                    IsSigned = info >> 31 != 0,
                };
                AddWords(choice, at + 12, count, isWide: kind == Btf.BTF_KIND_ENUM64);
                return choice;
            case Btf.BTF_KIND_TYPEDEF:
                DataType? meant = Resolve(sizeOrType, depth + 1);
                if (meant is not null) meant.Name = name;
                return meant;
            case Btf.BTF_KIND_VOLATILE or Btf.BTF_KIND_CONST or Btf.BTF_KIND_RESTRICT or Btf.BTF_KIND_TYPE_TAG:
                return Resolve(sizeOrType, depth + 1);
            default:
                return null;
        }
    }

    private DataType? ResolveArray(uint of, int count, int depth)
    {
        DataType? element = Resolve(of, depth + 1);
        if (element is null || count < 0 || (long)count * element.Size > int.MaxValue) return null;

        // `char[2][3]` is two of `char[3]`: the outer number comes first.
        int inner = element.Kind == DataKind.Array ? element.Name.IndexOf('[', StringComparison.Ordinal) : -1;
        string name = inner < 0 ? element.Name + "[" + count + "]" : element.Name[..inner] + "[" + count + "]" + element.Name[inner..];
        return new DataType { Kind = DataKind.Array, Name = name, Size = count * element.Size, Element = element, Count = count };
    }

    // What a pointer leads to is never followed: its name is all that is shown.
    private readonly string PointerName(uint target, int depth)
    {
        string name = "void";
        if (target != 0 && target < (uint)_places.Count)
        {
            int at = _places[(int)target];
            string own = Text(Word(at));
            name = (int)(Word(at + 4) >> 24 & 0x1F) switch
            {
                Btf.BTF_KIND_PTR when depth < MaxDepth => PointerName(Word(at + 8), depth + 1),
                Btf.BTF_KIND_STRUCT => "struct " + own,
                Btf.BTF_KIND_FWD => (Word(at + 4) >> 31 != 0 ? "union " : "struct ") + own,
                Btf.BTF_KIND_UNION => "union " + own,
                Btf.BTF_KIND_ENUM or Btf.BTF_KIND_ENUM64 => "enum " + own,
                Btf.BTF_KIND_VOLATILE or Btf.BTF_KIND_CONST or Btf.BTF_KIND_RESTRICT or Btf.BTF_KIND_TYPE_TAG when depth < MaxDepth =>
                    PointerName(Word(at + 8), depth + 1).TrimEnd('*', ' '),
                _ => own.Length == 0 ? "void" : own,
            };
        }

        return name.EndsWith('*') ? name + "*" : name + " *";
    }

    private bool AddMembers(DataType whole, int at, int count, bool hasBits, int depth)
    {
        for (int i = 0; i < count; i++, at += 12)
        {
            DataType? type = Resolve(Word(at + 4), depth + 1);
            if (type is null) return false;
            uint offset = Word(at + 8);
            int start = (int)(hasBits ? offset & 0xFFFFFF : offset);
            int bits = hasBits ? (int)(offset >> 24) : 0;
            long end = bits == 0 ? start / 8 + (long)type.Size : ((long)start + bits + 7) / 8;
            if (start < 0 || end > whole.Size || (bits != 0 && type.Kind is DataKind.Array or DataKind.Struct)) return false;
            whole.Members.Add(new DataMember(Text(Word(at)), type, start, bits));
        }

        return true;
    }

    private readonly void AddWords(DataType choice, int at, int count, bool isWide)
    {
        for (int i = 0; i < count; i++, at += isWide ? 12 : 8)
            choice.Words.Add((isWide ? (long)(Word(at + 4) | (ulong)Word(at + 8) << 32) : (int)Word(at + 4), Text(Word(at))));
    }
}
