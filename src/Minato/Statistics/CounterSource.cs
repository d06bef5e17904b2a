using System;
using Minato.Interop.Linux;
using Minato.Model;
using Minato.Wire;

namespace Minato.Statistics;

/// <summary>Reads the kernel's counters (proc_pid_net(5)) of the network namespace that the calling thread is in.</summary>
internal static class CounterSource
{
    // net/netstat of Linux 6.18 has 5 kB.
    private const int BufferSize = 16 * 1024;

    // What no counter file reaches: someone else's file, which could be endless.
    private const int MostBytes = 4 * 1024 * 1024;

    /// <summary>Adds a file's counters; an error number when it could not be read, 0 otherwise.</summary>
    /// <param name="procRoot">Where /proc is.</param>
    /// <param name="file">The file.</param>
    /// <param name="instead">A file to read in its place, or null.</param>
    /// <param name="into">Where the counters go.</param>
    public static int Read(string procRoot, CounterFile file, string? instead, CounterTable into)
    {
        byte[] buffer = new byte[BufferSize];
        int length = 0;
        int errno = instead is null ? ProcNetFile.Open(procRoot, Name(file), out SafeFd descriptor) : ProcNetFile.OpenPath(instead, out descriptor);
        using (descriptor)
        {
            while (errno == 0)
            {
                if (length == buffer.Length) Array.Resize(ref buffer, length * 2);
                int got = Interop.Linux.Libc.Read.Call(descriptor, buffer.AsSpan(length));
                if (got < 0) errno = -got;
                if (got <= 0) break;
                length += got;
                if (length > MostBytes) errno = Errno.EFBIG;
            }
        }

        if (errno == 0) Decode(file, buffer.AsSpan(0, length), into);
        return errno;
    }

    /// <summary>The file's name, as it is told.</summary>
    public static string Path(string procRoot, CounterFile file) => procRoot + "/net/" + Name(file);

    /// <summary>Whether that error number of <see cref="Read"/> says that the kernel has no such file.</summary>
    public static bool IsAbsent(int errno) => errno == Errno.ENOENT;

    /// <summary>What an error number of <see cref="Read"/> means.</summary>
    public static string Reason(int errno) => ErrnoText.Of(errno);

    private static string Name(CounterFile file) => file switch
    {
        CounterFile.Snmp => "snmp",
        CounterFile.Netstat => "netstat",
        CounterFile.Snmp6 => "snmp6",
        CounterFile.Sctp => "sctp/snmp",
        CounterFile.Sockstat => "sockstat",
        _ => "sockstat6",
    };

    private static void Decode(CounterFile file, ReadOnlySpan<byte> text, CounterTable into)
    {
        switch (file)
        {
            case CounterFile.Snmp or CounterFile.Netstat:
                CounterPairDecoder.Decode(text, into);
                break;
            case CounterFile.Snmp6:
                CounterLineDecoder.DecodeV6(text, into);
                break;
            case CounterFile.Sctp:
                CounterLineDecoder.Decode(text, "Sctp"u8, into);
                break;
            default:
                SockstatDecoder.Decode(text, into);
                break;
        }
    }
}
