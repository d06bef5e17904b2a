using System;
using System.Runtime.InteropServices;

namespace Minato.Cli.Terminal;

/// <summary>Another program, started on this one's standard streams and waited for.</summary>
internal static unsafe partial class ChildProcess
{
    // signal.h, spawn.h, errno.h: the same on Linux and macOS.
    private const int SIGPIPE = 13;
    private const short POSIX_SPAWN_SETSIGDEF = 4;
    private const int EINTR = 4;

    // sys/wait.h: the same on both, too.
    private const int WUNTRACED = 2;

    // signal.h
    private static readonly int SIGCHLD = OperatingSystem.IsMacOS() ? 20 : 17;
    private static readonly int SIGCONT = OperatingSystem.IsMacOS() ? 19 : 18;

    /// <summary>
    /// Runs <paramref name="program"/>, looked for along PATH when it has no slash. Gives 0, or the error number that
    /// kept it from starting; <paramref name="exitCode"/> is its exit code as a shell reports it: 128 + N when signal N
    /// ended it.
    /// </summary>
    public static int Run(
        string program, ReadOnlySpan<string> arguments, ChildEnvironment environment, SignalRelay relay, out int exitCode)
    {
        exitCode = 0;
        nint[] argv = new nint[arguments.Length + 2];
        argv[0] = Marshal.StringToCoTaskMemUTF8(program);
        for (int i = 0; i < arguments.Length; i++) argv[i + 1] = Marshal.StringToCoTaskMemUTF8(arguments[i]);
        try
        {
            // Whoever started us may ignore SIGCHLD, and that is inherited: the exit code would be thrown away.
            _ = signal(SIGCHLD, 0);
            int errno = Spawn(argv, environment, out int child);
            if (errno != 0) return errno;
            relay.PassTo(child);
            exitCode = Wait(child);
            relay.PassToNobody();
            return 0;
        }
        finally
        {
            foreach (nint argument in argv) Marshal.FreeCoTaskMem(argument);
        }
    }

    private static int Spawn(nint[] argv, ChildEnvironment environment, out int child)
    {
        // posix_spawnattr_t and sigset_t are opaque: 336 and 128 bytes in glibc, less elsewhere.
        byte* attributes = stackalloc byte[512];
        byte* defaults = stackalloc byte[128];
        _ = posix_spawnattr_init(attributes);
        _ = sigemptyset(defaults);

        // The .NET runtime ignores SIGPIPE, and an ignored signal stays ignored across exec: every `yes | head` in the
        // shell would complain. Signals that this program handles need no mention, exec itself resets those.
        _ = sigaddset(defaults, SIGPIPE);
        _ = posix_spawnattr_setsigdefault(attributes, defaults);
        _ = posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGDEF);
        fixed (nint* arguments = argv)
        fixed (nint* variables = environment.Entries)
        {
            int pid = 0;
            int errno = posix_spawnp(&pid, (byte*)argv[0], null, attributes, arguments, variables);
            _ = posix_spawnattr_destroy(attributes);
            child = pid;
            return errno;
        }
    }

    private static int Wait(int child)
    {
        while (true)
        {
            int status = 0;
            if (waitpid(child, &status, WUNTRACED) < 0)
            {
                int errno = Marshal.GetLastPInvokeError();
                if (errno != EINTR) throw new InvalidOperationException("waitpid failed with error " + errno);
                continue;
            }

            // WIFEXITED, WIFSTOPPED, WEXITSTATUS, WSTOPSIG and WTERMSIG.
            int signal = status & 0x7f;
            int detail = (status >> 8) & 0xff;
            if (signal == 0) return detail;
            if (signal != 0x7f) return 128 + signal;
            StopWith(child, detail);
        }
    }

    /// <summary>
    /// A shell with a process group of its own has stopped itself (<c>suspend</c>). The shell around this program waits
    /// for this program to stop, not for that one: stop too, and let both go on together. In a common group (^Z) the
    /// terminal has told everyone.
    /// </summary>
    private static void StopWith(int child, int signal)
    {
        if (getpgid(child) == getpgid(0)) return;
        _ = kill(getpid(), signal);
        _ = kill(child, SIGCONT);
    }

    [LibraryImport("libc")]
    private static partial int posix_spawnp(
        int* pid, byte* file, void* fileActions, byte* attributes, nint* arguments, nint* environment);

    [LibraryImport("libc")]
    private static partial int posix_spawnattr_init(byte* attributes);

    [LibraryImport("libc")]
    private static partial int posix_spawnattr_setsigdefault(byte* attributes, byte* signals);

    [LibraryImport("libc")]
    private static partial int posix_spawnattr_setflags(byte* attributes, short flags);

    [LibraryImport("libc")]
    private static partial int posix_spawnattr_destroy(byte* attributes);

    [LibraryImport("libc")]
    private static partial int sigemptyset(byte* signals);

    [LibraryImport("libc")]
    private static partial int sigaddset(byte* signals, int signal);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int waitpid(int pid, int* status, int options);

    [LibraryImport("libc")]
    private static partial nint signal(int signal, nint handler);

    [LibraryImport("libc")]
    private static partial int kill(int pid, int signal);

    [LibraryImport("libc")]
    private static partial int getpid();

    [LibraryImport("libc")]
    private static partial int getpgid(int pid);
}
