using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.SockDiag;

/// <summary>Head of every netlink message. Messages and attributes start on 4-byte boundaries.</summary>
[NativeLayout("struct nlmsghdr", "linux/netlink.h")]
[StructLayout(LayoutKind.Sequential)]
internal struct NlMsgHdr
{
    public uint nlmsg_len;
    public ushort nlmsg_type;
    public ushort nlmsg_flags;
    public uint nlmsg_seq;
    public uint nlmsg_pid;
}

/// <summary>Head of every attribute.</summary>
[NativeLayout("struct nlattr", "linux/netlink.h")]
[StructLayout(LayoutKind.Sequential)]
internal struct NlAttr
{
    public ushort nla_len;
    public ushort nla_type;
}

/// <summary>Address of a netlink socket; the kernel's is <c>nl_pid</c> 0.</summary>
[NativeLayout("struct sockaddr_nl", "linux/netlink.h")]
[StructLayout(LayoutKind.Sequential)]
internal struct SockAddrNl
{
    public ushort nl_family;
    public ushort nl_pad;
    public uint nl_pid;
    public uint nl_groups;
}

/// <summary>Message types, flags and masks of netlink.</summary>
[NativeConstants("linux/netlink.h")]
internal static class Netlink
{
    public const int NETLINK_SOCK_DIAG = 4;
    public const ushort NLMSG_NOOP = 1;
    public const ushort NLMSG_ERROR = 2;
    public const ushort NLMSG_DONE = 3;
    public const ushort NLM_F_REQUEST = 0x01;
    public const ushort NLM_F_MULTI = 0x02;
    public const ushort NLM_F_ACK = 0x04;
    public const ushort NLM_F_DUMP_INTR = 0x10;
    public const ushort NLM_F_DUMP = 0x300;
    public const ushort NLA_F_NESTED = 0x8000;
    public const int NLA_TYPE_MASK = ~0xC000;
}
