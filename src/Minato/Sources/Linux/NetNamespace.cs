using System.Text;
using Minato.Interop.Linux;
using Minato.Interop.Linux.Libc;

namespace Minato.Sources.Linux;

/// <summary>What of entering a namespace was refused.</summary>
internal enum NamespaceStep : byte
{
    Open,
    Enter,
    Unshare,
    Detach,
}

/// <summary>The network namespace this thread is in (namespaces(7)).</summary>
internal static class NetNamespace
{
    // Where ip-netns(8) keeps the files of /etc that a namespace has for itself, and those of them that names are read from.
    private const string EtcFolder = "/etc/netns/";
    private static readonly string[] EtcFiles = ["hosts", "protocols", "resolv.conf", "services"];

    /// <summary>Inode that names the namespace; 0 when it cannot be read.</summary>
    public static ulong Read(string procRoot)
    {
        int errno = Open.Call(Terminated(procRoot + "/thread-self/ns/net"), FileFlags.O_RDONLY, out SafeFd file);
        using (file)
        {
            return errno == 0 && FStat.Call(file, out FileStatus status) == 0 ? status.Inode : 0;
        }
    }

    /// <summary>
    /// Takes this thread into the namespace of a file. Threads that it starts later begin there; all others stay where they
    /// are, so whoever reads sockets afterwards must do it on this thread.
    /// </summary>
    /// <param name="path">The namespace's file.</param>
    /// <param name="step">Where it failed.</param>
    /// <returns>0, or an error number.</returns>
    public static int Enter(string path, out NamespaceStep step)
    {
        step = NamespaceStep.Open;
        int errno = Open.Call(Terminated(path), FileFlags.O_RDONLY, out SafeFd file);
        using (file)
        {
            if (errno != 0) return errno;
            step = NamespaceStep.Enter;
            return SetNs.Call(file, NamespaceFlags.CLONE_NEWNET);
        }
    }

    /// <summary>
    /// Puts the files of /etc that the named namespace has for itself in their places, for this thread alone. ss also
    /// mounts a sysfs of the namespace; nothing here reads that.
    /// </summary>
    public static int BindFiles(string name, out NamespaceStep step)
    {
        step = NamespaceStep.Unshare;
        int errno = Open.Call(Terminated(EtcFolder + name), FileFlags.O_RDONLY | FileFlags.O_DIRECTORY, out SafeFd folder);
        folder.Dispose();
        if (errno != 0) return 0;

        errno = Unshare.Call(NamespaceFlags.CLONE_NEWNS);
        if (errno != 0) return errno;
        step = NamespaceStep.Detach;
        errno = Mount.Call("\0"u8, "/\0"u8, MountFlags.MS_SLAVE | MountFlags.MS_REC);
        if (errno != 0) return errno;

        // A file that either side does not have cannot be bound, and need not be.
        foreach (string file in EtcFiles) _ = Mount.Call(Terminated(EtcFolder + name + "/" + file), Terminated("/etc/" + file), MountFlags.MS_BIND);
        return 0;
    }

    private static byte[] Terminated(string path) => Encoding.UTF8.GetBytes(path + "\0");
}
