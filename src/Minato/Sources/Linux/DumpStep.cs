using System;
using Minato.Filter.Kernel;
using Minato.Interop.Linux.SockDiag;
using Minato.Model;
using Minato.Wire;

namespace Minato.Sources.Linux;

/// <summary>One dump: a request to the kernel, and how its rows are read.</summary>
/// <param name="Request">What is wanted.</param>
/// <param name="Family">The family asked; null asks for both internet families in one walk (TCP only).</param>
internal readonly record struct DumpStep(TableRequest Request, SocketFamily? Family)
{
    /// <summary>What an internet socket keeps in its details.</summary>
    public const SocketFields InDetails =
        SocketFields.Memory | SocketFields.Info | SocketFields.TrafficClass | SocketFields.InetOptions | SocketFields.Storage;

    /// <summary>States whose TCP sockets are in tables of their own, which come first in every dump; all others are in the table of connections.</summary>
    public static StateSet OwnTables => StateSet.Of(SocketState.Listen) | StateSet.Of(SocketState.BoundInactive);

    /// <summary>
    /// The states to ask the kernel for. A TCP socket in CLOSED is in none of the tables that a dump walks, yet asking
    /// for it makes the kernel walk the whole connection table: of "listening" only LISTEN is asked (BENCH tln-100k).
    /// </summary>
    public StateSet KernelStates => Request.Table switch
    {
        SocketTable.Tcp => Request.States.Without(StateSet.Of(SocketState.Closed)),

        // These have one state, and their requests none.
        SocketTable.Packet or SocketTable.Netlink or SocketTable.Xdp => Request.States & StateSet.Of(SocketState.Closed),
        _ => Request.States,
    };

    /// <summary>How many bytes the request may need.</summary>
    public int RequestLength => SockDiagRequest.MaxLength + (KernelFilter?.Program.Length ?? 0);

    /// <summary>The filter for the kernel, where the table has one.</summary>
    public KernelFilter? KernelFilter => Request.Table is SocketTable.Unix or >= SocketTable.Packet ? null : Request.Filter;

    /// <summary>The same step with another filter for the kernel.</summary>
    public DumpStep With(KernelFilter? filter) => this with { Request = Request with { Filter = filter } };

    /// <summary>The same step for other states.</summary>
    public DumpStep With(StateSet states) => this with { Request = Request with { States = states } };

    /// <summary>The request with its filter.</summary>
    public ReadOnlySpan<byte> WriteFiltered(Span<byte> buffer, uint sequence)
    {
        ReadOnlySpan<byte> request = WriteRequest(buffer, sequence);
        return KernelFilter is { } filter
            ? SockDiagRequest.AddFilter(buffer, request.Length, filter.LocalPort, filter.PeerPort, filter.Program.Span)
            : request;
    }

    public ReadOnlySpan<byte> WriteRequest(Span<byte> buffer, uint sequence) => Request.Table switch
    {
        SocketTable.Unix => SockDiagRequest.Unix(buffer, sequence, KernelStates, Request.Fields),
        SocketTable.Packet => SockDiagRequest.Packet(buffer, sequence, Request.Fields),
        SocketTable.Netlink => SockDiagRequest.Netlink(buffer, sequence, Request.Fields),
        SocketTable.Vsock => SockDiagRequest.Vsock(buffer, sequence, KernelStates),
        SocketTable.Tipc => SockDiagRequest.Tipc(buffer, sequence, KernelStates),
        SocketTable.Xdp => SockDiagRequest.Xdp(buffer, sequence, Request.Fields),
        SocketTable.Tcp when Family is null => SockDiagRequest.TcpBothFamilies(buffer, sequence, KernelStates, Request.Fields),
        _ => SockDiagRequest.Inet(buffer, sequence, Family ?? SocketFamily.Inet, Protocol, KernelStates, Request.Fields),
    };

    /// <summary>Decodes one message into the buffer's next row. False when the message is damaged.</summary>
    public bool TryAppend(ReadOnlySpan<byte> payload, RowBuffer rows)
    {
        if (Request.Table == SocketTable.Unix) return TryAppendUnix(payload, rows);
        if (Request.Table >= SocketTable.Packet) return TryAppendOther(payload, rows);
        if (!InetDiagDecoder.TryDecodeFixed(payload, Request.InetTransport, Request.NetNamespace, ref rows.Next)) return false;
        SocketDetails? details = (Request.Fields & InDetails) != 0 ? rows.AddDetails() : null;
        if (!InetDiagDecoder.TryDecodeAttributes(payload, Request.Fields, details, ref rows.Next)) return false;
        rows.Commit();
        return true;
    }

    private bool TryAppendUnix(ReadOnlySpan<byte> payload, RowBuffer rows)
    {
        ref SocketEntry row = ref rows.Next;
        row = default;
        SocketDetails? details = (Request.Fields & SocketFields.Memory) == 0 ? null : rows.AddDetails();
        if (!UnixDiagDecoder.TryDecode(payload, Request.Fields, Request.NetNamespace, ref row, details, out ReadOnlySpan<byte> path, out ReadOnlySpan<byte> pending))
            return false;
        if (Request.Wants(row.Transport)) rows.Commit(path, pending);
        return true;
    }

    private bool TryAppendOther(ReadOnlySpan<byte> payload, RowBuffer rows)
    {
        const SocketFields OfFamilies = SocketFields.Memory | SocketFields.FamilyDetails | SocketFields.PacketFilter;

        ref SocketEntry row = ref rows.Next;
        row = default;
        SocketDetails? details = (Request.Fields & OfFamilies) == 0 ? null : rows.AddDetails();
        bool isWhole = Request.Table switch
        {
            SocketTable.Packet => PacketDiagDecoder.TryDecode(payload, Request.NetNamespace, ref row, details),
            SocketTable.Netlink => NetlinkDiagDecoder.TryDecode(payload, Request.NetNamespace, ref row, details),
            SocketTable.Vsock => VsockDiagDecoder.TryDecode(payload, Request.NetNamespace, ref row),
            SocketTable.Tipc => TipcDiagDecoder.TryDecode(payload, Request.NetNamespace, ref row, details),
            _ => XdpDiagDecoder.TryDecode(payload, Request.NetNamespace, ref row, details),
        };
        if (isWhole && Request.Wants(row.Transport)) rows.Commit();
        return isWhole;
    }

    private ushort Protocol => Request.Table switch
    {
        SocketTable.Mptcp => InternetProtocol.IPPROTO_MPTCP,
        SocketTable.Sctp => InternetProtocol.IPPROTO_SCTP,
        SocketTable.Dccp => InternetProtocol.IPPROTO_DCCP,
        SocketTable.Udp => InternetProtocol.IPPROTO_UDP,
        SocketTable.UdpLite => InternetProtocol.IPPROTO_UDPLITE,
        SocketTable.Raw => InternetProtocol.IPPROTO_RAW,
        _ => InternetProtocol.IPPROTO_TCP,
    };
}
