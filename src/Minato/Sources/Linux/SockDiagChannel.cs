using System;
using System.Runtime.InteropServices;
using Minato.Interop.Linux;
using Minato.Interop.Linux.Libc;
using Minato.Interop.Linux.SockDiag;
using Minato.Wire;

namespace Minato.Sources.Linux;

/// <summary>A NETLINK_SOCK_DIAG socket (sock_diag(7)).</summary>
internal sealed class SockDiagChannel(SafeFd socket) : INetlinkChannel
{
    // Together a second: longer than any kernel takes for a datagram of a dump.
    private const int MaxAttempts = 10;
    private const int WaitMs = 100;

    public int Send(ReadOnlySpan<byte> request)
    {
        SockAddrNl kernel = new() { nl_family = SocketConstants.AF_NETLINK };
        int sent = SendTo.Call(socket, request, MemoryMarshal.AsBytes(new ReadOnlySpan<SockAddrNl>(in kernel)));
        return sent < 0 ? -sent : 0;
    }

    public void ShowRoom(Span<byte> buffer)
    {
        Span<byte> message = stackalloc byte[32];
        if (Send(new NetlinkWriter(message, Netlink.NLMSG_NOOP, Netlink.NLM_F_REQUEST | Netlink.NLM_F_ACK, 0).Message) == 0) Receive(buffer, wait: true);
    }

    public Datagram Receive(Span<byte> buffer, bool wait)
    {
        SockAddrNl sender = default;
        int flags = wait ? 0 : SocketConstants.MSG_DONTWAIT;
        for (int attempt = 1; ; attempt++)
        {
            int length = RecvMsg.Call(socket, buffer, MemoryMarshal.AsBytes(new Span<SockAddrNl>(ref sender)), flags, out bool cut);
            if (!wait || length != -Errno.EAGAIN || attempt == MaxAttempts) return new Datagram(length, cut, sender.nl_pid == 0);

            // A receive that was told to wait has nothing to say "again" about; a sandbox between may. Nothing is lost by it.
            Poll.WaitReadable(socket, WaitMs);
        }
    }

    public void Dispose() => socket.Dispose();
}

/// <summary>Opens NETLINK_SOCK_DIAG sockets.</summary>
internal sealed class SockDiagChannelFactory : INetlinkChannelFactory
{
    // A megabyte of answers may wait before one is lost. Both are also what ss asks for, and -m shows the asker's own socket.
    private const int ReceiveRoom = 1024 * 1024;
    private const int SendRoom = 32 * 1024;

    public int Open(out INetlinkChannel channel)
    {
        int errno = Socket.Call(SocketConstants.AF_NETLINK, SocketConstants.SOCK_RAW, Netlink.NETLINK_SOCK_DIAG, out SafeFd socket);
        channel = new SockDiagChannel(socket);
        if (errno != 0) return errno;

        // Refused, the kernel's own sizes do as well.
        _ = SetSockOpt.Call(socket, SocketConstants.SOL_SOCKET, SocketConstants.SO_SNDBUF, SendRoom);
        _ = SetSockOpt.Call(socket, SocketConstants.SOL_SOCKET, SocketConstants.SO_RCVBUF, ReceiveRoom);
        return 0;
    }
}
