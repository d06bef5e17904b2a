using System;
using System.Runtime.InteropServices;
using Minato.Interop.Linux;
using Minato.Interop.Linux.Libc;
using Minato.Model;

namespace Minato.Sources.Linux;

/// <summary>
/// The maps in which BPF programs store something with sockets (BPF_MAP_TYPE_SK_STORAGE). Whether there are any is told;
/// what they hold is not decoded.
/// </summary>
internal static class StorageMaps
{
    /// <summary>Null when there are none, so that nothing is missing.</summary>
    public static Unavailable? Find()
    {
        const string What = "what BPF programs store with sockets";
        int count = 0;
        Span<uint> attribute = stackalloc uint[3];
        while (true)
        {
            // start_id, next_id, open_flags
            int result = Bpf.Call(BpfConstants.BPF_MAP_GET_NEXT_ID, MemoryMarshal.AsBytes(attribute));
            if (result == -Errno.ENOENT) break;
            if (result == -Errno.ENOSYS) return null;
            if (result < 0) return new Unavailable(What, "the kernel's maps cannot be listed: " + ErrnoText.Of(-result), "root or CAP_BPF");
            attribute[0] = attribute[1];
            if (ReadType(attribute[0], out uint type) == 0 && type == BpfConstants.BPF_MAP_TYPE_SK_STORAGE) count++;
        }

        return count == 0 ? null : new Unavailable(What, (count == 1 ? "there is a map" : "there are maps") + " for it, which this version of Minato cannot read", null);
    }

    /// <summary>Null when the map is one of them, or what is wrong, as ss says it.</summary>
    public static string? Check(uint id)
    {
        int errno = ReadType(id, out uint type);
        if (errno == Errno.EPERM) return "ss: cannot get fd for BPF map ID " + id + ": missing root permissions, CAP_BPF, or CAP_SYS_ADMIN";
        if (errno != 0) return "ss: cannot get fd for BPF map ID " + id;
        return type == BpfConstants.BPF_MAP_TYPE_SK_STORAGE
            ? null
            : "ss: BPF map with ID " + id + " has type ID " + type + ", expecting " + BpfConstants.BPF_MAP_TYPE_SK_STORAGE + " ('sk_storage')";
    }

    // 0, or an error number.
    private static int ReadType(uint id, out uint type)
    {
        type = 0;
        Span<uint> request = [id, 0, 0];
        int result = Bpf.Call(BpfConstants.BPF_MAP_GET_FD_BY_ID, MemoryMarshal.AsBytes(request));
        if (result < 0) return -result;
        using SafeFd map = new(result);
        return ReadType(map, out type);
    }

    private static unsafe int ReadType(SafeFd map, out uint type)
    {
        // struct bpf_map_info begins with the type; the kernel fills as much as there is room for.
        uint first = 0;
        Span<byte> request = stackalloc byte[16];
        MemoryMarshal.Write(request, (uint)map.DangerousGetHandle());
        MemoryMarshal.Write(request[4..], (uint)sizeof(uint));
        MemoryMarshal.Write(request[8..], (ulong)&first);
        int result = Bpf.Call(BpfConstants.BPF_OBJ_GET_INFO_BY_FD, request);
        type = first;
        return Math.Max(0, -result);
    }
}
