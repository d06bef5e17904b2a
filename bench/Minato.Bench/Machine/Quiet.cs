using System;
using System.Globalization;
using System.IO;
using Minato.Bench.Storm;

namespace Minato.Bench.Machine;

/// <summary>How busy the machine was with other work: looked at before each case, when nothing of ours runs.</summary>
internal sealed class Quiet
{
    /// <summary>Above this share of all processors the times of small commands begin to move.</summary>
    private const double BusyLimit = 0.10;

    /// <summary>The kernel's TCP table is shared by all namespaces: sockets elsewhere lengthen every walk, and ss's twice.</summary>
    public const long TcpLimit = 2_000;

    private readonly string _load = File.ReadAllText("/proc/loadavg").Split(' ', 4) is [var one, var five, var fifteen, ..]
        ? $"{one} {five} {fifteen}"
        : "unknown";

    private double _busiest;
    private long _mostTcpElsewhere;

    /// <summary>
    /// Looks for half a second, and again while other work is seen and there are tries left. The sockets of a load that just
    /// ended count as others': the kernel takes a namespace down in its own time.
    /// </summary>
    /// <returns>How many TCP sockets others have.</returns>
    public long Look(SocketStorm storm, int tries)
    {
        for (; ; tries--)
        {
            var busy = CpuTimes.BusyNow();
            var tcp = SockStat.OfNamespace(storm.Pid);
            var elsewhere = tcp.TcpOnMachine - tcp.Tcp - tcp.Tcp6;
            if (tries > 1 && (busy > BusyLimit || elsewhere > TcpLimit))
                continue;
            _busiest = Math.Max(_busiest, busy);
            _mostTcpElsewhere = Math.Max(_mostTcpElsewhere, elsewhere);
            return elsewhere;
        }
    }

    public string Describe() => Describe(_load, _busiest, _mostTcpElsewhere);

    internal static string Describe(string load, double busiest, long tcpElsewhere)
    {
        var facts = string.Create(
            CultureInfo.InvariantCulture,
            $"load average {load} at the start; before the cases other work took at most {100 * busiest:F0} % of the processors; at most {tcpElsewhere:N0} TCP sockets elsewhere on the machine");
        var advice = (busiest > BusyLimit, tcpElsewhere > TcpLimit) switch
        {
            (true, _) => "**Not quiet**: stop what else runs here and measure again before trusting a close result.",
            (_, true) => "**Not quiet**: end the programs that hold those sockets and measure again.",
            _ => "Quiet.",
        };
        return $"{facts}. {advice}";
    }
}
