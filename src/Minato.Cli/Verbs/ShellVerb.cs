using System;
using System.IO;
using System.Runtime.Versioning;
using Minato.Cli.Terminal;

namespace Minato.Cli.Verbs;

/// <summary><c>minato shell</c>: the user's shell, in which <c>ss</c> and <c>netstat</c> are this program.</summary>
internal static class ShellVerb
{
    internal const string Help = """
        minato shell [ARGUMENTS OF YOUR SHELL]

        Opens your shell ($SHELL, or /bin/sh) where ss, netstat and minato start this
        program, also behind sudo. Nothing is installed: the names live in a private
        directory, first on PATH, that is gone when the shell ends (exit or ^D).

          minato shell
          minato shell -c 'ss -tan | grep ESTABLISHED'
          echo 'ss -tuln' | minato shell

        bash, zsh and fish keep the directory first whatever your startup files do to
        PATH; in another shell whose startup files hide it, type the line shown first.
        After sudo -u NAME the system's own ss starts: the directory is yours alone.
        With MINATO_EXACT set, ss prints what ss of iproute2 prints, behind sudo too.

        Exit code: the shell's (128 + N when signal N ended it), 4 if none could start.
        """;

    internal static int Run(ReadOnlySpan<string> args)
    {
        if (args.Length == 1 && args[0] is "-h" or "--help") return HelpVerb.Run(["shell"]);
        if (OperatingSystem.IsWindows()) return VerbMessage.Refused("shell", "works on Linux and macOS only");
        if (ThisProgram.Path is not { } program) return VerbMessage.Refused("shell", ThisProgram.IsGone);
        string shell = Environment.GetEnvironmentVariable("SHELL") is { Length: > 0 } named ? named : "/bin/sh";

        // From here on a signal no longer ends this program: what is made below is removed below.
        using SignalRelay relay = new();
        using ShellFolder? folder = ShellFolder.Make(
            program, ExactName.FromEnvironment(), Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR"), Path.GetTempPath(), "/tmp");
        if (folder is null)
            return VerbMessage.Refused("shell", "found no place for a private directory; name one: TMPDIR=/some/dir minato shell");
        try
        {
            return Run(shell, args, folder, relay);
        }
        catch (IOException failure)
        {
            return VerbMessage.Refused("shell", $"cannot prepare {folder.Path}: {VerbMessage.Reason(failure)}");
        }
    }

    [UnsupportedOSPlatform("windows")]
    private static int Run(string shell, ReadOnlySpan<string> args, ShellFolder folder, SignalRelay relay)
    {
        ShellStartup startup = ShellStartup.For(shell, folder.Path);
        if (TerminalDevice.IsInteractive && args.Length == 0) Greet(startup, folder.Path);
        using ChildEnvironment environment = new(folder.Path, startup.Variables);
        int errno = ChildProcess.Run(shell, [.. startup.Arguments, .. args], environment, relay, out int exitCode);
        return errno == 0
            ? exitCode
            : VerbMessage.Refused("shell", $"cannot start {shell}: {VerbMessage.Reason(errno)}. Type: SHELL=/bin/sh minato shell");
    }

    private static void Greet(ShellStartup startup, string folder)
    {
        VerbMessage.Warn("minato shell: ss, netstat and sudo ss are Minato's here; exit or ^D ends it.");
        if (!startup.KeepsFolderFirst) VerbMessage.Warn($"If your startup files hide them, type: PATH={folder}:$PATH");
    }
}
