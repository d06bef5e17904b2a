using System;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Minato.Interop.Linux.Libc;
using Minato.Interop.Linux.SockDiag;
using Minato.Model;

namespace Minato.Wire;

/// <summary>The typed requests that Minato sends to NETLINK_SOCK_DIAG, each a whole dump.</summary>
internal static class SockDiagRequest
{
    /// <summary>Enough for every request of this class.</summary>
    public const int MaxLength = 128;

    private const ushort DumpFlags = Interop.Linux.SockDiag.Netlink.NLM_F_REQUEST | Interop.Linux.SockDiag.Netlink.NLM_F_DUMP;

    /// <summary>TCP over IPv4 and IPv6 in one walk of the table.</summary>
    public static ReadOnlySpan<byte> TcpBothFamilies(Span<byte> buffer, uint sequence, StateSet states, SocketFields fields)
    {
        NetlinkWriter writer = new(buffer, InetDiag.TCPDIAG_GETSOCK, DumpFlags, sequence);
        writer.Append(new InetDiagReq { idiag_family = SocketConstants.AF_INET, idiag_ext = Extensions(fields), idiag_states = states.Mask });
        AddStorage(ref writer, fields);
        return writer.Message;
    }

    /// <summary>One internet family's sockets of one protocol.</summary>
    public static ReadOnlySpan<byte> Inet(
        Span<byte> buffer, uint sequence, SocketFamily family, ushort protocol, StateSet states, SocketFields fields)
    {
        NetlinkWriter writer = new(buffer, SockDiagConstants.SOCK_DIAG_BY_FAMILY, DumpFlags, sequence);
        writer.Append(new InetDiagReqV2
        {
            sdiag_family = family == SocketFamily.Inet6 ? (byte)SocketConstants.AF_INET6 : (byte)SocketConstants.AF_INET,
            sdiag_protocol = (byte)Math.Min(protocol, byte.MaxValue),
            idiag_ext = Extensions(fields),
            idiag_states = states.Mask,
        });

        // A number that does not fit goes as an attribute; kernels before 5.9 refuse it.
        uint wide = protocol;
        if (wide > byte.MaxValue) writer.AppendAttribute(InetDiag.INET_DIAG_REQ_PROTOCOL, MemoryMarshal.AsBytes(new ReadOnlySpan<uint>(in wide)));
        AddStorage(ref writer, fields);
        return writer.Message;
    }

    /// <summary>Narrows an internet request of this class that lies in the buffer: a port in its identity (0 is any), and a program.</summary>
    public static ReadOnlySpan<byte> AddFilter(Span<byte> buffer, int length, ushort localPort, ushort peerPort, ReadOnlySpan<byte> program)
    {
        ref NlMsgHdr header = ref MemoryMarshal.AsRef<NlMsgHdr>(buffer);
        Span<byte> fixedPart = buffer[Unsafe.SizeOf<NlMsgHdr>()..];
        ref InetDiagSockId id = ref header.nlmsg_type == InetDiag.TCPDIAG_GETSOCK
            ? ref MemoryMarshal.AsRef<InetDiagReq>(fixedPart).id
            : ref MemoryMarshal.AsRef<InetDiagReqV2>(fixedPart).id;
        id.idiag_sport = BinaryPrimitives.ReverseEndianness(localPort);
        id.idiag_dport = BinaryPrimitives.ReverseEndianness(peerPort);
        if (program.IsEmpty) return buffer[..length];

        NlAttr attribute = new() { nla_len = (ushort)(Unsafe.SizeOf<NlAttr>() + program.Length), nla_type = InetDiag.INET_DIAG_REQ_BYTECODE };
        MemoryMarshal.Write(buffer[length..], attribute);
        program.CopyTo(buffer[(length + Unsafe.SizeOf<NlAttr>())..]);
        length += NetlinkReader.Align(attribute.nla_len);
        header.nlmsg_len = (uint)length;
        return buffer[..length];
    }

    /// <summary>UNIX sockets of all types.</summary>
    public static ReadOnlySpan<byte> Unix(Span<byte> buffer, uint sequence, StateSet states, SocketFields fields)
    {
        uint show = UnixDiag.UDIAG_SHOW_NAME;
        if ((fields & SocketFields.UnixPeer) != 0) show |= UnixDiag.UDIAG_SHOW_PEER;
        if ((fields & SocketFields.UnixPending) != 0) show |= UnixDiag.UDIAG_SHOW_ICONS;
        if ((fields & SocketFields.UnixQueues) != 0) show |= UnixDiag.UDIAG_SHOW_RQLEN;
        if ((fields & SocketFields.UnixFile) != 0) show |= UnixDiag.UDIAG_SHOW_VFS;
        if ((fields & SocketFields.User) != 0) show |= UnixDiag.UDIAG_SHOW_UID;
        if ((fields & SocketFields.Memory) != 0) show |= UnixDiag.UDIAG_SHOW_MEMINFO;

        NetlinkWriter writer = new(buffer, SockDiagConstants.SOCK_DIAG_BY_FAMILY, DumpFlags, sequence);
        writer.Append(new UnixDiagReq
        {
            sdiag_family = SocketConstants.AF_UNIX,
            udiag_states = states.Mask,
            udiag_show = show,
        });
        return writer.Message;
    }

    // A nest of no map asks for the values of all.
    private static void AddStorage(ref NetlinkWriter writer, SocketFields fields)
    {
        const ushort All = Interop.Linux.SockDiag.Netlink.NLA_F_NESTED | InetDiag.INET_DIAG_REQ_SK_BPF_STORAGES;
        if ((fields & SocketFields.Storage) != 0) writer.AppendAttribute(All, []);
    }

    // A bit for each of the first eight attributes. VEGASINFO brings along what any congestion control tells, and TCLASS the
    // class id; what has no bit comes unasked.
    internal static byte Extensions(SocketFields fields)
    {
        int asked = 0;
        if ((fields & SocketFields.Memory) != 0) asked |= Bit(InetDiag.INET_DIAG_SKMEMINFO);
        if ((fields & SocketFields.Info) != 0) asked |= Bit(InetDiag.INET_DIAG_INFO) | Bit(InetDiag.INET_DIAG_VEGASINFO) | Bit(InetDiag.INET_DIAG_CONG);
        if ((fields & SocketFields.TrafficClass) != 0) asked |= Bit(InetDiag.INET_DIAG_TOS) | Bit(InetDiag.INET_DIAG_TCLASS);
        return (byte)asked;
    }

    private static int Bit(ushort attribute) => 1 << (attribute - 1);

    /// <summary>Packet sockets. Without its memory a row has no queue.</summary>
    public static ReadOnlySpan<byte> Packet(Span<byte> buffer, uint sequence, SocketFields fields)
    {
        uint show = PacketDiag.PACKET_SHOW_INFO | PacketDiag.PACKET_SHOW_MEMINFO;
        if ((fields & SocketFields.FamilyDetails) != 0) show |= PacketDiag.PACKET_SHOW_RING_CFG | PacketDiag.PACKET_SHOW_FANOUT;
        if ((fields & SocketFields.PacketFilter) != 0) show |= PacketDiag.PACKET_SHOW_FILTER;

        NetlinkWriter writer = new(buffer, SockDiagConstants.SOCK_DIAG_BY_FAMILY, DumpFlags, sequence);
        writer.Append(new PacketDiagReq { sdiag_family = SocketConstants.AF_PACKET, pdiag_show = show });
        return writer.Message;
    }

    /// <summary>Netlink sockets of all protocols. Without its memory a row has no queues.</summary>
    public static ReadOnlySpan<byte> Netlink(Span<byte> buffer, uint sequence, SocketFields fields)
    {
        uint show = NetlinkDiag.NDIAG_SHOW_MEMINFO;
        if ((fields & SocketFields.FamilyDetails) != 0) show |= NetlinkDiag.NDIAG_SHOW_GROUPS;

        NetlinkWriter writer = new(buffer, SockDiagConstants.SOCK_DIAG_BY_FAMILY, DumpFlags, sequence);
        writer.Append(new NetlinkDiagReq
        {
            sdiag_family = SocketConstants.AF_NETLINK,
            sdiag_protocol = NetlinkDiag.NDIAG_PROTO_ALL,
            ndiag_show = show,
        });
        return writer.Message;
    }

    /// <summary>Vsock sockets of all types.</summary>
    public static ReadOnlySpan<byte> Vsock(Span<byte> buffer, uint sequence, StateSet states)
    {
        NetlinkWriter writer = new(buffer, SockDiagConstants.SOCK_DIAG_BY_FAMILY, DumpFlags, sequence);
        writer.Append(new VsockDiagReq { sdiag_family = SocketConstants.AF_VSOCK, vdiag_states = states.Mask });
        return writer.Message;
    }

    /// <summary>TIPC sockets of all types.</summary>
    public static ReadOnlySpan<byte> Tipc(Span<byte> buffer, uint sequence, StateSet states)
    {
        NetlinkWriter writer = new(buffer, SockDiagConstants.SOCK_DIAG_BY_FAMILY, DumpFlags, sequence);
        writer.Append(new TipcSockDiagReq { sdiag_family = SocketConstants.AF_TIPC, tidiag_states = states.Mask });
        return writer.Message;
    }

    /// <summary>AF_XDP sockets. Without its memory a row has no queue.</summary>
    public static ReadOnlySpan<byte> Xdp(Span<byte> buffer, uint sequence, SocketFields fields)
    {
        uint show = XdpDiag.XDP_SHOW_INFO | XdpDiag.XDP_SHOW_MEMINFO;
        if ((fields & SocketFields.FamilyDetails) != 0) show |= XdpDiag.XDP_SHOW_RING_CFG | XdpDiag.XDP_SHOW_UMEM | XdpDiag.XDP_SHOW_STATS;

        NetlinkWriter writer = new(buffer, SockDiagConstants.SOCK_DIAG_BY_FAMILY, DumpFlags, sequence);
        writer.Append(new XdpDiagReq { sdiag_family = SocketConstants.AF_XDP, xdiag_show = show });
        return writer.Message;
    }
}
