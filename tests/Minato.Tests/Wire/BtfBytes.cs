using System.Collections.Generic;
using System.Text;

namespace Minato.Tests.Wire;

/// <summary>BTF put together by hand (linux/btf.h), without the code under test.</summary>
internal sealed class BtfBytes
{
    private readonly List<byte> _types = [];
    private readonly List<byte> _names = [0];

    /// <summary>Appends a type: its name, kind, count, flag, size or type, and the words that follow.</summary>
    public BtfBytes Type(string name, int kind, uint size, int count = 0, bool flag = false, params uint[] words)
    {
        Word(Name(name));
        Word((uint)kind << 24 | (uint)count | (flag ? 1u << 31 : 0));
        Word(size);
        foreach (uint word in words) Word(word);
        return this;
    }

    /// <summary>The place of a name.</summary>
    public uint Name(string name)
    {
        if (name.Length == 0) return 0;
        uint at = (uint)_names.Count;
        _names.AddRange(Encoding.ASCII.GetBytes(name + "\0"));
        return at;
    }

    public byte[] ToBytes() =>
    [
        0x9F, 0xEB, 1, 0, .. NetlinkBytes.U32(24),
        .. NetlinkBytes.U32(0), .. NetlinkBytes.U32((uint)_types.Count),
        .. NetlinkBytes.U32((uint)_types.Count), .. NetlinkBytes.U32((uint)_names.Count),
        .. _types, .. _names,
    ];

    private void Word(uint word) => _types.AddRange(NetlinkBytes.U32(word));
}
