using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Minato.Interop.Linux.SockDiag;

namespace Minato.Wire;

/// <summary>Walks the messages of one netlink datagram (linux/netlink.h). Never throws: see <see cref="Fault"/> after the walk.</summary>
internal ref struct NetlinkReader(ReadOnlySpan<byte> datagram)
{
    private ReadOnlySpan<byte> _rest = datagram;

    /// <summary>The first damage met, or none.</summary>
    public NetlinkFault Fault { get; private set; }

    /// <summary>The next message's header and payload; false at the end or at damage.</summary>
    public bool TryRead(out NlMsgHdr header, out ReadOnlySpan<byte> payload)
    {
        header = default;
        payload = default;
        if (_rest.IsEmpty || Fault != NetlinkFault.None) return false;
        if (_rest.Length < Unsafe.SizeOf<NlMsgHdr>()) return Stop(NetlinkFault.Truncated);

        header = MemoryMarshal.Read<NlMsgHdr>(_rest);
        if (header.nlmsg_len < Unsafe.SizeOf<NlMsgHdr>()) return Stop(NetlinkFault.BadLength);
        if (header.nlmsg_len > (uint)_rest.Length) return Stop(NetlinkFault.Truncated);

        int length = (int)header.nlmsg_len;
        payload = _rest[Unsafe.SizeOf<NlMsgHdr>()..length];
        _rest = _rest[Math.Min(Align(length), _rest.Length)..];
        return true;
    }

    /// <summary>Rounds up to the 4-byte boundary on which messages and attributes start.</summary>
    internal static int Align(int length) => (length + 3) & ~3;

    private bool Stop(NetlinkFault fault)
    {
        Fault = fault;
        return false;
    }
}
