using Minato.Model;

namespace Minato.Rendering.Netstat.MacOs;

/// <summary>
/// macOS' <c>-m</c>. Linux has no mbufs; it counts the pages that TCP and UDP hold and the bytes of datagrams that wait for
/// their fragments (net/sockstat), for the whole machine but for the last.
/// </summary>
internal static class MacOsMemory
{
    private const ulong Kilobyte = 1024;

    /// <summary>False when the kernel has none of them.</summary>
    public static bool TryAppend(Utf8Sink sink, CounterTable table, ulong pageSize)
    {
        if (!CounterTerms.TrySum(table, "TCP.mem+UDP.mem", out ulong pages)) return false;
        _ = CounterTerms.TrySum(table, "?FRAG.memory+?FRAG6.memory", out ulong bytes);
        sink.AppendNumber((pages * pageSize + bytes) / Kilobyte);
        sink.Append(" KB allocated to network\n"u8);
        return true;
    }
}
