using Minato.Interop.Linux.Libc;
using Minato.Model;

namespace Minato.Wire;

/// <summary>The <c>SOCK_*</c> number by which the kernel names the type of a UNIX socket.</summary>
internal static class UnixSocketType
{
    /// <summary>False for a type that UNIX sockets do not have.</summary>
    public static bool TryDecode(ulong type, out Transport transport)
    {
        transport = type switch
        {
            SocketConstants.SOCK_DGRAM => Transport.UnixDatagram,
            SocketConstants.SOCK_SEQPACKET => Transport.UnixSeqPacket,
            _ => Transport.UnixStream,
        };
        return transport != Transport.UnixStream || type == SocketConstants.SOCK_STREAM;
    }
}
