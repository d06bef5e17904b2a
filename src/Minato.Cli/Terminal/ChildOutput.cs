using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Minato.Cli.Terminal;

/// <summary>What another program says when it is asked one thing.</summary>
internal static unsafe partial class ChildOutput
{
    // More than any answer that is waited for here.
    private const int MaxAnswer = 4096;

    // bits/fcntl-linux.h, bits/poll.h, signal.h
    private const int O_CLOEXEC = 0x80000;
    private const short POLLIN = 1;
    private const int SIGKILL = 9;

    /// <summary>
    /// Standard output of <c>program argument</c> when it ends within the time, cut at 4 KiB; null when it cannot be started
    /// or is too slow, and then it is ended.
    /// </summary>
    /// <param name="program">The program's path.</param>
    /// <param name="argument">Its only argument.</param>
    /// <param name="variable">NAME=VALUE to add to its environment.</param>
    /// <param name="milliseconds">How long to wait.</param>
    public static byte[]? Read(string program, string argument, string variable, int milliseconds)
    {
        int* ends = stackalloc int[2];
        if (pipe2(ends, O_CLOEXEC) != 0) return null;
        int errno = Start(program, argument, variable, ends[1], out int child);
        _ = close(ends[1]);
        byte[]? answer = errno == 0 ? ReadToEnd(ends[0], milliseconds) : null;
        _ = close(ends[0]);
        if (errno != 0) return null;
        if (answer is null) _ = kill(child, SIGKILL);
        int status;
        while (waitpid(child, &status, 0) < 0 && Marshal.GetLastPInvokeError() == 4)
        {
        }

        return answer;
    }

    private static int Start(string program, string argument, string variable, int output, out int child)
    {
        // posix_spawn_file_actions_t is opaque: 80 bytes in glibc and musl.
        byte* actions = stackalloc byte[256];
        _ = posix_spawn_file_actions_init(actions);
        _ = posix_spawn_file_actions_adddup2(actions, output, 1);
        nint path = Marshal.StringToCoTaskMemUTF8(program);
        nint word = Marshal.StringToCoTaskMemUTF8(argument);
        using ChildEnvironment environment = new(null, variable);
        nint* argv = stackalloc nint[3];
        argv[0] = path;
        argv[1] = word;
        argv[2] = 0;
        fixed (nint* variables = environment.Entries)
        {
            int pid = 0;
            int errno = posix_spawn(&pid, (byte*)path, actions, null, argv, variables);
            _ = posix_spawn_file_actions_destroy(actions);
            Marshal.FreeCoTaskMem(path);
            Marshal.FreeCoTaskMem(word);
            child = pid;
            return errno;
        }
    }

    private static byte[]? ReadToEnd(int descriptor, int milliseconds)
    {
        byte[] buffer = new byte[MaxAnswer];
        int length = 0;
        long start = Stopwatch.GetTimestamp();
        while (length < buffer.Length)
        {
            int left = milliseconds - (int)Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            PollEntry entry = new() { Descriptor = descriptor, Events = POLLIN };
            if (left <= 0) return null;
            if (poll(&entry, 1, left) <= 0) continue;
            fixed (byte* place = buffer)
            {
                nint got = read(descriptor, place + length, (nuint)(buffer.Length - length));
                if (got <= 0) break;
                length += (int)got;
            }
        }

        return buffer[..length];
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int pipe2(int* ends, int flags);

    [LibraryImport("libc")]
    private static partial int posix_spawn(int* pid, byte* path, void* fileActions, void* attributes, nint* arguments, nint* environment);

    [LibraryImport("libc")]
    private static partial int posix_spawn_file_actions_init(byte* actions);

    [LibraryImport("libc")]
    private static partial int posix_spawn_file_actions_adddup2(byte* actions, int descriptor, int asDescriptor);

    [LibraryImport("libc")]
    private static partial int posix_spawn_file_actions_destroy(byte* actions);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint read(int descriptor, byte* bytes, nuint count);

    [LibraryImport("libc")]
    private static partial int close(int descriptor);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int poll(PollEntry* entries, nuint count, int milliseconds);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int waitpid(int pid, int* status, int options);

    [LibraryImport("libc")]
    private static partial int kill(int pid, int signal);

    [StructLayout(LayoutKind.Sequential)]
    private struct PollEntry
    {
        public int Descriptor;
        public short Events;
        public short Returned;
    }
}
