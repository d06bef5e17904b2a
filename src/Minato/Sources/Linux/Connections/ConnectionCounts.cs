using System;
using System.Buffers.Text;

namespace Minato.Sources.Linux.Connections;

/// <summary>How many sockets a walk of the table of connections would meet, and give.</summary>
/// <param name="Own">About how many belong to this network namespace, TIME-WAIT included.</param>
/// <param name="All">How many the whole machine has: most namespaces share one table. Without TIME-WAIT of others, which nothing counts.</param>
internal readonly record struct ConnectionCounts(long Own, long All)
{
    // What it takes to find the kernel's types and load the program is earned with so many sockets: each that is given is
    // cheaper by some 500 ns, and each of others that is passed over by some 50 (docs/adr/0007).
    private const long Least = 4_000;
    private const int OthersOfOne = 10;

    /// <summary>Whether reading by a program takes less time than sock_diag's dump.</summary>
    public bool AreEnough => Own + (All - Own) / OthersOfOne >= Least;

    public static ConnectionCounts Of(string procRoot)
    {
        Span<byte> text = stackalloc byte[512];
        ConnectionCounts counts = Parse(text[..TcpCount.ReadText(procRoot + "/thread-self/net/sockstat\0", text)]);

        // The first file's connections are those of IPv4; the other one is needed only when it can make the difference.
        if (counts.AreEnough || counts.All < Least) return counts;
        return counts with { Own = counts.Own + TcpCount.OfV6(procRoot) };
    }

    public static ConnectionCounts Parse(ReadOnlySpan<byte> text)
    {
        // TCP: inuse 20 orphan 0 tw 12 alloc 24 mem 0
        int at = text.IndexOf("TCP: inuse "u8);
        if (at < 0) return default;
        ReadOnlySpan<byte> line = text[at..];
        int end = line.IndexOf((byte)'\n');
        if (end >= 0) line = line[..end];
        long own = Number(line, "inuse "u8) + Number(line, " tw "u8);
        return new ConnectionCounts(own, Math.Max(own, Number(line, " alloc "u8)));
    }

    private static long Number(ReadOnlySpan<byte> line, ReadOnlySpan<byte> label)
    {
        int at = line.IndexOf(label);
        return at >= 0 && Utf8Parser.TryParse(line[(at + label.Length)..], out uint count, out _) ? count : 0;
    }
}
