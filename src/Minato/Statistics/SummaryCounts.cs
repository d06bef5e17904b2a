using System;
using Minato.Model;

namespace Minato.Statistics;

/// <summary>The counts of sockets among the kernel's counters; 0 for those that are not there.</summary>
internal static class SummaryCounts
{
    /// <summary>What net/sockstat and net/sockstat6 count.</summary>
    public static SocketSummary Of(CounterTable table) => new()
    {
        Total = Count(table, "sockets"u8, "used"u8),
        TcpAllocated = Count(table, "TCP"u8, "alloc"u8),
        TcpOrphaned = Count(table, "TCP"u8, "orphan"u8),
        TcpTimeWait = Count(table, "TCP"u8, "tw"u8),
        TcpV4 = Count(table, "TCP"u8, "inuse"u8),
        TcpV6 = Count(table, "TCP6"u8, "inuse"u8),
        UdpV4 = Count(table, "UDP"u8, "inuse"u8),
        UdpV6 = Count(table, "UDP6"u8, "inuse"u8),
        RawV4 = Count(table, "RAW"u8, "inuse"u8),
        RawV6 = Count(table, "RAW6"u8, "inuse"u8),
        FragmentsV4 = Count(table, "FRAG"u8, "inuse"u8),
        FragmentsV6 = Count(table, "FRAG6"u8, "inuse"u8),
    };

    public static bool TryGet(CounterTable table, ReadOnlySpan<byte> group, ReadOnlySpan<byte> name, out int count)
    {
        count = 0;
        if (!table.TryGet(group, name, out long value) || value is < int.MinValue or > int.MaxValue) return false;
        count = (int)value;
        return true;
    }

    private static int Count(CounterTable table, ReadOnlySpan<byte> group, ReadOnlySpan<byte> name) =>
        TryGet(table, group, name, out int count) ? count : 0;
}
