using System.Collections.Generic;

namespace Minato.Model;

/// <summary>A map's value for a socket.</summary>
/// <param name="Map">The map's number.</param>
/// <param name="Start">Where it lies in the details.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="Skew">How far behind a multiple of eight it lay in the kernel's answer: libbpf writes pointers by it.</param>
internal readonly record struct StoredValue(uint Map, int Start, int Length, int Skew);

/// <summary>What the values of a BPF map are.</summary>
/// <param name="Size">Bytes of a value.</param>
/// <param name="Type">Its type; null when the map has none.</param>
internal sealed record StoredType(int Size, DataType? Type);

/// <summary>How a value is written.</summary>
internal enum DataKind : byte
{
    Signed,
    Unsigned,
    Pointer,
    Float,
    Enum,
    Array,
    Struct,
    Opaque,
}

/// <summary>A type of C as BTF tells it, seen through its typedefs and qualifiers.</summary>
internal sealed class DataType
{
    public required DataKind Kind { get; set; }

    /// <summary>As it is declared, with the typedef's name where it has one.</summary>
    public required string Name { get; set; }

    public int Size { get; set; }

    /// <summary>Whether a number of an enum that has no word may be negative.</summary>
    public bool IsSigned { get; init; }

    /// <summary>What an array is of.</summary>
    public DataType? Element { get; set; }

    public int Count { get; set; }

    public List<DataMember> Members { get; } = [];

    public List<(long Value, string Name)> Words { get; } = [];
}

/// <summary>A member of a struct or union.</summary>
/// <param name="Name">Its name; empty for one that has none.</param>
/// <param name="Type">Its type.</param>
/// <param name="BitOffset">Where it begins.</param>
/// <param name="Bits">How many bits of it are used, or 0 for all.</param>
internal sealed record DataMember(string Name, DataType Type, int BitOffset, int Bits);
