using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Routing;

/// <summary>Head of a message about an interface; attributes follow it.</summary>
[NativeLayout("struct ifinfomsg", "linux/rtnetlink.h")]
[StructLayout(LayoutKind.Sequential)]
internal struct IfInfoMsg
{
    public byte ifi_family;
    public byte __ifi_pad;
    public ushort ifi_type;
    public int ifi_index;
    public uint ifi_flags;
    public uint ifi_change;
}

/// <summary>Head of a message about an address; attributes follow it.</summary>
[NativeLayout("struct ifaddrmsg", "linux/if_addr.h")]
[StructLayout(LayoutKind.Sequential)]
internal struct IfAddrMsg
{
    public byte ifa_family;
    public byte ifa_prefixlen;
    public byte ifa_flags;
    public byte ifa_scope;
    public uint ifa_index;
}

/// <summary>Message types of rtnetlink(7).</summary>
[NativeConstants("linux/rtnetlink.h")]
internal static class Rtnetlink
{
    public const int NETLINK_ROUTE = 0;
    public const ushort RTM_NEWLINK = 16;
    public const ushort RTM_GETLINK = 18;
    public const ushort RTM_NEWADDR = 20;
    public const ushort RTM_GETADDR = 22;
}

/// <summary>Attributes of an address.</summary>
[NativeConstants("linux/if_addr.h")]
internal static class IfAddrAttribute
{
    public const ushort IFA_ADDRESS = 1;
    public const ushort IFA_LOCAL = 2;
    public const ushort IFA_LABEL = 3;
    public const ushort IFA_BROADCAST = 4;
    public const ushort IFA_FLAGS = 8;
}
