using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.SockDiag;

/// <summary>Four 32-bit words in network order: an IPv6 address, or an IPv4 address in the first.</summary>
[InlineArray(4)]
internal struct AddressWords
{
    private uint _word0;
}

/// <summary>A pair of 32-bit words, low first: the cookie of a socket.</summary>
[InlineArray(2)]
internal struct CookieWords
{
    private uint _word0;

    /// <summary>The cookie as one number.</summary>
    public readonly ulong Value => this[0] | (ulong)this[1] << 32;
}

/// <summary>Addresses and identity of an internet socket. Ports are in network order.</summary>
[NativeLayout("struct inet_diag_sockid", "linux/inet_diag.h")]
[StructLayout(LayoutKind.Sequential)]
internal struct InetDiagSockId
{
    public ushort idiag_sport;
    public ushort idiag_dport;
    public AddressWords idiag_src;
    public AddressWords idiag_dst;
    public uint idiag_if;
    public CookieWords idiag_cookie;
}

/// <summary>
/// The request of the first inet_diag interface (message type TCPDIAG_GETSOCK): TCP only, but one walk of the table
/// answers for both address families.
/// </summary>
[NativeLayout("struct inet_diag_req", "linux/inet_diag.h")]
[StructLayout(LayoutKind.Sequential)]
internal struct InetDiagReq
{
    public byte idiag_family;
    public byte idiag_src_len;
    public byte idiag_dst_len;
    public byte idiag_ext;
    public InetDiagSockId id;
    public uint idiag_states;
    public uint idiag_dbs;
}

/// <summary>A request for the sockets of one family and protocol (since 3.3).</summary>
[NativeLayout("struct inet_diag_req_v2", "linux/inet_diag.h")]
[StructLayout(LayoutKind.Sequential)]
internal struct InetDiagReqV2
{
    public byte sdiag_family;
    public byte sdiag_protocol;
    public byte idiag_ext;
    public byte pad;
    public uint idiag_states;
    public InetDiagSockId id;
}

/// <summary>One internet socket; attributes follow it.</summary>
[NativeLayout("struct inet_diag_msg", "linux/inet_diag.h")]
[StructLayout(LayoutKind.Sequential)]
internal struct InetDiagMsg
{
    public byte idiag_family;
    public byte idiag_state;
    public byte idiag_timer;
    public byte idiag_retrans;
    public InetDiagSockId id;
    public uint idiag_expires;
    public uint idiag_rqueue;
    public uint idiag_wqueue;
    public uint idiag_uid;
    public uint idiag_inode;
}

/// <summary>Message types and attribute numbers of inet_diag.</summary>
[NativeConstants("linux/inet_diag.h")]
internal static class InetDiag
{
    public const ushort TCPDIAG_GETSOCK = 18;
    public const ushort INET_DIAG_REQ_BYTECODE = 1;
    public const byte INET_DIAG_BC_NOP = 0;
    public const byte INET_DIAG_BC_JMP = 1;
    public const byte INET_DIAG_BC_S_GE = 2;
    public const byte INET_DIAG_BC_S_LE = 3;
    public const byte INET_DIAG_BC_D_GE = 4;
    public const byte INET_DIAG_BC_D_LE = 5;
    public const byte INET_DIAG_BC_AUTO = 6;
    public const byte INET_DIAG_BC_S_COND = 7;
    public const byte INET_DIAG_BC_D_COND = 8;
    public const byte INET_DIAG_BC_DEV_COND = 9;
    public const byte INET_DIAG_BC_MARK_COND = 10;
    public const byte INET_DIAG_BC_S_EQ = 11;
    public const byte INET_DIAG_BC_D_EQ = 12;
    public const byte INET_DIAG_BC_CGROUP_COND = 13;
    public const ushort INET_DIAG_MEMINFO = 1;
    public const ushort INET_DIAG_INFO = 2;
    public const ushort INET_DIAG_VEGASINFO = 3;
    public const ushort INET_DIAG_CONG = 4;
    public const ushort INET_DIAG_TOS = 5;
    public const ushort INET_DIAG_TCLASS = 6;
    public const ushort INET_DIAG_SKMEMINFO = 7;
    public const ushort INET_DIAG_SHUTDOWN = 8;
    public const ushort INET_DIAG_DCTCPINFO = 9;
    public const ushort INET_DIAG_PROTOCOL = 10;
    public const ushort INET_DIAG_SKV6ONLY = 11;
    public const ushort INET_DIAG_LOCALS = 12;
    public const ushort INET_DIAG_PEERS = 13;
    public const ushort INET_DIAG_MARK = 15;
    public const ushort INET_DIAG_BBRINFO = 16;
    public const ushort INET_DIAG_CLASS_ID = 17;
    public const ushort INET_DIAG_MD5SIG = 18;
    public const ushort INET_DIAG_ULP_INFO = 19;
    public const ushort INET_DIAG_SK_BPF_STORAGES = 20;
    public const ushort INET_DIAG_CGROUP_ID = 21;
    public const ushort INET_DIAG_SOCKOPT = 22;
    public const ushort INET_DIAG_REQ_SK_BPF_STORAGES = 2;
    public const ushort INET_DIAG_REQ_PROTOCOL = 3;
    public const ushort INET_ULP_INFO_NAME = 1;
    public const ushort INET_ULP_INFO_TLS = 2;
    public const ushort INET_ULP_INFO_MPTCP = 3;
}
