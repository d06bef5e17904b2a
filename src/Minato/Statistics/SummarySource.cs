using System;
using System.Text;
using Minato.Interop.Linux;
using Minato.Interop.Linux.Libc;
using Minato.Model;

namespace Minato.Statistics;

/// <summary>What came of counting: zeros where a file could not be read.</summary>
/// <param name="Counts">The counts.</param>
/// <param name="SockstatErrno">Why there are no counts but those of established connections; 0 when there are.</param>
/// <param name="SnmpErrno">Why established connections are not counted; 0 when they are.</param>
internal readonly record struct SummaryResult(SocketSummary Counts, int SockstatErrno, int SnmpErrno)
{
    public string SockstatReason => ErrnoText.Of(SockstatErrno);

    public string SnmpReason => ErrnoText.Of(SnmpErrno);
}

/// <summary>Counts sockets by the kernel's own counters (proc_pid_net(5)), without listing any.</summary>
internal static class SummarySource
{
    // The three files have 0.2, 0.1 and 1.5 kB; a line that does not fit is damaged.
    private const int BufferSize = 16 * 1024;

    /// <param name="procRoot">Where /proc is; its tables of the calling thread's namespace are read.</param>
    /// <param name="files">Files to read in their place.</param>
    public static SummaryResult Read(string procRoot, ProcFiles files)
    {
        byte[] buffer = new byte[BufferSize];
        SummaryCounts counts = default;
        int sockstat = ReadFile(procRoot, "sockstat", files[ProcFile.SockStat], buffer, out int length);
        if (sockstat == 0)
        {
            counts.AddSockstat(buffer.AsSpan(0, length));

            // A kernel without IPv6 has no such file.
            if (ReadFile(procRoot, "sockstat6", files[ProcFile.SockStat6], buffer, out length) == 0) counts.AddSockstat(buffer.AsSpan(0, length));
        }

        int snmp = ReadFile(procRoot, "snmp", files[ProcFile.Snmp], buffer, out length);
        if (snmp == 0 && !counts.TryAddSnmp(buffer.AsSpan(0, length))) snmp = Errno.ESRCH;
        return new SummaryResult(counts.ToSummary(), sockstat, snmp);
    }

    private static int ReadFile(string root, string name, string? instead, byte[] buffer, out int length)
    {
        length = 0;
        int errno = OpenFile(root, name, instead, out SafeFd file);
        using (file)
        {
            while (errno == 0 && length < buffer.Length)
            {
                int got = Interop.Linux.Libc.Read.Call(file, buffer.AsSpan(length));
                if (got < 0) errno = -got;
                if (got <= 0) break;
                length += got;
            }
        }

        return errno;
    }

    private static int OpenFile(string root, string name, string? instead, out SafeFd file)
    {
        if (instead is not null) return Open.Call(Encoding.UTF8.GetBytes(instead + "\0"), FileFlags.O_RDONLY, out file);
        int errno = Open.Call(Encoding.UTF8.GetBytes(root + "/thread-self/net/" + name + "\0"), FileFlags.O_RDONLY, out file);
        if (errno != Errno.ENOENT) return errno;

        file.Dispose();
        return Open.Call(Encoding.UTF8.GetBytes(root + "/net/" + name + "\0"), FileFlags.O_RDONLY, out file);
    }
}
