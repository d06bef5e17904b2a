using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;

namespace Minato.Cli.Terminal;

/// <summary>
/// Symbolic links. Not by FileInfo: it can tell who may write a file, and so links the group database, which a static
/// program must not call.
/// </summary>
internal static unsafe partial class SymbolicLink
{
    private const int MaxPath = 4096;

    // errno.h
    private const int EPERM = 1;
    private const int EACCES = 13;

    /// <summary>What the link points at; null when it is no link or is not there.</summary>
    public static string? TargetOf(string path)
    {
        if (OperatingSystem.IsWindows()) return new FileInfo(path).LinkTarget;
        fixed (byte* p = Terminated(path)) return TargetOf(p);
    }

    /// <summary>Makes a link.</summary>
    /// <exception cref="UnauthorizedAccessException">This user may not.</exception>
    /// <exception cref="IOException">The system refused; HResult is the error number.</exception>
    public static void Create(string path, string target)
    {
        if (OperatingSystem.IsWindows())
        {
            File.CreateSymbolicLink(path, target);
            return;
        }

        fixed (byte* p = Terminated(path))
        fixed (byte* t = Terminated(target))
        {
            if (symlink(t, p) == 0) return;
        }

        int errno = Marshal.GetLastPInvokeError();
        if (errno is EPERM or EACCES) throw new UnauthorizedAccessException(path);
        throw new IOException(path, errno);
    }

    internal static string? TargetOf(byte* path)
    {
        byte* target = stackalloc byte[MaxPath];
        nint length = readlink(path, target, MaxPath);
        return length <= 0 ? null : Encoding.UTF8.GetString(target, (int)length);
    }

    private static byte[] Terminated(string path) => Encoding.UTF8.GetBytes(path + "\0");

    [LibraryImport("libc", SetLastError = true)]
    private static partial int symlink(byte* target, byte* path);

    [LibraryImport("libc")]
    private static partial nint readlink(byte* path, byte* target, nuint size);
}
