using System;
using System.Runtime.InteropServices;
using System.Text;

namespace Minato.Cli.Terminal;

/// <summary>
/// A file, or standard input, read to its end. By the system's own calls: what .NET has for it brings the user database
/// along, and with it name-service plug-ins that a static program cannot load.
/// </summary>
internal static unsafe partial class InputFile
{
    // errno.h
    public const int EISDIR = 21;

    private const int EINTR = 4;

    // asm-generic/fcntl.h: O_RDONLY | O_CLOEXEC
    private const int Flags = 0x80000;

    private const int StandardInput = 0;
    private const int PieceSize = 64 * 1024;

    /// <summary>Up to <paramref name="limit"/> bytes of a file; null is standard input.</summary>
    /// <returns>0, or an error number.</returns>
    public static int Read(string? path, int limit, out byte[] bytes)
    {
        bytes = [];
        int descriptor = StandardInput;
        if (path is not null)
        {
            int errno = Open(path, out descriptor);
            if (errno != 0) return errno;
        }

        int failure = ReadToEnd(descriptor, limit, ref bytes);
        if (path is not null) _ = close(descriptor);
        return failure;
    }

    /// <summary>Hands on a file of any size in pieces; null is standard input.</summary>
    /// <returns>0, or an error number.</returns>
    public static int ReadPieces(string? path, PieceReader take)
    {
        int descriptor = StandardInput;
        if (path is not null)
        {
            int errno = Open(path, out descriptor);
            if (errno != 0) return errno;
        }

        byte[] buffer = new byte[PieceSize];
        int failure;
        while (true)
        {
            nint got = ReadOnce(descriptor, buffer, out failure);
            if (got <= 0 || !take(buffer.AsSpan(0, (int)got))) break;
        }

        if (path is not null) _ = close(descriptor);
        return failure;
    }

    private static nint ReadOnce(int descriptor, byte[] buffer, out int errno)
    {
        fixed (byte* place = buffer)
        {
            while (true)
            {
                nint got = read(descriptor, place, (nuint)buffer.Length);
                errno = got >= 0 ? 0 : Marshal.GetLastPInvokeError();
                if (errno != EINTR) return got;
            }
        }
    }

    private static int Open(string path, out int descriptor)
    {
        fixed (byte* name = Encoding.UTF8.GetBytes(path + "\0"))
        {
            while (true)
            {
                descriptor = open(name, Flags, 0);
                int errno = descriptor >= 0 ? 0 : Marshal.GetLastPInvokeError();
                if (errno != EINTR) return errno;
            }
        }
    }

    private static int ReadToEnd(int descriptor, int limit, ref byte[] bytes)
    {
        byte[] buffer = new byte[4096];
        int length = 0;
        while (length < limit)
        {
            if (length == buffer.Length) Array.Resize(ref buffer, Math.Min(limit, length * 2));
            fixed (byte* place = buffer)
            {
                nint got = read(descriptor, place + length, (nuint)(buffer.Length - length));
                int errno = got >= 0 ? 0 : Marshal.GetLastPInvokeError();
                if (errno == EINTR) continue;
                if (errno != 0) return errno;
                if (got == 0) break;
                length += (int)got;
            }
        }

        bytes = buffer[..length];
        return 0;
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int open(byte* path, int flags, uint mode);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint read(int descriptor, byte* bytes, nuint count);

    [LibraryImport("libc")]
    private static partial int close(int descriptor);
}

/// <summary>Takes the next piece of a file; false when it wants no more.</summary>
internal delegate bool PieceReader(ReadOnlySpan<byte> piece);
