using System;
using System.Collections.Generic;
using Minato.Interop.Linux.Libc;

namespace Minato.Naming;

/// <summary>Interface index → name, each asked of the kernel once.</summary>
internal sealed class InterfaceNames
{
    private readonly Dictionary<uint, byte[]> _names = [];

    public bool TryFind(uint index, out ReadOnlySpan<byte> name)
    {
        if (!_names.TryGetValue(index, out byte[]? known))
        {
            Span<byte> buffer = stackalloc byte[IfIndexToName.NameSize];
            known = buffer[..IfIndexToName.Call(index, buffer)].ToArray();
            _names.Add(index, known);
        }

        name = known;
        return known.Length != 0;
    }
}
