using System;
using Minato.Interop.Linux;
using Minato.Interop.Linux.SockDiag;
using Minato.Model;
using Minato.Wire;

namespace Minato.Sources.Linux;

/// <summary>
/// The kernel's answer to a dump of TCP sockets, byte for byte, as <c>ss -D</c> writes it: the whole dump of one family and
/// then that of the other, each with its own end mark.
/// </summary>
/// <param name="netlink">Opens channels to the kernel.</param>
/// <param name="write">Takes the bytes as they come; false when they could not be kept.</param>
internal sealed class DiagDump(INetlinkChannelFactory netlink, Func<ReadOnlyMemory<byte>, bool> write)
{
    // The kernel builds dump datagrams of at most 32 KiB, or of the reader's buffer where that is less.
    private const int ReceiveSize = 32 * 1024;

    // In a file every message is filled up to its boundary; in a datagram the last may lack those bytes.
    private readonly byte[] _buffer = new byte[ReceiveSize + 4];

    /// <summary>0, or the error number that broke the dump. Whether writing failed the writer knows.</summary>
    public int Run(in TableRequest request)
    {
        int errno = 0;
        if ((request.Families & IpFamilies.V4) != 0) errno = Run(new DumpStep(request, SocketFamily.Inet));
        if (errno == 0 && (request.Families & IpFamilies.V6) != 0) errno = Run(new DumpStep(request, SocketFamily.Inet6));
        return errno;
    }

    private int Run(in DumpStep step)
    {
        const uint Sequence = 1;
        int errno = netlink.Open(out INetlinkChannel channel);
        using (channel)
        {
            Span<byte> request = stackalloc byte[SockDiagRequest.MaxLength];
            if (errno == 0) errno = channel.Send(step.WriteRequest(request, Sequence));
            while (errno == 0)
            {
                Datagram datagram = channel.Receive(_buffer.AsSpan(0, ReceiveSize), wait: true);
                if (datagram.Length <= 0) return datagram.Length == 0 ? Errno.EIO : -datagram.Length;
                if (!datagram.IsFromKernel) continue;
                if (datagram.IsCut) return Errno.ENOBUFS;

                int length = NetlinkReader.Align(datagram.Length);
                _buffer.AsSpan(datagram.Length, length - datagram.Length).Clear();
                bool isEnd = IsEnd(_buffer.AsSpan(0, datagram.Length), Sequence, out errno);
                if (!write(_buffer.AsMemory(0, length)) || isEnd) return errno;
            }
        }

        return errno;
    }

    private static bool IsEnd(ReadOnlySpan<byte> datagram, uint sequence, out int errno)
    {
        errno = 0;
        NetlinkReader reader = new(datagram);
        while (reader.TryRead(out NlMsgHdr header, out ReadOnlySpan<byte> payload))
        {
            if (header.nlmsg_seq != sequence || header.nlmsg_type is not (Netlink.NLMSG_DONE or Netlink.NLMSG_ERROR)) continue;
            errno = -NetlinkError.Read(payload);
            return true;
        }

        return false;
    }
}
