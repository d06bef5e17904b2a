using System.Text;
using Minato.Interop.Linux;
using Minato.Interop.Linux.Libc;

namespace Minato.Sources.Linux;

/// <summary>The network namespace this thread is in (namespaces(7)).</summary>
internal static class NetNamespace
{
    /// <summary>Inode that names the namespace; 0 when it cannot be read.</summary>
    public static ulong Read(string procRoot)
    {
        int errno = Open.Call(Encoding.UTF8.GetBytes(procRoot + "/thread-self/ns/net\0"), FileFlags.O_RDONLY, out SafeFd file);
        using (file)
        {
            return errno == 0 && FStat.Call(file, out FileStatus status) == 0 ? status.Inode : 0;
        }
    }
}
