using System;
using System.Runtime.InteropServices;

namespace Minato.Wire;

/// <summary>The number at the head of NLMSG_ERROR and NLMSG_DONE payloads: 0, or a negated errno (linux/netlink.h, nlmsgerr).</summary>
internal static class NetlinkError
{
    /// <summary>Never positive; a payload too short to hold the number is an acknowledgement (0).</summary>
    public static int Read(ReadOnlySpan<byte> payload) =>
        MemoryMarshal.TryRead(payload, out int number) && number < 0 ? number : 0;
}
