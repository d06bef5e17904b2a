using System;
using Minato.Interop.Linux.SockDiag;
using Minato.Model;
using Minato.Wire;

namespace Minato.Sources.Linux;

/// <summary>
/// A connection whose two ends are known: the kernel finds it by its hash and walks no table. It is believed only when it finds
/// one. Where it knows none, or only a listener for it, a socket that is bound to a device may have these ends: a dump tells.
/// </summary>
internal static class OneConnection
{
    // One row with all that can be asked.
    private const int ReceiveSize = 8 * 1024;

    private const uint Sequence = 1;

    /// <summary>False when the table is to be dumped: nothing was given.</summary>
    public static bool TryAppend(INetlinkChannelFactory factory, in TableRequest request, RowBuffer rows)
    {
        if (request is not { Table: SocketTable.Tcp, Filter.Connection: { } ends } || (request.Fields & SocketFields.Storage) != 0) return false;
        int errno = factory.Open(out INetlinkChannel channel);
        using (channel)
        {
            Span<byte> buffer = stackalloc byte[ReceiveSize];
            if (errno == 0) errno = channel.Send(OneSocketRequest.FindConnection(buffer, Sequence, ends.Local, ends.Peer, request.Fields));
            if (errno != 0) return false;

            Datagram datagram = channel.Receive(buffer, wait: true);
            if (datagram.Length <= 0 || datagram.IsCut || !datagram.IsFromKernel) return false;
            NetlinkReader reader = new(buffer[..datagram.Length]);
            return reader.TryRead(out NlMsgHdr header, out ReadOnlySpan<byte> payload) && header.nlmsg_seq == Sequence &&
                header.nlmsg_type == SockDiagConstants.SOCK_DIAG_BY_FAMILY && IsAsked(payload, request, ends) &&
                new DumpStep(request, null).TryAppend(payload, rows);
        }
    }

    private static bool IsAsked(ReadOnlySpan<byte> payload, in TableRequest request, (Endpoint Local, Endpoint Peer) ends)
    {
        SocketEntry row = default;
        if (!InetDiagDecoder.TryDecodeFixed(payload, Transport.Tcp, 0, ref row)) return false;
        IpFamilies family = row.Family == SocketFamily.Inet6 ? IpFamilies.V6 : IpFamilies.V4;
        return request.States.Contains(row.State) && (request.Families & family) != 0 &&
            row.LocalEnd.Port == ends.Local.Port && row.PeerEnd.Port == ends.Peer.Port &&
            IsSame(in row.LocalEnd.Addr, in ends.Local.Addr) && IsSame(in row.PeerEnd.Addr, in ends.Peer.Addr);
    }

    // A socket of both families writes an IPv4 address in IPv6 form.
    private static bool IsSame(in IpAddr told, in IpAddr asked) =>
        told.Equals(asked) || (told.IsV4Mapped && !asked.IsV6 && (uint)told.Low == (uint)asked.Low);
}
