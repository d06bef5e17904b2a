using Minato.Interop.Linux;
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

/// <summary>Counts sockets by the kernel's own counters, without listing any.</summary>
internal static class SummarySource
{
    /// <param name="procRoot">Where /proc is; its tables of the calling thread's namespace are read.</param>
    /// <param name="files">Files to read in their place.</param>
    public static SummaryResult Read(string procRoot, ProcFiles files)
    {
        CounterTable table = new();
        int sockstat = CounterSource.Read(procRoot, CounterFile.Sockstat, files[ProcFile.SockStat], table);

        // A kernel without IPv6 has no such file.
        if (sockstat == 0) _ = CounterSource.Read(procRoot, CounterFile.Sockstat6, files[ProcFile.SockStat6], table);

        int snmp = CounterSource.Read(procRoot, CounterFile.Snmp, files[ProcFile.Snmp], table);
        int established = 0;
        if (snmp == 0 && !SummaryCounts.TryGet(table, "Tcp"u8, "CurrEstab"u8, out established)) snmp = Errno.ESRCH;
        return new SummaryResult(SummaryCounts.Of(table) with { TcpEstablished = established }, sockstat, snmp);
    }
}
