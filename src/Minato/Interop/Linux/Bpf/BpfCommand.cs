using System;
using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Bpf;

/// <summary><c>bpf(2)</c>, which has no function of its own in the C library.</summary>
internal static unsafe partial class BpfCommand
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

    /// <summary>The same with a layout.</summary>
    internal static int Call<T>(int command, ref T attribute)
        where T : unmanaged => Call(command, MemoryMarshal.AsBytes(new Span<T>(ref attribute)));

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint syscall(nint number, nint command, byte* attribute, nuint size);
}
