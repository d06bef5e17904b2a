using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Minato.Interop.Linux.SockDiag;

namespace Minato.Wire;

/// <summary>
/// Walks netlink attributes. Unknown types, short and long values are ordinary input: the typed getters give 0 or false
/// for a value that is too short and ignore what a newer kernel appended.
/// </summary>
internal ref struct AttributeReader(ReadOnlySpan<byte> attributes)
{
    private ReadOnlySpan<byte> _rest = attributes;

    /// <summary>The first damage met, or none.</summary>
    public NetlinkFault Fault { get; private set; }

    /// <summary>Type of the attribute just read, without its flag bits.</summary>
    public ushort Type { get; private set; }

    /// <summary>Value of the attribute just read.</summary>
    public ReadOnlySpan<byte> Value { get; private set; }

    public bool TryRead()
    {
        // Up to three padding bytes may follow the last attribute.
        if (_rest.Length < Unsafe.SizeOf<NlAttr>() || Fault != NetlinkFault.None) return false;

        NlAttr head = MemoryMarshal.Read<NlAttr>(_rest);
        if (head.nla_len < Unsafe.SizeOf<NlAttr>() || head.nla_len > _rest.Length)
        {
            Fault = head.nla_len > _rest.Length ? NetlinkFault.Truncated : NetlinkFault.BadLength;
            return false;
        }

        Type = (ushort)(head.nla_type & Netlink.NLA_TYPE_MASK);
        Value = _rest[Unsafe.SizeOf<NlAttr>()..head.nla_len];
        _rest = _rest[Math.Min(NetlinkReader.Align(head.nla_len), _rest.Length)..];
        return true;
    }

    public readonly bool TryByte(out byte value)
    {
        value = Value.Length >= 1 ? Value[0] : (byte)0;
        return Value.Length >= 1;
    }

    public readonly bool TryUInt32(out uint value) => MemoryMarshal.TryRead(Value, out value);

    public readonly bool TryUInt64(out ulong value) => MemoryMarshal.TryRead(Value, out value);

    public readonly bool TryStruct<T>(out T value)
        where T : unmanaged => MemoryMarshal.TryRead(Value, out value);
}
