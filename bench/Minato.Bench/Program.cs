using System;
using BenchmarkDotNet.Running;
using Minato.Bench.Cases;
using Minato.Bench.Library;

namespace Minato.Bench;

internal static class Program
{
    private const string Help = """
        bench/run [--quick] [--only CASE]... [--pairs N] [--minato PATH] [--without-1m]
            Minato beside the installed ss, netstat and lsof, under loads of real sockets: all cases in about ten minutes
            and 4 GiB, --without-1m in five and 1 GiB, --quick a smoke test with small loads.
        bench/run storm --shape NAME [--connections N] [--processes P] [--v6-percent X] [--new-netns]
            One load by hand, held until the input closes.
        bench/run micro [BENCHMARKDOTNET OPTIONS]
            The micro benchmarks.
        """;

    private static int Main(string[] words)
    {
        try
        {
            switch (words)
            {
                case ["help" or "--help" or "-h", ..]:
                    Console.WriteLine(Help);
                    Console.WriteLine("Cases:");
                    foreach (var one in CaseTable.All)
                        Console.WriteLine($"    {one.Name,-24}{one.Minato} beside {one.Peer}: {one.Load.Describe()}");
                    return 0;
                case ["micro", .. var rest]:
                    // In this process: the project that BenchmarkDotNet would generate fails under this repository's build rules.
                    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly)
                        .Run(["--inProcess", "--artifacts", Repository.Path("artifacts", "bench", "micro"), .. rest]);
                    return 0;
                case ["storm", .. var rest]:
                    return StormVerb.Run(rest);
                case [LibraryVerb.Name, .. var rest]:
                    return LibraryVerb.Run(rest);
                default:
                    return new BenchRun(BenchArguments.Parse(words)).Run();
            }
        }
        catch (BenchUsage mistake)
        {
            Console.Error.WriteLine($"bench: {mistake.Message}\n{Help}");
            return 2;
        }
        catch (BenchFault fault)
        {
            Console.Error.WriteLine($"bench: {fault.Message}");
            return 4;
        }
    }
}
