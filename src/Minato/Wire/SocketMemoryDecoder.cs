using System;
using System.Runtime.InteropServices;
using Minato.Interop.Linux.SockDiag;
using Minato.Model;

namespace Minato.Wire;

/// <summary>The array of 32-bit numbers (linux/sock_diag.h) by which every diag module tells a socket's memory.</summary>
internal static class SocketMemoryDecoder
{
    /// <summary>False when the oldest kernel's numbers are not all there.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> value, out SocketMemory memory)
    {
        memory = default;
        ReadOnlySpan<uint> numbers = MemoryMarshal.Cast<byte, uint>(value);
        if (numbers.Length <= SkMemInfo.SK_MEMINFO_OPTMEM) return false;
        memory = new SocketMemory(
            numbers[SkMemInfo.SK_MEMINFO_RMEM_ALLOC],
            numbers[SkMemInfo.SK_MEMINFO_RCVBUF],
            numbers[SkMemInfo.SK_MEMINFO_WMEM_ALLOC],
            numbers[SkMemInfo.SK_MEMINFO_SNDBUF],
            numbers[SkMemInfo.SK_MEMINFO_FWD_ALLOC],
            numbers[SkMemInfo.SK_MEMINFO_WMEM_QUEUED],
            numbers[SkMemInfo.SK_MEMINFO_OPTMEM],
            numbers.Length > SkMemInfo.SK_MEMINFO_BACKLOG ? numbers[SkMemInfo.SK_MEMINFO_BACKLOG] : null,
            numbers.Length > SkMemInfo.SK_MEMINFO_DROPS ? numbers[SkMemInfo.SK_MEMINFO_DROPS] : null);
        return true;
    }
}
