using System;
using System.Collections.Generic;
using Minato.Bench.Pairing;
using Minato.Bench.Report;
using Minato.Tests.Rendering;

namespace Minato.Tests.Bench;

public sealed class ResultPageTests
{
    [Fact]
    public void The_page_is_as_agreed() =>
        Golden.Matches(
            "bench-page",
            Write([Sample.Result("tln-100k", minatoMs: 2), Sample.Library(bytesPerRow: 24), Sample.Fault("tan-100k", "'ss' is\nnot installed")]));

    [Fact]
    public void A_broken_limit_is_a_failure()
    {
        var result = Sample.Result("tln-100k", minatoMs: 3.3);
        Assert.False(result.Passed);
        Assert.Contains("≤ 0.08 ✗ FAIL", Write([result]), StringComparison.Ordinal);
    }

    [Fact]
    public void An_aim_that_is_missed_is_no_failure()
    {
        var result = Sample.Result("tln-100k", minatoMs: 3.1);
        Assert.True(result.Passed);
        Assert.Contains("≤ 0.08 ✓ pass | 0.05 |", Write([result]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_ratio_is_marked_when_other_work_held_the_processor() =>
        Assert.Contains("✓ pass, disturbed", Write([Sample.Result("tln-100k", minatoMs: 2, waitedNs: 200_000)]), StringComparison.Ordinal);

    [Fact]
    public void A_ratio_is_marked_when_others_held_many_sockets() =>
        Assert.Contains(
            "✓ pass, disturbed", Write([Sample.Result("tln-100k", minatoMs: 2) with { TcpElsewhere = 100_000 }]), StringComparison.Ordinal);

    [Fact]
    public void Of_two_measurements_the_quieter_counts()
    {
        var loud = Sample.Result("tln-100k", minatoMs: 2, waitedNs: 1_000_000);
        var quieter = Sample.Result("tln-100k", minatoMs: 2, waitedNs: 900_000);
        var quiet = Sample.Result("tln-100k", minatoMs: 2);
        Assert.Same(quieter, loud.OrQuieter(quieter));
        Assert.Same(quieter, quieter.OrQuieter(loud));
        Assert.Same(quiet, (quiet with { TcpElsewhere = 100_000 }).OrQuieter(quiet));
        Assert.Same(loud, loud.OrQuieter(Sample.Fault("tln-100k", "gone")));
    }

    [Fact]
    public void Only_what_may_go_better_is_measured_again()
    {
        var waited = Sample.Result("tln-100k", minatoMs: 2, waitedNs: 1_000_000);
        Assert.True(waited.IsWorthRepeating);
        Assert.False((waited with { TcpElsewhere = 100_000 }).IsWorthRepeating);
        Assert.False(Sample.Result("tln-100k", minatoMs: 2).IsWorthRepeating);
    }

    [Fact]
    public void More_memory_than_ss_is_a_failure()
    {
        var result = Sample.Result("tln-100k", minatoMs: 2, minatoKib: 3001);
        Assert.False(result.Passed);
        Assert.Contains("≤ 1.00 ✗ FAIL", Write([result]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_promise_of_memory_is_judged_by_its_own_limit() =>
        Assert.False(Sample.Result("tln-empty", minatoMs: 2, minatoKib: 1951).MemoryPassed);

    [Fact]
    public void Memory_is_not_judged_against_other_tools_than_ss() =>
        Assert.Null(Sample.Result("tanp-lsof", minatoMs: 2, minatoKib: 9000).MemoryPassed);

    [Fact]
    public void A_byte_for_every_tenth_row_is_nothing_and_more_is_a_failure()
    {
        Assert.True(Sample.Library(bytesPerRow: 0.1).Passed);
        Assert.False(Sample.Library(bytesPerRow: 0.2).Passed);
    }

    [Fact]
    public void A_case_without_numbers_has_failed() => Assert.False(Sample.Fault("tln-100k", "gone").Passed);

    [Fact]
    public void Small_loads_are_not_judged()
    {
        var page = Write([Sample.Result("tln-100k", minatoMs: 40, minatoKib: 9000)], judged: false);
        Assert.DoesNotContain("FAIL", page, StringComparison.Ordinal);
        Assert.Contains("nothing was judged", page, StringComparison.Ordinal);
    }

    private static string Write(IReadOnlyList<CaseResult> results, bool judged = true) =>
        new ResultPage(Sample.Machine, "Quiet.", default, judged, new DateOnly(2026, 1, 2)) { Took = TimeSpan.FromSeconds(450) }.Write(results);
}
