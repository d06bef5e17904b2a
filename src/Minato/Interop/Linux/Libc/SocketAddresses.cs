using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Libc;

/// <summary>The bytes of <c>struct in6_addr</c>, in network order.</summary>
[InlineArray(16)]
internal struct In6Addr
{
    private byte _byte0;
}

/// <summary>An IPv4 endpoint; port and address are in network order.</summary>
[NativeLayout("struct sockaddr_in", "netinet/in.h")]
[StructLayout(LayoutKind.Sequential, Size = 16)]
internal struct SockAddrIn
{
    public ushort sin_family;
    public ushort sin_port;
    public uint sin_addr;
}

/// <summary>An IPv6 endpoint; port and address are in network order, the scope is an interface's index.</summary>
[NativeLayout("struct sockaddr_in6", "netinet/in.h")]
[StructLayout(LayoutKind.Sequential)]
internal struct SockAddrIn6
{
    public ushort sin6_family;
    public ushort sin6_port;
    public uint sin6_flowinfo;
    public In6Addr sin6_addr;
    public uint sin6_scope_id;
}
