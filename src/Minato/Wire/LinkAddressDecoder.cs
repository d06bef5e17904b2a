using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Minato.Interop.Linux.Libc;
using Minato.Interop.Linux.Routing;
using Minato.Model;
using Minato.Model.Network;

namespace Minato.Wire;

/// <summary>One RTM_NEWADDR message of rtnetlink(7): an address and the number of its interface.</summary>
internal static class LinkAddressDecoder
{
    /// <summary>False for a message that is not whole; <paramref name="index"/> is 0 for an address of another family.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> payload, out uint index, out InterfaceAddress address)
    {
        index = 0;
        address = default;
        if (!MemoryMarshal.TryRead(payload, out IfAddrMsg head)) return false;
        int size = head.ifa_family switch
        {
            SocketConstants.AF_INET => 4,
            SocketConstants.AF_INET6 => 16,
            _ => 0,
        };
        if (size == 0) return true;

        AttributeReader reader = new(payload[Unsafe.SizeOf<IfAddrMsg>()..]);
        IpAddr? local = null;
        IpAddr? far = null;
        IpAddr? broadcast = null;
        uint flags = head.ifa_flags;
        byte[]? label = null;
        while (reader.TryRead())
        {
            switch (reader.Type)
            {
                case IfAddrAttribute.IFA_LOCAL: local = Read(reader.Value, size); break;
                case IfAddrAttribute.IFA_ADDRESS: far = Read(reader.Value, size); break;
                case IfAddrAttribute.IFA_BROADCAST: broadcast = Read(reader.Value, size); break;
                case IfAddrAttribute.IFA_LABEL: label = LinkDecoder.ReadName(reader.Value); break;
                case IfAddrAttribute.IFA_FLAGS:
                    if (reader.TryUInt32(out uint all)) flags = all;
                    break;
            }
        }

        if (reader.Fault != NetlinkFault.None || head.ifa_prefixlen > size * 8 || (local ?? far) is not { } own) return false;

        // IFA_ADDRESS is the prefix's address: the other end where there is one, else the own again.
        index = head.ifa_index;
        address = new InterfaceAddress(own, head.ifa_prefixlen, far is { } other && !other.Equals(own) ? other : null, broadcast, head.ifa_scope, flags)
        {
            Label = label,
        };
        return true;
    }

    private static IpAddr? Read(ReadOnlySpan<byte> value, int size) => value.Length >= size ? IpAddr.FromBytes(value[..size]) : null;
}
