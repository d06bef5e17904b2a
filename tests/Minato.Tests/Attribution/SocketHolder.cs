using System;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Minato.Tests.Attribution;

/// <summary>
/// Another process that holds a socket of this one, as a worker that was forked does. The descriptor is handed over by
/// posix_spawn(3), so that no other process that tests start at the same moment gets it too.
/// </summary>
internal sealed unsafe partial class SocketHolder : IDisposable
{
    private const int SIGKILL = 9;

    public SocketHolder(Socket socket, int fd)
    {
        // posix_spawn_file_actions_t has 80 bytes in glibc.
        byte* actions = stackalloc byte[256];
        Assert.Equal(0, posix_spawn_file_actions_init(actions));
        Assert.Equal(0, posix_spawn_file_actions_adddup2(actions, (int)socket.Handle, fd));
        fixed (byte* path = "/bin/sleep\0"u8)
        fixed (byte* seconds = "60\0"u8)
        {
            byte** arguments = stackalloc byte*[] { path, seconds, null };
            byte** environment = stackalloc byte*[] { null };
            Assert.Equal(0, posix_spawn(out int pid, path, actions, null, arguments, environment));
            Pid = pid;
        }

        _ = posix_spawn_file_actions_destroy(actions);
    }

    public int Pid { get; }

    public void Dispose()
    {
        _ = kill(Pid, SIGKILL);
        _ = waitpid(Pid, null, 0);
    }

    [LibraryImport("libc")]
    private static partial int posix_spawn_file_actions_init(byte* actions);

    [LibraryImport("libc")]
    private static partial int posix_spawn_file_actions_adddup2(byte* actions, int fd, int newFd);

    [LibraryImport("libc")]
    private static partial int posix_spawn_file_actions_destroy(byte* actions);

    [LibraryImport("libc")]
    private static partial int posix_spawn(out int pid, byte* path, byte* actions, void* attributes, byte** arguments, byte** environment);

    [LibraryImport("libc")]
    private static partial int kill(int pid, int signal);

    [LibraryImport("libc")]
    private static partial int waitpid(int pid, int* status, int options);
}
