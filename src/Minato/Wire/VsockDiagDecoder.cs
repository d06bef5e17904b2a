using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Minato.Interop.Linux.Libc;
using Minato.Interop.Linux.SockDiag;
using Minato.Model;

namespace Minato.Wire;

/// <summary>Turns one <c>struct vsock_diag_msg</c> (linux/vm_sockets_diag.h) into a row.</summary>
internal static class VsockDiagDecoder
{
    /// <summary>False when the message is damaged or its type unknown. <paramref name="entry"/> has to come empty.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> payload, ulong netNamespace, ref SocketEntry entry)
    {
        if (payload.Length < Unsafe.SizeOf<VsockDiagMsg>()) return false;
        ref readonly VsockDiagMsg message = ref MemoryMarshal.AsRef<VsockDiagMsg>(payload);
        if (message.vdiag_family != SocketConstants.AF_VSOCK) return false;

        switch (message.vdiag_type)
        {
            case SocketConstants.SOCK_STREAM: entry.Transport = Transport.VsockStream; break;
            case SocketConstants.SOCK_DGRAM: entry.Transport = Transport.VsockDatagram; break;
            case SocketConstants.SOCK_SEQPACKET: entry.Transport = Transport.VsockSeqPacket; break;
            default: return false;
        }

        entry.Family = SocketFamily.Vsock;
        entry.State = (SocketState)message.vdiag_state;
        entry.Shutdown = message.vdiag_shutdown;
        entry.LocalEnd.Addr.Set(0, message.vdiag_src_cid, isV6: false);
        entry.LocalNumber = message.vdiag_src_port;
        entry.PeerEnd.Addr.Set(0, message.vdiag_dst_cid, isV6: false);
        entry.PeerNumber = message.vdiag_dst_port;
        entry.Inode = message.vdiag_ino;
        entry.Identity.Set(netNamespace, message.vdiag_cookie.Value, SocketIdKind.Cookie);
        entry.Known = SocketFields.Cookie | SocketFields.Shutdown | SocketFields.OtherEnd;
        return true;
    }
}
