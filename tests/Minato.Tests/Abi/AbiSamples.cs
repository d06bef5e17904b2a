using System.Runtime.InteropServices;
using Minato.Interop;

namespace Minato.Tests.Abi;

/// <summary>Types that mirror C rightly and wrongly, for the proof's own tests.</summary>
internal static class AbiSamples
{
    private const string Header = "linux/netlink.h";

    [NativeLayout("struct nlattr", Header)]
    [StructLayout(LayoutKind.Sequential)]
    internal struct Right
    {
        public ushort nla_len;
        public ushort nla_type;
    }

    [NativeLayout("struct nlattr", Header)]
    [StructLayout(LayoutKind.Sequential)]
    internal struct Swapped
    {
        public ushort nla_type;
        public ushort nla_len;
    }

    [NativeLayout("struct nlattr", Header)]
    [StructLayout(LayoutKind.Sequential, Pack = 1, Size = 4)]
    internal struct Narrow
    {
        public ushort nla_len;
        public byte nla_type;
    }

    [NativeLayout("struct nlattr", Header)]
    [StructLayout(LayoutKind.Sequential)]
    internal struct Short
    {
        public ushort nla_len;
    }

    [NativeLayout("struct nlattr", Header, IsPrefix = true)]
    [StructLayout(LayoutKind.Sequential)]
    internal struct Prefix
    {
        public ushort nla_len;
    }

    [NativeLayout("struct nlattr", Header, IsPrefix = true)]
    [StructLayout(LayoutKind.Sequential)]
    internal struct Newer
    {
        public ushort nla_len;
        public ushort nla_type;
        public uint nla_later;
    }

    [NativeLayout("struct nlattr", Header, OnlyIf = "__no_such_machine__")]
    [StructLayout(LayoutKind.Sequential)]
    internal struct Elsewhere
    {
        public uint nla_len;
    }

    [NativeConstants(Header)]
    internal static class RightConstants
    {
        public const ushort NLMSG_DONE = 3;

        public static int NLMSG_ERROR => 2;
    }

    [NativeConstants(Header)]
    internal enum WrongConstants
    {
        NLMSG_DONE = 4,
        NLMSG_ERROR = 2,
    }
}
