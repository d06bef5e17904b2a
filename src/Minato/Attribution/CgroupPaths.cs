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
/// <param name="mounts">Where that hierarchy may be.</param>
internal sealed class CgroupPaths(params string[] mounts) : ICgroupLookup
{
    // Deeper than any manager nests groups; protects against a loop through a bind mount.
    private const int MaxDepth = 64;

    // Whoever may make groups may name them: 8 MiB are 100,000 of the length that container managers give. A quarter of
    // the managed heap.
    private const int MostBytes = 8 << 20;

    private const byte DirectoryType = 4;

    private Dictionary<ulong, byte[]>? _paths;
    private int _bytes;

    /// <summary>How long all paths may be together before <see cref="MemoryBoundException"/> is thrown.</summary>
    public int Most { get; init; } = MostBytes;

    /// <summary>Where systemd mounts the version 2 hierarchy: beside version 1 when both are in use, else alone.</summary>
    public static CgroupPaths OfThisMachine() => new("/sys/fs/cgroup/unified", "/sys/fs/cgroup");

    public ReadOnlySpan<byte> FindCgroup(ulong id)
    {
        if (_paths is null)
        {
            _paths = [];
            foreach (string mount in mounts)
            {
                byte[] root = Encoding.UTF8.GetBytes(mount);
                if (_paths.Count == 0 && IsVersion2(root)) Walk(root, root.Length, 0);
            }
        }

        return _paths.TryGetValue(id, out byte[]? path) ? path : [];
    }

    // Version 1 numbers each of its hierarchies from the start: its inodes would name the wrong groups.
    private static bool IsVersion2(byte[] mount)
    {
        int errno = Open.Call([.. mount, .. "/cgroup.controllers\0"u8], FileFlags.O_RDONLY, out SafeFd file);
        file.Dispose();
        return errno == 0;
    }

    private void Walk(byte[] directory, int mountLength, int depth)
    {
        if (depth > MaxDepth) return;
        int errno = Open.Call([.. directory, 0], FileFlags.O_RDONLY | FileFlags.O_DIRECTORY | FileFlags.O_NOFOLLOW, out SafeFd opened);
        using (opened)
        {
            if (errno != 0 || FStat.Call(opened, out FileStatus status) != 0) return;
            _bytes += directory.Length - mountLength;
            if (_bytes > Most) throw new MemoryBoundException($"the paths of control groups are longer than {Most} bytes together");
            _paths![status.Inode] = depth == 0 ? "/"u8.ToArray() : directory[mountLength..];
            byte[] records = new byte[8 * 1024];
            int got;
            while ((got = GetDents64.Call(opened, records)) > 0) WalkEntries(records.AsSpan(0, got), directory, mountLength, depth);
        }
    }

    private void WalkEntries(ReadOnlySpan<byte> records, byte[] directory, int mountLength, int depth)
    {
        while (records.Length > Dirent64.NameOffset)
        {
            Dirent64 head = MemoryMarshal.Read<Dirent64>(records);
            if (head.d_reclen <= Dirent64.NameOffset || head.d_reclen > records.Length) return;
            ReadOnlySpan<byte> name = records[Dirent64.NameOffset..head.d_reclen];
            records = records[head.d_reclen..];
            name = name[..Math.Max(0, name.IndexOf((byte)0))];
            bool isGroup = head.d_type == DirectoryType && !name.IsEmpty && !name.SequenceEqual("."u8) && !name.SequenceEqual(".."u8);
            if (isGroup) Walk([.. directory, (byte)'/', .. name], mountLength, depth + 1);
        }
    }
}
