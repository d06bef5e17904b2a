using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;

namespace Minato.Cli.Terminal;

/// <summary>Files that can be started.</summary>
internal static unsafe partial class ProgramFile
{
    // unistd.h
    private const int X_OK = 1;

    /// <summary>Whether the file is there and this user may start it. Not by its mode: File.GetUnixFileMode links the group database.</summary>
    public static bool CanStart(string path)
    {
        if (!File.Exists(path)) return false;
        if (OperatingSystem.IsWindows()) return true;
        fixed (byte* name = Encoding.UTF8.GetBytes(path + "\0")) return access(name, X_OK) == 0;
    }

    [LibraryImport("libc")]
    private static partial int access(byte* path, int mode);
}
