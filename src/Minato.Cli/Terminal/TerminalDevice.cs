using System.Runtime.InteropServices;

namespace Minato.Cli.Terminal;

/// <summary>Whether a person sits at the other end.</summary>
internal static partial class TerminalDevice
{
    /// <summary>Standard input and standard error are a terminal: a person can read a word about what happens and answer it.</summary>
    public static bool IsInteractive => isatty(0) == 1 && isatty(2) == 1;

    [LibraryImport("libc")]
    private static partial int isatty(int descriptor);
}
