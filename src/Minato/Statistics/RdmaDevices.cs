using System;
using System.Runtime.InteropServices;
using Minato.Interop.Linux.Libc;

namespace Minato.Statistics;

/// <summary>
/// Whether the kernel has RDMA devices, hardware or not: each has an entry in one folder
/// (Documentation/ABI/stable/sysfs-class-infiniband). .NET's own listing brings the group database into the static program.
/// </summary>
internal static class RdmaDevices
{
    // Of every folder: itself and the one above.
    private const int OwnEntries = 2;

    public static bool AreThere()
    {
        int errno = Open.Call("/sys/class/infiniband\0"u8, FileFlags.O_RDONLY | FileFlags.O_DIRECTORY, out Interop.Linux.SafeFd folder);
        using (folder)
        {
            if (errno != 0) return false;
            Span<byte> records = stackalloc byte[1024];
            int got = GetDents64.Call(folder, records);
            int entries = 0;
            for (int at = 0; at < got && MemoryMarshal.TryRead(records[at..got], out Dirent64 head) && head.d_reclen > 0; at += head.d_reclen) entries++;
            return entries > OwnEntries;
        }
    }
}
