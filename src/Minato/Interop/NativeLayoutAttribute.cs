using System;

namespace Minato.Interop;

/// <summary>Names the C type that a struct mirrors; the ABI test has the C compiler prove every offset.</summary>
[AttributeUsage(AttributeTargets.Struct)]
internal sealed class NativeLayoutAttribute(string cType, string header) : Attribute
{
    public string CType { get; } = cType;

    public string Header { get; } = header;

    /// <summary>The member of the C type that holds our fields, or null when they are its own.</summary>
    public string? Within { get; init; }

    /// <summary>The C architecture macro under which the layout holds, or null when it is the same everywhere.</summary>
    public string? OnlyIf { get; init; }

    /// <summary>The C type goes on after our last field, so that its size is not ours: kernels append to it, or a tail follows.</summary>
    public bool IsPrefix { get; init; }
}
