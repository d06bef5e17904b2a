using System;
using System.Collections.Generic;
using System.Globalization;

namespace Minato.Bench.Storm;

internal enum StormKind
{
    Tcp,
    TimeWait,
    Unix,
}

/// <summary>How many sockets of which kind, in how many processes. Every process also listens: once on IPv4, once on IPv6.</summary>
internal sealed record StormShape(string Name, StormKind Kind, int Connections, int Processes, int V6Percent = 10, bool Udp = false)
{
    public static StormShape Empty { get; } = new("empty", StormKind.Tcp, 0, 0);
    public static StormShape Listeners { get; } = new("listeners", StormKind.Tcp, 0, 20, Udp: true);
    public static StormShape TenThousand { get; } = new("10k", StormKind.Tcp, 5_000, 10);
    public static StormShape HundredThousand { get; } = new("100k", StormKind.Tcp, 50_000, 10);
    public static StormShape ThousandProcesses { get; } = new("1000procs", StormKind.Tcp, 50_000, 1_000);
    public static StormShape Million { get; } = new("1m", StormKind.Tcp, 500_000, 60);
    public static StormShape TimeWaits { get; } = new("timewait", StormKind.TimeWait, 93_000, 10);
    public static StormShape UnixStreams { get; } = new("unix", StormKind.Unix, 25_000, 10, V6Percent: 0);

    /// <summary>A small one to start from: <c>Custom with { Connections = 1_000 }</c>.</summary>
    public static StormShape Custom { get; } = new("custom", StormKind.Tcp, 200, 4);

    public static IReadOnlyList<StormShape> All { get; } =
        [Empty, Listeners, TenThousand, HundredThousand, ThousandProcesses, Million, TimeWaits, UnixStreams, Custom];

    /// <summary>The same shape small enough for a smoke test.</summary>
    public StormShape Small() => this with { Connections = Math.Min(Connections, 400), Processes = Math.Min(Processes, 8) };

    /// <summary>What the kernel needs for it, by experience: 3 KiB a TCP socket and 1 MiB a process.</summary>
    public int NeedsMib => Processes + (int)(2L * Connections * 3 / 1024);

    public string Describe() => Kind switch
    {
        StormKind.TimeWait => $"{Number(Connections)} in TIME_WAIT",
        StormKind.Unix => $"{Number(2 * Connections)} unix stream sockets, {Number(Processes)} processes",
        _ when Processes == 0 => "empty machine",
        _ when Connections == 0 => $"{Number(Processes)} processes that listen",
        _ => $"{Number(2 * Connections)} TCP sockets, {Number(Processes)} processes",
    };

    private static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
