using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Minato.Interop.Linux.SockDiag;

namespace Minato.Wire;

/// <summary>Writes one netlink message into the caller's bytes: the twin of <see cref="NetlinkReader"/> and <see cref="AttributeReader"/>.</summary>
internal ref struct NetlinkWriter
{
    private readonly Span<byte> _buffer;
    private int _length;

    public NetlinkWriter(Span<byte> buffer, ushort type, ushort flags, uint sequence)
    {
        _buffer = buffer;
        NlMsgHdr header = new() { nlmsg_type = type, nlmsg_flags = flags, nlmsg_seq = sequence };
        Append(header);
    }

    /// <summary>The message so far, its length filled in.</summary>
    public readonly ReadOnlySpan<byte> Message
    {
        get
        {
            uint length = (uint)_length;
            MemoryMarshal.Write(_buffer, length);
            return _buffer[.._length];
        }
    }

    public void Append<T>(in T value)
        where T : unmanaged
    {
        MemoryMarshal.Write(_buffer[_length..], value);
        Advance(Unsafe.SizeOf<T>());
    }

    public void AppendAttribute(ushort type, scoped ReadOnlySpan<byte> value)
    {
        Append(new NlAttr { nla_len = (ushort)(Unsafe.SizeOf<NlAttr>() + value.Length), nla_type = type });
        value.CopyTo(_buffer[_length..]);
        Advance(value.Length);
    }

    private void Advance(int written)
    {
        int end = _length + written;
        _length = NetlinkReader.Align(end);
        _buffer[end.._length].Clear();
    }
}
