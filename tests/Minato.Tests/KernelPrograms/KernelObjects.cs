using System;
using System.Runtime.InteropServices;
using Minato.Interop.Linux;
using Minato.Interop.Linux.Bpf;

namespace Minato.Tests.KernelPrograms;

/// <summary>The BPF programs that are in the kernel now, whoever has them.</summary>
internal static unsafe class KernelObjects
{
    // linux/bpf.h: BPF_PROG_GET_FD_BY_ID, and the place of struct bpf_prog_info's name.
    private const int GetById = 13;
    private const int NameOffset = 64;

    /// <summary>How many programs have that name.</summary>
    public static int Count(ReadOnlySpan<byte> name)
    {
        int count = 0;
        Span<uint> next = stackalloc uint[3];
        next.Clear();
        Span<byte> info = stackalloc byte[128];
        Span<byte> request = stackalloc byte[16];
        while (BpfCommand.Call(BpfConstants.BPF_PROG_GET_NEXT_ID, MemoryMarshal.AsBytes(next)) == 0)
        {
            next[0] = next[1];
            int result = BpfCommand.Call(GetById, MemoryMarshal.AsBytes((Span<uint>)[next[0], 0, 0]));
            if (result < 0) continue;
            using SafeFd program = new(result);
            info.Clear();
            fixed (byte* room = info)
            {
                request.Clear();
                MemoryMarshal.Write(request, result);
                MemoryMarshal.Write(request[4..], info.Length);
                MemoryMarshal.Write(request[8..], (ulong)room);
                if (BpfCommand.Call(BpfConstants.BPF_OBJ_GET_INFO_BY_FD, request) < 0) continue;
            }

            if (info[NameOffset..(NameOffset + BpfConstants.BPF_OBJ_NAME_LEN)].TrimEnd((byte)0).SequenceEqual(name)) count++;
        }

        return count;
    }
}
