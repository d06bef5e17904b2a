using System;
using System.Collections.Generic;
using System.IO;
using System.Net.NetworkInformation;
using Minato.Bench.Launch;
using Minato.Model;

namespace Minato.Bench.Library;

/// <summary>
/// <c>library</c>: the process in which the library and the framework answer in turns. It is one of its own because the
/// framework reads /proc/net, which belongs to the namespace that a process was started in.
/// </summary>
internal static class LibraryVerb
{
    public const string Name = "library", Snapshot = "snapshot", Stream = "stream";

    /// <summary>Both sides are compiled for good by then: a method is compiled again after thirty calls.</summary>
    private const int WarmUps = 3;

    // What the framework tells: connections, without listeners, by their addresses and states.
    private static readonly SocketQuery Connections = Ask(IpFamilies.Both), SomeConnections = Ask(IpFamilies.V6);

    private static SocketQuery Ask(IpFamilies families) => new()
    {
        Transports = Transports.Tcp,
        States = StateSet.Connected | StateSet.Of(SocketState.TimeWait),
        Families = families,
        Fields = SocketFields.None,
    };

    /// <summary>Measures pairs and writes two lines for each, as the launcher would.</summary>
    /// <param name="words">The form of the answer, the number of pairs, the file to write.</param>
    public static int Run(ReadOnlySpan<string> words)
    {
        if (words is not [Snapshot or Stream, _, _])
            throw new BenchUsage($"{Name} {Snapshot}|{Stream} PAIRS FILE");
        var at = 0;
        var pairs = BenchArguments.ParseNumber(words, ref at, least: 1);
        Func<Measurement> minato = words[0] is Snapshot ? static () => Meter.Measure(CountSnapshot) : MeasureStream;
        var lines = new List<string>();
        for (var i = -WarmUps; i < pairs; i++)
        {
            var minatoFirst = i % 2 == 0;
            var first = minatoFirst ? minato() : Meter.Measure(CountFramework);
            var second = minatoFirst ? Meter.Measure(CountFramework) : minato();
            if (i >= 0)
                lines.AddRange(minatoFirst ? [first.Format(), second.Format()] : [second.Format(), first.Format()]);
        }
        File.WriteAllLines(words[2], lines);
        return 0;
    }

    // A snapshot may leave making objects to whoever looks at them, so all three look at every row.
    private static long CountSnapshot()
    {
        var count = 0L;
        foreach (var row in SocketInspector.Snapshot(Connections).Rows)
            count += IsConnection(row.Entry) ? 1 : 0;
        return count;
    }

    private static bool IsConnection(in SocketEntry entry) =>
        entry.Local.Port != 0 && entry.Peer.Port != 0 && entry.State != SocketState.Listen;

    /// <summary>What an answer allocates once (its buffers) is taken out, by the difference to a shorter answer: what is left belongs to the rows.</summary>
    private static Measurement MeasureStream()
    {
        var all = Meter.Measure(static () => CountStream(Connections));
        var some = Meter.Measure(static () => CountStream(SomeConnections));
        var ofRows = all.Lines > some.Lines ? (all.Bytes - some.Bytes) * all.Lines / (all.Lines - some.Lines) : all.Bytes;
        return all with { Bytes = Math.Max(0, ofRows) };
    }

    private static long CountStream(SocketQuery query)
    {
        Counter.Shared.Rows = 0;
        SocketInspector.Read(query, Counter.Shared);
        return Counter.Shared.Rows;
    }

    private static long CountFramework()
    {
        var count = 0L;
        foreach (var row in IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpConnections())
            count += row.LocalEndPoint.Port != 0 && row.RemoteEndPoint.Port != 0 && row.State != TcpState.Listen ? 1 : 0;
        return count;
    }

    private sealed class Counter : ISocketConsumer
    {
        public static Counter Shared { get; } = new();

        public long Rows { get; set; }

        public bool Accept(SocketBatch batch)
        {
            foreach (ref readonly var entry in batch.Entries)
            {
                if (IsConnection(entry))
                    Rows++;
            }
            return true;
        }
    }
}
