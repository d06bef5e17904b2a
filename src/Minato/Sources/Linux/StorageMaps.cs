using System;
using System.Runtime.InteropServices;
using Minato.Interop.Linux;
using Minato.Interop.Linux.Bpf;
using Minato.Model;
using Minato.Wire;

namespace Minato.Sources.Linux;

/// <summary>
/// The maps in which BPF programs store something with sockets (BPF_MAP_TYPE_SK_STORAGE): whether there are any, and what
/// their values are made of.
/// </summary>
internal static class StorageMaps
{
    // A program's own types are some kilobytes.
    private const uint MaxTypes = 16 * 1024 * 1024;

    /// <summary>Whether there are any; and why that cannot be told.</summary>
    public static bool AreThere(out Unavailable? unavailable)
    {
        unavailable = null;
        Span<uint> attribute = stackalloc uint[3];
        attribute.Clear();
        while (true)
        {
            // start_id, next_id, open_flags
            int result = BpfCommand.Call(BpfConstants.BPF_MAP_GET_NEXT_ID, MemoryMarshal.AsBytes(attribute));
            if (result is -Errno.ENOENT or -Errno.ENOSYS) return false;
            if (result < 0)
            {
                unavailable = new Unavailable(
                    "what BPF programs store with sockets", "the kernel's maps cannot be listed: " + ErrnoText.Of(-result), "root or CAP_BPF");
                return false;
            }

            attribute[0] = attribute[1];
            if (Read(attribute[0], out BpfMapInfo info) == 0 && info.type == BpfConstants.BPF_MAP_TYPE_SK_STORAGE) return true;
        }
    }

    /// <summary>What a map's values are; null when that cannot be told.</summary>
    public static StoredType? TypeOf(uint id)
    {
        if (Read(id, out BpfMapInfo info) != 0) return null;
        byte[] types = info.btf_value_type_id == 0 ? [] : ReadTypes(info.btf_id);
        return new StoredType((int)info.value_size, types.Length == 0 ? null : BtfReader.Read(types, info.btf_value_type_id));
    }

    /// <summary>Null when the map is one of them, or what is wrong, as ss says it.</summary>
    public static string? Check(uint id)
    {
        int errno = Read(id, out BpfMapInfo info);
        if (errno == Errno.EPERM) return "ss: cannot get fd for BPF map ID " + id + ": missing root permissions, CAP_BPF, or CAP_SYS_ADMIN";
        if (errno != 0) return "ss: cannot get fd for BPF map ID " + id;
        return info.type == BpfConstants.BPF_MAP_TYPE_SK_STORAGE
            ? null
            : "ss: BPF map with ID " + id + " has type ID " + info.type + ", expecting " + BpfConstants.BPF_MAP_TYPE_SK_STORAGE + " ('sk_storage')";
    }

    // 0, or an error number.
    private static int Read(uint id, out BpfMapInfo info)
    {
        info = default;
        Span<uint> request = [id, 0, 0];
        int result = BpfCommand.Call(BpfConstants.BPF_MAP_GET_FD_BY_ID, MemoryMarshal.AsBytes(request));
        if (result < 0) return -result;
        using SafeFd map = new(result);
        return Read(map, ref info);
    }

    private static byte[] ReadTypes(uint id)
    {
        Span<uint> request = [id, 0, 0];
        int result = BpfCommand.Call(BpfConstants.BPF_BTF_GET_FD_BY_ID, MemoryMarshal.AsBytes(request));
        if (result < 0) return [];
        using SafeFd types = new(result);
        BpfBtfInfo info = default;
        if (Read(types, ref info) != 0 || info.btf_size is 0 or > MaxTypes) return [];
        byte[] bytes = new byte[info.btf_size];
        unsafe
        {
            fixed (byte* room = bytes)
            {
                info = new BpfBtfInfo { btf = (ulong)room, btf_size = (uint)bytes.Length };
                return Read(types, ref info) == 0 && info.btf_size == bytes.Length ? bytes : [];
            }
        }
    }

    // The kernel fills as much of the struct as there is room for.
    private static unsafe int Read<T>(SafeFd opened, ref T info)
        where T : unmanaged
    {
        fixed (T* room = &info)
        {
            // bpf_fd, info_len, info
            Span<byte> request = stackalloc byte[16];
            request.Clear();
            MemoryMarshal.Write(request, (uint)opened.DangerousGetHandle());
            MemoryMarshal.Write(request[4..], (uint)sizeof(T));
            MemoryMarshal.Write(request[8..], (ulong)room);
            return Math.Max(0, -BpfCommand.Call(BpfConstants.BPF_OBJ_GET_INFO_BY_FD, request));
        }
    }
}
