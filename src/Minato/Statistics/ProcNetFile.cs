using System.Text;
using Minato.Interop.Linux;
using Minato.Interop.Linux.Libc;

namespace Minato.Statistics;

/// <summary>Opens tables below /proc/net.</summary>
internal static class ProcNetFile
{
    /// <summary>
    /// Opens the table of the calling thread's network namespace; below a root without thread-self (a copied tree) that of its own net
    /// folder.
    /// </summary>
    /// <returns>0, or an error number.</returns>
    public static int Open(string root, string name, out SafeFd file)
    {
        int errno = OpenPath(root + "/thread-self/net/" + name, out file);
        if (errno != Errno.ENOENT) return errno;
        file.Dispose();
        return OpenPath(root + "/net/" + name, out file);
    }

    /// <summary>Opens any file to be read.</summary>
    /// <returns>0, or an error number.</returns>
    public static int OpenPath(string path, out SafeFd file) => Interop.Linux.Libc.Open.Call(Encoding.UTF8.GetBytes(path + "\0"), FileFlags.O_RDONLY, out file);
}
