using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Text;
using Minato.Interop.Linux;
using Minato.Interop.Linux.Libc;
using Minato.Model;

namespace Minato.Attribution;

/// <summary>
/// Control groups by id: the id that sock_diag gives is the inode of the group's directory in the version 2 hierarchy
/// (cgroups(7)). The tree is walked once, when the first id is asked.
/// </summary>
internal sealed class CgroupPaths : ICgroupLookup
{
    // Deeper than any manager nests groups; protects against a loop through a bind mount.
    private const int MaxDepth = 64;

    private const byte DirectoryType = 4;

    // Where systemd mounts the version 2 hierarchy: beside version 1 when both are in use, else alone.
    private static readonly string[] Mounts = ["/sys/fs/cgroup/unified", "/sys/fs/cgroup"];

    private Dictionary<ulong, byte[]>? _paths;

    public ReadOnlySpan<byte> FindCgroup(ulong id)
    {
        if (_paths is null)
        {
            _paths = [];
            foreach (string mount in Mounts)
            {
                if (_paths.Count == 0) Walk(mount, "/", 0);
            }
        }

        return _paths.TryGetValue(id, out byte[]? path) ? path : [];
    }

    private void Walk(string directory, string path, int depth)
    {
        if (depth > MaxDepth) return;
        int errno = Open.Call(Encoding.UTF8.GetBytes(directory + "\0"), FileFlags.O_RDONLY | FileFlags.O_DIRECTORY | FileFlags.O_NOFOLLOW, out SafeFd opened);
        using (opened)
        {
            if (errno != 0 || FStat.Call(opened, out FileStatus status) != 0) return;
            _paths![status.Inode] = Encoding.UTF8.GetBytes(path);
            byte[] records = new byte[8 * 1024];
            int got;
            while ((got = GetDents64.Call(opened, records)) > 0) WalkEntries(records.AsSpan(0, got), directory, path, depth);
        }
    }

    private void WalkEntries(ReadOnlySpan<byte> records, string directory, string path, int depth)
    {
        while (records.Length > Dirent64.NameOffset)
        {
            Dirent64 head = MemoryMarshal.Read<Dirent64>(records);
            if (head.d_reclen <= Dirent64.NameOffset || head.d_reclen > records.Length) return;
            ReadOnlySpan<byte> name = records[Dirent64.NameOffset..head.d_reclen];
            records = records[head.d_reclen..];
            int end = name.IndexOf((byte)0);
            if (head.d_type != DirectoryType || end <= 0 || name[0] == (byte)'.') continue;

            // Group names are bytes; systemd escapes its own. One that is not UTF-8 keeps its place with U+FFFD.
            string child = Encoding.UTF8.GetString(name[..end]);
            Walk(directory + "/" + child, path.Length == 1 ? "/" + child : path + "/" + child, depth + 1);
        }
    }
}
