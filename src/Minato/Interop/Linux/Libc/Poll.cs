using System;
using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Libc;

/// <summary><c>struct pollfd</c>.</summary>
[NativeLayout("struct pollfd", "poll.h")]
[StructLayout(LayoutKind.Sequential)]
internal struct PollFd
{
    public int fd;
    public short events;
    public short revents;
}

/// <summary><c>poll(2)</c>, waiting for sockets to have something to read.</summary>
internal static unsafe partial class Poll
{
    // poll.h: POLLIN.
    private const short Readable = 1;

    /// <summary>True when there is something to read within <paramref name="milliseconds"/>; an interruption counts as not yet.</summary>
    internal static bool WaitReadable(SafeFd socket, int milliseconds)
    {
        bool held = false;
        try
        {
            socket.DangerousAddRef(ref held);
            PollFd entry = new() { fd = (int)socket.DangerousGetHandle(), events = Readable };
            return poll(&entry, 1, Math.Max(0, milliseconds)) > 0;
        }
        finally
        {
            if (held) socket.DangerousRelease();
        }
    }

    /// <summary>As <see cref="WaitReadable"/>, for the first of several sockets. The caller keeps them open meanwhile.</summary>
    internal static bool WaitAnyReadable(ReadOnlySpan<SafeFd> sockets, int milliseconds)
    {
        Span<PollFd> entries = stackalloc PollFd[sockets.Length];
        for (int i = 0; i < sockets.Length; i++)
            entries[i] = new PollFd { fd = (int)sockets[i].DangerousGetHandle(), events = Readable };
        fixed (PollFd* p = entries) return poll(p, (nuint)entries.Length, Math.Max(0, milliseconds)) > 0;
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int poll(PollFd* entries, nuint count, int milliseconds);
}
