using System;
using Minato.Bench.Cases;
using Minato.Bench.Launch;
using Minato.Bench.Machine;
using Minato.Bench.Pairing;
using Minato.Bench.Report;
using Minato.Bench.Storm;

namespace Minato.Tests.Bench;

public sealed class ResultPageTests
{
    private static readonly BenchCase Case = new("tln-100k", StormShape.HundredThousand, "minato -tln", "ss -tln") { WallLimit = 0.10 };

    [Fact]
    public void A_row_says_ratio_limit_and_memory() =>
        Assert.Contains(
            "| tln-100k | 100,000 TCP sockets, 10 processes | `minato -tln` | `ss -tln` "
            + "| 2.00 / 40.00 | 0.050 [0.050–0.050] | ≤ 0.10 ✓ pass | 0.500 | 0 % / 0 % | 2000 / 3000 | ✓ pass | 21 / 21 |",
            string.Join(' ', Write(Result(minatoMs: 2, minatoKib: 2000)).Split(' ', StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal);

    [Fact]
    public void A_passed_limit_is_a_failure() =>
        Assert.Contains("≤ 0.10 ✗ FAIL", Write(Result(minatoMs: 4.1, minatoKib: 2000)), StringComparison.Ordinal);

    [Fact]
    public void A_ratio_is_marked_when_other_work_held_the_processor() =>
        Assert.Contains("✓ pass, disturbed", Write(Result(minatoMs: 2, minatoKib: 2000, waitedNs: 200_000)), StringComparison.Ordinal);

    [Fact]
    public void A_ratio_is_marked_when_others_held_many_sockets() =>
        Assert.Contains("✓ pass, disturbed", Write(Result(minatoMs: 2, minatoKib: 2000) with { TcpElsewhere = 100_000 }), StringComparison.Ordinal);

    [Fact]
    public void More_memory_than_ss_is_a_failure()
    {
        var result = Result(minatoMs: 2, minatoKib: 3001);
        Assert.False(result.Passed);
        Assert.Contains("✗ FAIL", Write(result), StringComparison.Ordinal);
    }

    [Fact]
    public void Memory_is_not_judged_against_other_tools_than_ss() =>
        Assert.Null((Result(minatoMs: 2, minatoKib: 9000) with { Case = Case with { Peer = "lsof -nPi" } }).MemoryPassed);

    [Fact]
    public void A_case_without_numbers_says_why()
    {
        var result = new CaseResult(Case, Case.Load) { Fault = "'ss' is not installed" };
        Assert.False(result.Passed);
        Assert.Contains("**Not measured** `tln-100k`: 'ss' is not installed", Write(result), StringComparison.Ordinal);
    }

    [Fact]
    public void Small_loads_are_not_judged()
    {
        var page = Write(Result(minatoMs: 40, minatoKib: 9000), judged: false);
        Assert.DoesNotContain("FAIL", page, StringComparison.Ordinal);
        Assert.Contains("nothing was judged", page, StringComparison.Ordinal);
    }

    private static CaseResult Result(double minatoMs, long minatoKib, long waitedNs = 0)
    {
        var minato = new Measurement((long)(minatoMs * 1e6), CpuUs: 1000, minatoKib, Status: 0, Bytes: 0, Lines: 0, waitedNs);
        var peer = new Measurement(WallNs: 40_000_000, CpuUs: 2000, PeakKib: 3000, Status: 0, Bytes: 0, Lines: 0, WaitedNs: 0);
        return new CaseResult(Case, Case.Load) { Series = new([new(minato, peer)]), MinatoLines = 21, PeerLines = 21 };
    }

    private static string Write(CaseResult result, bool judged = true)
    {
        var machine = new MachineFacts("Some CPU", 2, "6.18", "iproute2-6.1.0", "net-tools 2.10", "4.95.0", "0.1.0");
        return new ResultPage(machine, "Quiet.", default, Pairs: 9, judged, new DateOnly(2026, 1, 2)).Write([result]);
    }
}
