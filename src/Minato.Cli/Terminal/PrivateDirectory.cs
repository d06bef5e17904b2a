using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;

namespace Minato.Cli.Terminal;

/// <summary>A directory that this program alone made, with a name nobody can foresee and mode 0700.</summary>
[UnsupportedOSPlatform("windows")]
internal static unsafe partial class PrivateDirectory
{
    /// <summary>The new directory's path in <paramref name="parent"/>, or null when there can be none.</summary>
    public static string? Make(string parent, string prefix)
    {
        byte[] template = Encoding.UTF8.GetBytes(Path.Join(parent, prefix + "XXXXXX\0"));
        fixed (byte* path = template)
        {
            return mkdtemp(path) == null ? null : Encoding.UTF8.GetString(template.AsSpan(..^1));
        }
    }

    /// <summary>Writes a script of mode 0700. False when programs cannot be started here: the file system is noexec.</summary>
    public static bool TryWriteScript(string path, string text)
    {
        FileStreamOptions options = new()
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
        };
        using (FileStream script = new(path, options)) script.Write(Encoding.UTF8.GetBytes(text));
        return ProgramFile.CanStart(path);
    }

    /// <summary>Removes an empty directory. Not by Directory.Delete: its recursive half links the group database.</summary>
    /// <exception cref="IOException">The system refused, for one because something else lies in it; HResult is the error number.</exception>
    public static void Remove(string path)
    {
        fixed (byte* name = Encoding.UTF8.GetBytes(path + "\0"))
        {
            if (rmdir(name) == 0) return;
        }

        throw new IOException(path, Marshal.GetLastPInvokeError());
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int rmdir(byte* path);

    [LibraryImport("libc")]
    private static partial byte* mkdtemp(byte* template);
}
