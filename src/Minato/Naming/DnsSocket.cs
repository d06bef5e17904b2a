using System;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Minato.Interop.Linux;
using Minato.Interop.Linux.Libc;

namespace Minato.Naming;

/// <summary>
/// A datagram socket connected to one name server: the kernel passes on only what that server sends, and reports a closed
/// port or a missing route.
/// </summary>
internal sealed class DnsSocket : IDisposable
{
    public DnsSocket(NameServer server, ushort port)
    {
        Span<byte> endpoint = stackalloc byte[Unsafe.SizeOf<SockAddrIn6>()];
        int family = WriteEndpoint(server, port, ref endpoint);
        int errno = Socket.Call(family, SocketConstants.SOCK_DGRAM | SocketConstants.SOCK_NONBLOCK, 0, out SafeFd socket);
        if (errno == 0) errno = Connect.Call(socket, endpoint);
        Handle = socket;
        IsLost = errno != 0;
    }

    public SafeFd Handle { get; }

    /// <summary>Whether the kernel says that there is no way to this server.</summary>
    public bool IsLost { get; private set; }

    /// <summary>False when the server turned out to be lost.</summary>
    public bool Send(ReadOnlySpan<byte> query)
    {
        Note(SendTo.Call(Handle, query, default));
        return !IsLost;
    }

    /// <summary>The length of one datagram's part in <paramref name="reply"/>, or 0 when none waits.</summary>
    public int Receive(Span<byte> reply) => Math.Min(Note(RecvMsg.Call(Handle, reply, default, flags: 0, out _)), reply.Length);

    public void Dispose() => Handle.Dispose();

    // A full send buffer is no loss: the query is asked again later.
    private int Note(int result)
    {
        if (result >= 0) return result;
        if (result != -Errno.EAGAIN) IsLost = true;
        return 0;
    }

    private static int WriteEndpoint(NameServer server, ushort port, ref Span<byte> endpoint)
    {
        Span<byte> address = stackalloc byte[HostAddress.V6Size];
        int size = server.Address.CopyTo(address);
        ushort networkPort = BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(port) : port;
        if (size == HostAddress.V4Size)
        {
            SockAddrIn v4 = new() { sin_family = SocketConstants.AF_INET, sin_port = networkPort };
            v4.sin_addr = MemoryMarshal.Read<uint>(address);
            endpoint = endpoint[..Unsafe.SizeOf<SockAddrIn>()];
            MemoryMarshal.Write(endpoint, v4);
            return SocketConstants.AF_INET;
        }

        SockAddrIn6 v6 = new() { sin6_family = SocketConstants.AF_INET6, sin6_port = networkPort, sin6_scope_id = server.Scope };
        address.CopyTo(v6.sin6_addr);
        MemoryMarshal.Write(endpoint, v6);
        return SocketConstants.AF_INET6;
    }
}
