using System;

namespace Minato.Interop;

/// <summary>Marks a field that holds bit-fields of C, which have no offset of their own that a compiler would tell.</summary>
[AttributeUsage(AttributeTargets.Field)]
internal sealed class NativeBitsAttribute : Attribute;
