using System.Collections.Generic;

namespace Minato.Tests.Architecture;

/// <summary>One use of a type, and the member in which it stands (empty for base types, interfaces and attributes of the type).</summary>
internal readonly record struct Use(string Member, TypeName Type);

/// <summary>What the metadata says of a type.</summary>
internal sealed record CompiledType(TypeName Name, IReadOnlyList<Use> Uses)
{
    /// <summary>A struct or an enum.</summary>
    public required bool IsValueType { get; init; }

    /// <summary>A record class.</summary>
    public required bool IsRecord { get; init; }

    /// <summary>Made by the compiler for its own ends: such a type belongs to no room.</summary>
    public required bool IsCompilerGenerated { get; init; }

    /// <summary>A class of constants that a C header defines.</summary>
    public required bool HoldsNativeConstants { get; init; }

    /// <summary>Names of the native functions that it declares.</summary>
    public required IReadOnlyList<string> NativeImports { get; init; }
}
