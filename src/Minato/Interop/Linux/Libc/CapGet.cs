using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Libc;

/// <summary>Capabilities, and the version of the call that has all of them.</summary>
[NativeConstants("linux/capability.h")]
internal static class Capabilities
{
    public const uint _LINUX_CAPABILITY_VERSION_3 = 0x20080522;
    public const int CAP_SYS_ADMIN = 21;
    public const int CAP_PERFMON = 38;
    public const int CAP_BPF = 39;
}

/// <summary>Whose capabilities are asked.</summary>
[NativeLayout("struct __user_cap_header_struct", "linux/capability.h")]
[StructLayout(LayoutKind.Sequential)]
internal struct CapHeader
{
    public uint version;
    public int pid;
}

/// <summary>Half of the capabilities; the call gives two of these.</summary>
[NativeLayout("struct __user_cap_data_struct", "linux/capability.h")]
[StructLayout(LayoutKind.Sequential)]
internal struct CapData
{
    public uint effective;
    public uint permitted;
    public uint inheritable;
}

/// <summary><c>capget(2)</c> of the calling thread.</summary>
internal static unsafe partial class CapGet
{
    /// <summary>The effective capabilities, one bit each; none when they cannot be told.</summary>
    internal static ulong Effective()
    {
        CapHeader header = new() { version = Capabilities._LINUX_CAPABILITY_VERSION_3 };
        CapData* halves = stackalloc CapData[2];
        return capget(&header, halves) == 0 ? halves[0].effective | (ulong)halves[1].effective << 32 : 0;
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int capget(CapHeader* header, CapData* data);
}
