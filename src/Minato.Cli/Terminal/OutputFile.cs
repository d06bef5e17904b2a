using System;
using System.Runtime.InteropServices;
using System.Text;

namespace Minato.Cli.Terminal;

/// <summary>A file that is made, or emptied, to be written to; also a device or a pipe of that name.</summary>
internal sealed unsafe partial class OutputFile : IDisposable
{
    // asm-generic/fcntl.h: O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC
    private const int Flags = 0x1 | 0x40 | 0x200 | 0x80000;

    // What umask(2) leaves of it.
    private const uint ReadableByAll = 0x1B6;

    private const int EINTR = 4;

    private readonly int _descriptor;

    private OutputFile(int descriptor)
    {
        _descriptor = descriptor;
        Stream = new OutputStream(descriptor);
    }

    public OutputStream Stream { get; }

    /// <summary>The file, or null and why it cannot be opened.</summary>
    public static OutputFile? Create(string path, out string failure)
    {
        failure = "";
        fixed (byte* name = Encoding.UTF8.GetBytes(path + "\0"))
        {
            while (true)
            {
                int descriptor = open(name, Flags, ReadableByAll);
                if (descriptor >= 0) return new OutputFile(descriptor);
                int errno = Marshal.GetLastPInvokeError();
                if (errno == EINTR) continue;
                failure = Marshal.GetPInvokeErrorMessage(errno);
                return null;
            }
        }
    }

    public void Dispose() => _ = close(_descriptor);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int open(byte* path, int flags, uint mode);

    [LibraryImport("libc")]
    private static partial int close(int descriptor);
}
