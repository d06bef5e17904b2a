using System;
using System.Collections.Generic;
using System.Linq;
using Minato.Bench.Storm;

namespace Minato.Bench.Cases;

/// <summary>
/// All cases, in the order they run. Those of an empty machine come first: the kernel's TCP table is shared by all network
/// namespaces. Cases with the same load stand together, so it is made once; the largest comes last.
/// </summary>
internal static class CaseTable
{
    // Servers have ports from 1100, clients from 10240: two threads get the same share. In TIME_WAIT all are clients.
    private const string OneWalk = "tcp", TwoThreads = "tcp --split 10000", TwoWalks = "tcp --walks 2";
    private const string ClientsInTwoThreads = "tcp --split 37888", ListenersAlone = "tcp --states 0x400", OnePortAlone = "tcp --source-port 1100";
    private const string MetricsInTwoThreads = "tcp --extensions 14 --split 10000"; // INFO, VEGASINFO, CONG: what -i prints

    private static readonly Func<StormCounts, long> Listeners = static made => made.Listeners;
    private static readonly Func<StormCounts, long> Everything = static made => (2 * made.Connections) + made.Listeners;
    private static readonly Func<StormCounts, long> Connections = static made => made.Connections;
    private static readonly Func<StormCounts, long> BothEnds = static made => 2 * made.Connections;

    // The first process of a storm listens on 1100 and has its share of the connections there.
    private static readonly Func<StormCounts, long> OnePort = static made => made.Connections / Math.Max(1, made.Processes);

    public static IReadOnlyList<BenchCase> All { get; } =
    [
        new("tln-empty", StormShape.Empty, "minato -tln", "ss -tln")
        { Wall = new(0.60, 0.50), Memory = new(0.65), Floor = ListenersAlone },
        new("netstat-s", StormShape.Empty, "minato netstat -s", "netstat -s")
        { Wall = new(1.60) },
        new("netstat-r", StormShape.Empty, "minato netstat -rn", "netstat -rn")
        { Wall = new(1.60) },
        new("netstat-i", StormShape.Empty, "minato netstat -i", "netstat -i")
        { Wall = new(1.60) },
        new("tuln-listeners", StormShape.Listeners, "minato -tuln", "ss -tuln")
        { LeastRows = static made => made.Listeners + made.Processes },
        new("tlnp-idle", StormShape.Listeners, "minato -tlnp", "ss -tlnp")
        { Wall = new(0.55, 0.45), LeastRows = Listeners },

        new("tln-100k", StormShape.HundredThousand, "minato -tln", "ss -tln")
        { Wall = new(0.08, 0.05), LeastRows = Listeners, Floor = ListenersAlone },
        new("tan-100k", StormShape.HundredThousand, "minato -tan", "ss -tan")
        { Wall = new(0.28, 0.23), Processors = 2, LeastRows = Everything, Floor = TwoThreads },
        new("tan-100k-one-core", StormShape.HundredThousand, "minato -tan", "ss -tan")
        { Wall = new(0.38, 0.33), Processors = 1, LeastRows = Everything, Floor = OneWalk },
        new("tani-100k", StormShape.HundredThousand, "minato -tani", "ss -tani")
        { Wall = new(0.25, 0.15), LeastRows = Everything, Floor = MetricsInTwoThreads },
        new("exact-tan-100k", StormShape.HundredThousand, "minato ss --exact=6.1 -tan", "ss -tan")
        { Wall = new(0.45, 0.38), SameBytes = true, LeastRows = Everything, Floor = TwoWalks },
        new("sport-100k", StormShape.HundredThousand, "minato -tan sport = :1100", "ss -tan sport = :1100")
        { Wall = new(0.55), LeastRows = OnePort, Floor = OnePortAlone },
        new("netstat-tan-100k", StormShape.HundredThousand, "minato netstat -tan", "netstat -tan")
        { Wall = new(0.20, 0.15), LeastRows = Everything, Floor = TwoThreads },
        new("netstat-tanp-100k", StormShape.HundredThousand, "minato netstat -tanp", "netstat -tanp")
        { Wall = new(0.03), LeastRows = Everything },
        new("library-snapshot-100k", StormShape.HundredThousand, "SocketInspector.Snapshot", "IPGlobalProperties.GetActiveTcpConnections")
        { Kind = CaseKind.LibrarySnapshot, Wall = new(0.20, 0.10), LeastRows = BothEnds },
        new("library-stream-100k", StormShape.HundredThousand, "SocketInspector.Read", "IPGlobalProperties.GetActiveTcpConnections")
        { Kind = CaseKind.LibraryStream, AllocationLimit = 0, LeastRows = BothEnds },

        new("tlnp-1000procs", StormShape.ThousandProcesses, "minato -tlnp", "ss -tlnp")
        { Wall = new(0.05, 0.03), LeastRows = Listeners },
        new("tanp-1000procs", StormShape.ThousandProcesses, "minato -tanp", "ss -tanp")
        { Wall = new(0.02, 0.015), LeastRows = Everything },
        new("tlnp-1000procs-proc", StormShape.ThousandProcesses, "MINATO_OWNERS=proc minato -tlnp", "ss -tlnp")
        { Wall = new(0.25), LeastRows = Listeners },
        new("tanp-1000procs-proc", StormShape.ThousandProcesses, "MINATO_OWNERS=proc minato -tanp", "ss -tanp")
        { Wall = new(0.07), LeastRows = Everything },

        new("tan-timewait", StormShape.TimeWaits, "minato -tan", "ss -tan")
        { Wall = new(0.17, 0.12), LeastRows = Connections, Floor = ClientsInTwoThreads },
        new("xan-unix", StormShape.UnixStreams, "minato -xan", "ss -xan")
        { Wall = new(0.40, 0.33), LeastRows = Everything, Floor = "unix" },
        new("tanp-lsof", StormShape.TenThousand, "minato -tanp", "lsof -nPi")
        { LeastRows = Everything },

        new("tln-1m", StormShape.Million, "minato -tln", "ss -tln")
        { Wall = new(0.01, 0.005), LeastRows = Listeners, Floor = ListenersAlone },
        new("sport-1m", StormShape.Million, "minato -tan sport = :1100", "ss -tan sport = :1100")
        { Wall = new(0.50, 0.44), LeastRows = OnePort, Floor = OnePortAlone },
        new("tan-1m", StormShape.Million, "minato -tan", "ss -tan")
        { Wall = new(0.27, 0.22), Memory = new(0.4), Processors = 2, LeastRows = Everything, Floor = TwoThreads },
        new("tan-1m-one-core", StormShape.Million, "minato -tan", "ss -tan")
        { Wall = new(0.33, 0.30), Processors = 1, LeastRows = Everything, Floor = OneWalk },
        new("exact-tan-1m", StormShape.Million, "minato ss --exact=6.1 -tan", "ss -tan")
        { Wall = new(0.42, 0.36), SameBytes = true, LeastRows = Everything, Floor = TwoWalks },
        // ss would take ten minutes for each run of this: its search for owners is quadratic.
        new("tanp-1m", StormShape.Million, "minato -tanp", "minato -tan")
        { Wall = new(2.0, 1.3), LeastRows = Everything },
        new("tlnp-1m", StormShape.Million, "minato -tlnp", "ss -tlnp")
        { Memory = new(0.3), LeastRows = Listeners },
    ];

    public static BenchCase? Find(string name) => All.FirstOrDefault(one => string.Equals(one.Name, name, StringComparison.Ordinal));
}
