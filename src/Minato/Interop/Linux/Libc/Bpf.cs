using System;
using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Libc;

/// <summary>Commands of <c>bpf(2)</c> and the one kind of map that Minato knows.</summary>
[NativeConstants("linux/bpf.h")]
internal static class BpfConstants
{
    public const int BPF_MAP_GET_NEXT_ID = 12;
    public const int BPF_MAP_GET_FD_BY_ID = 14;
    public const int BPF_OBJ_GET_INFO_BY_FD = 15;
    public const int BPF_BTF_GET_FD_BY_ID = 19;
    public const int BPF_MAP_TYPE_SK_STORAGE = 24;
}

/// <summary><c>bpf(2)</c>, which has no function of its own in the C library.</summary>
internal static unsafe partial class Bpf
{
    // asm/unistd.h of x86-64 and of everything newer (asm-generic).
    private static nint Number => RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 321 : 280;

    /// <summary>The call's result, or a negated error number. <paramref name="attribute"/> is the command's part of <c>union bpf_attr</c>.</summary>
    internal static int Call(int command, Span<byte> attribute)
    {
        fixed (byte* p = attribute)
        {
            nint result = syscall(Number, command, p, (nuint)attribute.Length);
            return result >= 0 ? (int)result : -Marshal.GetLastPInvokeError();
        }
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint syscall(nint number, nint command, byte* attribute, nuint size);
}
