using System;
using System.Diagnostics;
using System.Globalization;
using Minato.Bench.Launch;

namespace Minato.Bench.Storm;

/// <summary>
/// A load of real sockets that stands until it is disposed. The holders are small C processes (bench/storm/storm.c) that
/// end by themselves when this process ends, whatever the reason.
/// </summary>
internal sealed class SocketStorm : IDisposable
{
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(30);

    /// <summary>A tenth of what one processor makes: a storm that is slower than this on top of a minute hangs.</summary>
    private const int ConnectionsPerSecond = 3_000;

    private readonly Process _process;

    private SocketStorm(Process process, StormShape shape, StormCounts counts, TimeSpan readyAfter)
    {
        _process = process;
        Shape = shape;
        Counts = counts;
        ReadyAfter = readyAfter;
    }

    public StormShape Shape { get; }
    public StormCounts Counts { get; }
    public TimeSpan ReadyAfter { get; }

    /// <summary>A process of the storm: enter its network namespace by this id.</summary>
    public int Pid => _process.Id;

    /// <summary>Makes the sockets and returns when all of them stand.</summary>
    /// <param name="shape">What to make.</param>
    /// <param name="newNamespace">In a network namespace of its own (needs root), else in the caller's.</param>
    public static SocketStorm Start(StormShape shape, bool newNamespace = true)
    {
        var start = new ProcessStartInfo(NativeProgram.Storm.Build())
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        AddNumber("--connections", shape.Connections);
        AddNumber("--processes", shape.Processes);
        AddNumber("--v6-percent", shape.V6Percent);
        AddNumber("--udp", shape.Udp ? 1 : 0);
        AddNumber("--new-netns", newNamespace ? 1 : 0);
        AddNumber("--deadline", 60 + (shape.Connections / ConnectionsPerSecond));
        Add("--kind", KindWord(shape.Kind));

        var clock = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        try
        {
            // The line comes, or the program ends: it keeps its own deadline.
            if (StormCounts.Parse(process.StandardOutput.ReadLine()) is not { } counts)
                throw new BenchFault($"the load '{shape.Name}' was not made: {process.StandardError.ReadToEnd().Trim()}");
            var storm = new SocketStorm(process, shape, counts, clock.Elapsed);
            if (newNamespace)
                storm.CheckAgainstKernel();
            return storm;
        }
        catch
        {
            End(process);
            throw;
        }

        void Add(string option, string value)
        {
            start.ArgumentList.Add(option);
            start.ArgumentList.Add(value);
        }

        void AddNumber(string option, int value) => Add(option, value.ToString(CultureInfo.InvariantCulture));
    }

    public void Dispose() => End(_process);

    private static string KindWord(StormKind kind) => kind switch
    {
        StormKind.TimeWait => "timewait",
        StormKind.Unix => "unix",
        _ => "tcp",
    };

    /// <summary>The holders count what they made; the kernel must have as much.</summary>
    private void CheckAgainstKernel()
    {
        var kernel = SockStat.OfNamespace(Pid);
        var (found, wanted) = Shape.Kind switch
        {
            StormKind.Tcp => (kernel.Tcp + kernel.Tcp6, (2 * Counts.Connections) + Counts.Listeners),
            StormKind.TimeWait => (kernel.TimeWait, Counts.Connections),
            _ => (0, 0), // the kernel keeps no count of unix sockets
        };
        if (found < wanted || Counts.Connections != Shape.Connections)
            throw new BenchFault($"the load '{Shape.Name}' has {found} sockets of {wanted}: something closed them");
    }

    private static void End(Process process)
    {
        process.StandardInput.Close();
        if (!process.WaitForExit(EndLimit))
            process.Kill();
        process.Dispose();
    }
}
