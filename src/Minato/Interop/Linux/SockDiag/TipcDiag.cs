using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.SockDiag;

/// <summary>A request for TIPC sockets.</summary>
[NativeLayout("struct tipc_sock_diag_req", "linux/tipc_sockets_diag.h")]
[StructLayout(LayoutKind.Sequential)]
internal struct TipcSockDiagReq
{
    public byte sdiag_family;
    public byte sdiag_protocol;
    public ushort pad;
    public uint tidiag_states;
}

/// <summary>
/// A TIPC socket is attributes alone: TIPC_NLA_SOCK, and nested in it TIPC_NLA_SOCK_CON and TIPC_NLA_SOCK_STAT. Each
/// nest numbers its own attributes.
/// </summary>
[NativeConstants("linux/tipc_netlink.h")]
internal static class TipcDiag
{
    public const ushort TIPC_NLA_SOCK = 2;
    public const ushort TIPC_NLA_SOCK_ADDR = 1;
    public const ushort TIPC_NLA_SOCK_REF = 2;
    public const ushort TIPC_NLA_SOCK_CON = 3;
    public const ushort TIPC_NLA_SOCK_HAS_PUBL = 4;
    public const ushort TIPC_NLA_SOCK_STAT = 5;
    public const ushort TIPC_NLA_SOCK_TYPE = 6;
    public const ushort TIPC_NLA_SOCK_INO = 7;
    public const ushort TIPC_NLA_SOCK_UID = 8;
    public const ushort TIPC_NLA_SOCK_TIPC_STATE = 9;
    public const ushort TIPC_NLA_SOCK_COOKIE = 10;
    public const ushort TIPC_NLA_CON_FLAG = 1;
    public const ushort TIPC_NLA_CON_NODE = 2;
    public const ushort TIPC_NLA_CON_SOCK = 3;
    public const ushort TIPC_NLA_CON_TYPE = 4;
    public const ushort TIPC_NLA_CON_INST = 5;
    public const ushort TIPC_NLA_SOCK_STAT_RCVQ = 0;
    public const ushort TIPC_NLA_SOCK_STAT_SENDQ = 1;
    public const ushort TIPC_NLA_SOCK_STAT_LINK_CONG = 2;
    public const ushort TIPC_NLA_SOCK_STAT_CONN_CONG = 3;
    public const ushort TIPC_NLA_SOCK_STAT_DROP = 4;
}
