using System;
using System.IO;
using System.Runtime.InteropServices;

namespace Minato.Cli.Terminal;

/// <summary>The file that was started, which a link may have led to this program.</summary>
internal static unsafe partial class StartedAs
{
    // elf.h: the path that execve(2) was given.
    private const nuint AT_EXECFN = 31;

    /// <summary>File name that the started link points at; null when the program was started by itself.</summary>
    public static string? LinkTargetName
    {
        get
        {
            byte* path = OperatingSystem.IsLinux() ? (byte*)getauxval(AT_EXECFN) : null;
            return path == null ? null : Path.GetFileName(SymbolicLink.TargetOf(path));
        }
    }

    [LibraryImport("libc")]
    private static partial nuint getauxval(nuint type);
}
