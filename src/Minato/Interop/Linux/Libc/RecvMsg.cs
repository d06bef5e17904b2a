using System;
using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Libc;

/// <summary><c>struct iovec</c>.</summary>
[NativeLayout("struct iovec", "sys/uio.h")]
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct IoVec
{
    public byte* iov_base;
    public nuint iov_len;
}

/// <summary><c>struct msghdr</c>.</summary>
[NativeLayout("struct msghdr", "sys/socket.h")]
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct MsgHdr
{
    public void* msg_name;
    public uint msg_namelen;
    public IoVec* msg_iov;
    public nuint msg_iovlen;
    public void* msg_control;
    public nuint msg_controllen;
    public int msg_flags;
}

/// <summary><c>recvmsg(2)</c> of one datagram.</summary>
internal static unsafe partial class RecvMsg
{
    /// <summary>
    /// The datagram's whole length even when it was cut (MSG_TRUNC), or a negated error number; the sender's address goes
    /// to <paramref name="sender"/>. An interrupted call is made again: nothing was taken from the queue.
    /// </summary>
    internal static int Call(SafeFd socket, Span<byte> buffer, Span<byte> sender, int flags, out bool cut)
    {
        fixed (byte* b = buffer)
        fixed (byte* s = sender)
        {
            IoVec vector = new() { iov_base = b, iov_len = (nuint)buffer.Length };
            while (true)
            {
                MsgHdr header = new() { msg_name = s, msg_namelen = (uint)sender.Length, msg_iov = &vector, msg_iovlen = 1 };
                nint got = recvmsg(socket, &header, flags | SocketConstants.MSG_TRUNC);
                int errno = got < 0 ? Marshal.GetLastPInvokeError() : 0;
                if (errno == Errno.EINTR) continue;
                cut = (header.msg_flags & SocketConstants.MSG_TRUNC) != 0;
                return errno != 0 ? -errno : (int)got;
            }
        }
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint recvmsg(SafeFd socket, MsgHdr* header, int flags);
}
