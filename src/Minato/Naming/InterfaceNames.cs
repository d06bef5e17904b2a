using System;
using System.Collections.Generic;
using System.Text;
using Minato.Interop.Linux.Libc;

namespace Minato.Naming;

/// <summary>Interface index → name, each asked of the kernel once.</summary>
internal sealed class InterfaceNames
{
    // Beyond that they are asked again: a host with so many has them in rows that follow each other.
    private const int Most = 4096;

    private readonly Dictionary<uint, byte[]> _names = [];

    /// <summary>An interface's index, or 0 when there is none of that name.</summary>
    public static uint FindIndex(string name) => IfNameToIndex.Call(Encoding.UTF8.GetBytes(name));

    public bool TryFind(uint index, out ReadOnlySpan<byte> name)
    {
        if (!_names.TryGetValue(index, out byte[]? known))
        {
            Span<byte> buffer = stackalloc byte[IfIndexToName.NameSize];
            known = buffer[..IfIndexToName.Call(index, buffer)].ToArray();
            if (_names.Count == Most) _names.Clear();
            _names.Add(index, known);
        }

        name = known;
        return known.Length != 0;
    }
}
