using System;
using System.Text;
using Minato.Interop.Linux;
using Minato.Interop.Linux.Libc;

namespace Minato.Naming;

/// <summary>Kernel objects that are named by a file: its inode is their number.</summary>
internal static class FileIdentity
{
    // Where systemd mounts the version 2 hierarchy of control groups: beside version 1 when both are in use, else alone.
    private static readonly string[] CgroupMounts = ["/sys/fs/cgroup/unified", "/sys/fs/cgroup"];

    /// <summary>A control group of version 2 by its directory, or by its path below the mount (cgroups(7)).</summary>
    /// <param name="path">The path.</param>
    /// <param name="isAnyFile">Whether another file's identity will do, as for ss, which then finds no socket.</param>
    /// <param name="id">The group's id.</param>
    public static bool TryFindCgroup(string path, bool isAnyFile, out ulong id)
    {
        id = 0;
        if (path.Contains('\0')) return false;
        if (isAnyFile ? NameToHandleAt.TryCall(Encoding.UTF8.GetBytes(path + "\0"), out id) : IsVersion2(path) && TryInode(path, out id)) return true;
        string below = path.TrimStart('/');
        if (below.Length == 0) return false;
        foreach (string mount in CgroupMounts)
        {
            string full = mount + "/" + below;
            if (IsVersion2(full)) return TryInode(full, out id);
        }

        return false;
    }

    /// <summary>A network namespace by the name that <c>ip netns</c> gave it, or by the process in it: <c>pid:42</c>.</summary>
    public static bool TryFindNetNamespace(string name, out ulong inode)
    {
        inode = 0;
        if (name.StartsWith("pid:", StringComparison.Ordinal))
            return uint.TryParse(name.AsSpan(4), out uint pid) && TryInode("/proc/" + pid + "/ns/net", out inode);
        return name.Length > 0 && !name.Contains('/') && !name.Contains('\0') && TryInode("/run/netns/" + name, out inode);
    }

    private static bool IsVersion2(string directory) => TryInode(directory + "/cgroup.procs", out _) && TryInode(directory + "/cgroup.controllers", out _);

    private static bool TryInode(string path, out ulong inode)
    {
        inode = 0;
        int errno = Open.Call(Encoding.UTF8.GetBytes(path + "\0"), FileFlags.O_RDONLY, out SafeFd file);
        using (file)
        {
            if (errno != 0 || FStat.Call(file, out FileStatus status) != 0) return false;
            inode = status.Inode;
            return true;
        }
    }
}
