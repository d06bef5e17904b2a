using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.SockDiag;

/// <summary>A request for netlink sockets.</summary>
[NativeLayout("struct netlink_diag_req", "linux/netlink_diag.h")]
[StructLayout(LayoutKind.Sequential)]
internal struct NetlinkDiagReq
{
    public byte sdiag_family;
    public byte sdiag_protocol;
    public ushort pad;
    public uint ndiag_ino;
    public uint ndiag_show;
    public CookieWords ndiag_cookie;
}

/// <summary>One netlink socket; attributes follow it.</summary>
[NativeLayout("struct netlink_diag_msg", "linux/netlink_diag.h")]
[StructLayout(LayoutKind.Sequential)]
internal struct NetlinkDiagMsg
{
    public byte ndiag_family;
    public byte ndiag_type;
    public byte ndiag_protocol;
    public byte ndiag_state;
    public uint ndiag_portid;
    public uint ndiag_dst_portid;
    public uint ndiag_dst_group;
    public uint ndiag_ino;
    public CookieWords ndiag_cookie;
}

/// <summary>What to show, and the attribute numbers.</summary>
[NativeConstants("linux/netlink_diag.h")]
internal static class NetlinkDiag
{
    public const byte NDIAG_PROTO_ALL = 0xFF;
    public const uint NDIAG_SHOW_MEMINFO = 0x01;
    public const uint NDIAG_SHOW_GROUPS = 0x02;
    public const ushort NETLINK_DIAG_MEMINFO = 0;
    public const ushort NETLINK_DIAG_GROUPS = 1;
}
