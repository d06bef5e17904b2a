using System;
using System.Collections.Generic;
using System.Linq;
using Minato.Bench.Storm;

namespace Minato.Bench.Cases;

/// <summary>
/// All cases, in the order they run. Those of an empty machine come first: the kernel's TCP table is shared by all network
/// namespaces. Cases with the same load stand together, so it is made once.
/// </summary>
internal static class CaseTable
{
    private static readonly Func<StormCounts, long> Listeners = static made => made.Listeners;
    private static readonly Func<StormCounts, long> Everything = static made => (2 * made.Connections) + made.Listeners;
    private static readonly Func<StormCounts, long> Connections = static made => made.Connections;

    // The first process of a storm listens on 1100 and has its share of the connections there.
    private static readonly Func<StormCounts, long> OnePort = static made => made.Connections / Math.Max(1, made.Processes);

    public static IReadOnlyList<BenchCase> All { get; } =
    [
        new("tln-empty", StormShape.Empty, "minato -tln", "ss -tln") { WallLimit = 0.70 },
        new("tuln-listeners", StormShape.Listeners, "minato -tuln", "ss -tuln") { LeastRows = static made => made.Listeners + made.Processes },
        new("tln-100k", StormShape.HundredThousand, "minato -tln", "ss -tln") { WallLimit = 0.10, LeastRows = Listeners },
        new("tan-100k", StormShape.HundredThousand, "minato -tan", "ss -tan") { WallLimit = 0.45, OneCore = true, LeastRows = Everything },
        new("tani-100k", StormShape.HundredThousand, "minato -tani", "ss -tani") { WallLimit = 0.30, LeastRows = Everything },
        new("sport-100k", StormShape.HundredThousand, "minato -tan sport = :1100", "ss -tan sport = :1100") { WallLimit = 0.55, LeastRows = OnePort },
        new("netstat-tan-100k", StormShape.HundredThousand, "minato netstat -tan", "netstat -tan") { LeastRows = Everything },
        new("tlnp-1000procs", StormShape.ThousandProcesses, "minato -tlnp", "ss -tlnp") { WallLimit = 0.35, LeastRows = Listeners },
        new("tan-timewait", StormShape.TimeWaits, "minato -tan", "ss -tan") { LeastRows = Connections },
        new("xan-unix", StormShape.UnixStreams, "minato -xan", "ss -xan") { WallLimit = 0.45, LeastRows = Everything },
        new("tanp-lsof", StormShape.TenThousand, "minato -tanp", "lsof -nPi") { LeastRows = Everything },
        new("tln-1m", StormShape.Million, "minato -tln", "ss -tln") { OnRequest = true, LeastRows = Listeners },
        new("sport-1m", StormShape.Million, "minato -tan sport = :1100", "ss -tan sport = :1100") { WallLimit = 0.55, OnRequest = true, LeastRows = OnePort },
        new("tan-1m", StormShape.Million, "minato -tan", "ss -tan") { OnRequest = true, LeastRows = Everything },
    ];

    public static BenchCase? Find(string name) => All.FirstOrDefault(one => string.Equals(one.Name, name, StringComparison.Ordinal));
}
