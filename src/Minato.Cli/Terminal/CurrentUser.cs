using System;
using System.Runtime.InteropServices;

namespace Minato.Cli.Terminal;

/// <summary>Who runs this program. Not by Environment.IsPrivilegedProcess: beside it the user database is linked.</summary>
internal static partial class CurrentUser
{
    public static bool IsRoot => !OperatingSystem.IsWindows() && geteuid() == 0;

    [LibraryImport("libc")]
    private static partial uint geteuid();
}
