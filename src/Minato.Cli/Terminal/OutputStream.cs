using System;
using System.Globalization;
using System.Runtime.InteropServices;
using Minato.Rendering;

namespace Minato.Cli.Terminal;

/// <summary>
/// Bytes to an open descriptor by <c>write(2)</c>: short writes go on, interrupted ones are made again, and the first
/// error is kept and stops everything after it.
/// </summary>
internal sealed unsafe partial class OutputStream(int descriptor) : IByteOutput
{
    // errno.h
    private const int EINTR = 4;
    private const int EAGAIN = 11;
    private const int EPIPE = 32;
    private const int EBADF = 9;
    private const int ENOSPC = 28;

    // asm-generic/fcntl.h
    private const int F_GETFD = 1;
    private const int O_RDWR = 2;

    // asm-generic/ioctls.h
    private const nuint TIOCGWINSZ = 0x5413;

    // What a terminal that does not know its size is taken for.
    private const int DefaultColumns = 80;
    private const int DefaultRows = 24;

    private volatile bool _isWriting;

    public static OutputStream Standard { get; } = new(1);

    public static OutputStream Error { get; } = new(2);

    /// <summary>The error number that ended this stream, or 0.</summary>
    public int Failure { get; private set; }

    /// <summary>Whether the reader went away: the program ends quietly then.</summary>
    public bool IsBrokenPipe => Failure == EPIPE;

    /// <summary>What the failure means, in English.</summary>
    public string FailureText => Failure switch
    {
        EBADF => "it is closed",
        ENOSPC => "No space left on device",
        _ => Marshal.GetPInvokeErrorMessage(Failure),
    };

    /// <summary>Columns of the terminal behind this stream; 0 when there is none. COLUMNS overrides what the terminal says.</summary>
    public int TerminalWidth
    {
        get
        {
            WindowSize size = default;
            if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) return 0;
            if (int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out int columns) && columns > 0) return columns;
            return size.Columns == 0 ? DefaultColumns : size.Columns;
        }
    }

    /// <summary>What the terminal behind this stream says of its columns; 0 when there is none or it does not say.</summary>
    public int WindowColumns
    {
        get
        {
            WindowSize size = default;
            return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.Columns : 0;
        }
    }

    /// <summary>Rows and columns of the terminal behind this stream, or what is usual where it does not say.</summary>
    public (int Rows, int Columns) Extent
    {
        get
        {
            WindowSize size = default;
            _ = ioctl(descriptor, TIOCGWINSZ, &size);
            return (size.Rows == 0 ? DefaultRows : size.Rows, size.Columns == 0 ? DefaultColumns : size.Columns);
        }
    }

    /// <summary>Takes what is written, in place of the descriptor; null is the descriptor.</summary>
    public IByteOutput? Instead { get; set; }

    /// <summary>Whether a write is under way, which may be for as long as the reader likes.</summary>
    public bool IsWriting => _isWriting;

    /// <summary>Whether nothing was written, or the last of it ended a line.</summary>
    public bool IsAtLineStart { get; private set; } = true;

    /// <summary>
    /// To be called before anything is opened: a standard descriptor that the caller closed would be the next one given
    /// out, and rows would be written into a socket of our own. Such a stream has failed from the start.
    /// </summary>
    public static void HoldStandardDescriptors()
    {
        for (int descriptor = 0; descriptor <= 2; descriptor++)
        {
            if (fcntl(descriptor, F_GETFD, 0) >= 0) continue;
            if (descriptor == 1) Standard.Failure = EBADF;
            if (descriptor == 2) Error.Failure = EBADF;

            // The lowest free number is this one. Where there is no such device, only the marks above protect.
            fixed (byte* path = "/dev/null\0"u8) _ = open(path, O_RDWR, 0);
        }
    }

    /// <summary>False once the stream has failed.</summary>
    public bool Write(ReadOnlySpan<byte> bytes)
    {
        if (Failure != 0) return false;
        if (Instead is { } other) return other.Write(bytes);
        if (bytes.IsEmpty) return true;
        _isWriting = true;
        bool isWhole = WriteAll(bytes);
        _isWriting = false;
        IsAtLineStart = bytes[^1] == (byte)'\n';
        return isWhole;
    }

    private bool WriteAll(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = bytes)
        {
            int done = 0;
            while (done < bytes.Length)
            {
                nint wrote = write(descriptor, start + done, (nuint)(bytes.Length - done));
                if (wrote >= 0)
                {
                    done += (int)wrote;
                    continue;
                }

                int errno = Marshal.GetLastPInvokeError();
                if (errno == EINTR) continue;
                if (errno == EAGAIN)
                {
                    // A terminal or pipe that another program made non-blocking: wait for room rather than lose rows.
                    WaitWritable();
                    continue;
                }

                Failure = errno;
                return false;
            }
        }

        return true;
    }

    private void WaitWritable()
    {
        PollEntry entry = new() { Descriptor = descriptor, Events = 4 };
        _ = poll(&entry, 1, 1000);
    }

    [LibraryImport("libc")]
    private static partial int fcntl(int descriptor, int command, nint argument);

    [LibraryImport("libc")]
    private static partial int open(byte* path, int flags, uint mode);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint write(int descriptor, byte* bytes, nuint count);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int poll(PollEntry* entries, nuint count, int milliseconds);

    [LibraryImport("libc")]
    private static partial int ioctl(int descriptor, nuint request, WindowSize* size);

    [StructLayout(LayoutKind.Sequential)]
    private struct WindowSize
    {
        public ushort Rows;
        public ushort Columns;
        public ushort PixelsWide;
        public ushort PixelsHigh;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct PollEntry
    {
        public int Descriptor;
        public short Events;
        public short Returned;
    }
}
