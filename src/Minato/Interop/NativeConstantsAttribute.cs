using System;

namespace Minato.Interop;

/// <summary>Marks a set of constants whose member names are the C names; the ABI test compares each with the header.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Enum)]
internal sealed class NativeConstantsAttribute(string header) : Attribute
{
    public string Header { get; } = header;
}
