using System;
using System.Runtime.InteropServices;
using Minato.Interop.Linux;
using Minato.Interop.Linux.Libc;
using Minato.Interop.Linux.SockDiag;
using Minato.Model;
using Minato.Wire;

namespace Minato.Actions;

/// <summary>
/// Closes internet sockets by SOCK_DESTROY (since Linux 4.5, where CONFIG_INET_DIAG_DESTROY is set). Each is named by the cookie
/// it was listed with: what has taken its addresses meanwhile stays.
/// </summary>
internal sealed class SocketDestroyer : IDisposable
{
    // An acknowledgement repeats the request; an answer is one socket without the parts that must be asked.
    private readonly byte[] _buffer = new byte[8 * 1024];
    private SafeFd? _socket;
    private uint _sequence;

    /// <summary>The error behind the last <see cref="DestroyResult.Refused"/>, in English.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Whether the last refusal was for want of a privilege.</summary>
    public bool LacksPrivilege { get; private set; }

    public DestroyResult Destroy(in SocketEntry socket)
    {
        // A row of /proc has no cookie, and whatever has its addresses by now would be closed.
        if (socket.Id.Kind != SocketIdKind.Cookie) return DestroyResult.Nameless;

        Span<byte> request = stackalloc byte[OneSocketRequest.MaxLength];
        int errno = Ask(OneSocketRequest.Destroy(request, ++_sequence, socket), out _);
        if (errno == 0) return DestroyResult.Closed;
        if (errno == Errno.ENOENT) return DestroyResult.Gone;
        if (errno == Errno.EOPNOTSUPP) return DestroyResult.Unsupported;
        Reason = ErrnoText.Of(errno);
        LacksPrivilege = errno == Errno.EPERM;
        return DestroyResult.Refused;
    }

    /// <summary>Whether the socket is still listed, and in which state. A socket that cannot be looked up counts as gone.</summary>
    public bool IsListed(in SocketEntry socket, out SocketState state)
    {
        Span<byte> request = stackalloc byte[OneSocketRequest.MaxLength];
        SocketEntry found = default;
        state = default;
        int errno = Ask(OneSocketRequest.Find(request, ++_sequence, socket), out ReadOnlySpan<byte> answer);
        if (errno != 0 || !InetDiagDecoder.TryDecodeFixed(answer, socket.Transport, 0, ref found)) return false;
        state = found.State;
        return true;
    }

    public void Dispose() => _socket?.Dispose();

    // The kernel answers while the request is being sent: there is nothing to wait for.
    private int Ask(ReadOnlySpan<byte> request, out ReadOnlySpan<byte> answer)
    {
        answer = default;
        int errno = _socket is null ? Socket.Call(SocketConstants.AF_NETLINK, SocketConstants.SOCK_RAW, Netlink.NETLINK_SOCK_DIAG, out _socket) : 0;
        if (errno != 0)
        {
            _socket = null;
            return errno;
        }

        SockAddrNl kernel = new() { nl_family = SocketConstants.AF_NETLINK };
        int sent = SendTo.Call(_socket!, request, MemoryMarshal.AsBytes(new ReadOnlySpan<SockAddrNl>(in kernel)));
        return sent < 0 ? -sent : Receive(out answer);
    }

    private int Receive(out ReadOnlySpan<byte> answer)
    {
        answer = default;
        while (true)
        {
            SockAddrNl sender = default;
            int length = RecvMsg.Call(_socket!, _buffer, MemoryMarshal.AsBytes(new Span<SockAddrNl>(ref sender)), 0, out bool cut);
            if (length <= 0) return length == 0 ? Errno.EIO : -length;
            if (sender.nl_pid != 0) continue;
            if (cut) return Errno.ENOBUFS;

            NetlinkReader reader = new(_buffer.AsSpan(0, length));
            while (reader.TryRead(out NlMsgHdr header, out ReadOnlySpan<byte> payload))
            {
                if (header.nlmsg_seq != _sequence) continue;
                if (header.nlmsg_type == Netlink.NLMSG_ERROR) return -NetlinkError.Read(payload);
                answer = payload;
                return 0;
            }
        }
    }
}
