using System;
using Minato.Model;

namespace Minato.Wire;

/// <summary>What can be an interface's name (Linux, net/core/dev.c: dev_valid_name).</summary>
internal static class InterfaceName
{
    /// <summary>At most 15 bytes, of which none ends a C string.</summary>
    public static bool IsOne(ReadOnlySpan<byte> name) => name.Length is > 0 and <= ShortName.MaxLength && !name.Contains((byte)0);
}
