using System;
using System.Collections.Generic;
using System.Linq;
using Minato.Bench.Cases;
using Minato.Bench.Storm;

namespace Minato.Tests.Bench;

public sealed class CaseTableTests
{
    /// <summary>The promises of the project, row by row: case, least, aim.</summary>
    public static TheoryData<string, double, double?> Promises { get; } = new()
    {
        { "tln-empty", 0.60, 0.50 },
        { "tln-100k", 0.08, 0.05 },
        { "tln-1m", 0.01, 0.005 },
        { "tan-100k", 0.28, 0.23 },
        { "tan-100k-one-core", 0.38, 0.33 },
        { "tan-1m", 0.27, 0.22 },
        { "tan-1m-one-core", 0.33, 0.30 },
        { "tan-timewait", 0.17, 0.12 },
        { "tani-100k", 0.25, 0.15 },
        { "sport-1m", 0.50, 0.44 },
        { "xan-unix", 0.40, 0.33 },
        { "tlnp-idle", 0.55, 0.45 },
        { "tlnp-1000procs", 0.05, 0.03 },
        { "tanp-1000procs", 0.02, 0.015 },
        { "tanp-1m", 2.0, 1.3 },
        { "tlnp-1000procs-proc", 0.25, null },
        { "tanp-1000procs-proc", 0.07, null },
        { "exact-tan-100k", 0.45, 0.38 },
        { "exact-tan-1m", 0.42, 0.36 },
        { "netstat-tan-100k", 0.20, 0.15 },
        { "netstat-tanp-100k", 0.03, null },
        { "netstat-s", 1.60, null },
        { "netstat-r", 1.60, null },
        { "netstat-i", 1.60, null },
        { "library-snapshot-100k", 0.20, 0.10 },
    };

    [Theory]
    [MemberData(nameof(Promises))]
    public void Every_promise_of_wall_time_is_a_case(string name, double must, double? aim) =>
        Assert.Equal(new Target(must, aim), CaseTable.Find(name)?.Wall);

    [Theory]
    [InlineData("tln-empty", 0.65)]
    [InlineData("tan-1m", 0.4)]
    [InlineData("tlnp-1m", 0.3)]
    public void Every_promise_of_memory_is_a_case(string name, double must) => Assert.Equal(new Target(must), CaseTable.Find(name)?.Memory);

    [Fact]
    public void The_streaming_form_may_allocate_nothing_a_row() => Assert.Equal(0, CaseTable.Find("library-stream-100k")?.AllocationLimit);

    [Fact]
    public void No_case_beside_ss_may_need_more_memory_than_it() =>
        Assert.All(CaseTable.All.Where(one => one.Peer.StartsWith("ss ", StringComparison.Ordinal)), one => Assert.InRange(one.Memory!.Value.Must, 0, 1));

    [Fact]
    public void Exact_rows_must_be_the_bytes_of_ss() =>
        Assert.All(CaseTable.All, one => Assert.Equal(one.Minato.Contains("--exact", StringComparison.Ordinal), one.SameBytes));

    [Fact]
    public void One_core_and_two_are_told_apart() =>
        Assert.Equal(
            [("tan-100k", 2), ("tan-100k-one-core", 1), ("tan-1m", 2), ("tan-1m-one-core", 1)],
            CaseTable.All.Where(one => one.Processors > 0).Select(one => (one.Name, one.Processors)));

    [Fact]
    public void Every_dump_of_all_sockets_has_a_floor()
    {
        var without = CaseTable.All.Where(one => one.Floor is null && one.Wall is not null).Select(one => one.Name);
        Assert.All(without, name => Assert.True(
            name.Contains("np", StringComparison.Ordinal) || name.StartsWith("library", StringComparison.Ordinal) || name is "netstat-s" or "netstat-r" or "netstat-i", name));
    }

    [Fact]
    public void Names_are_unique() => Assert.Distinct(CaseTable.All.Select(one => one.Name), StringComparer.Ordinal);

    [Fact]
    public void The_empty_machine_is_measured_before_any_load() => Assert.Equal(StormShape.Empty, CaseTable.All[0].Load);

    [Fact]
    public void Each_load_is_made_once()
    {
        var loads = new List<StormShape>();
        foreach (var one in CaseTable.All)
        {
            if (loads.Count == 0 || loads[^1] != one.Load)
                loads.Add(one.Load);
        }
        Assert.Distinct(loads);
    }

    [Fact]
    public void No_process_of_a_shape_needs_more_descriptors_than_the_smallest_hard_limit_seen() =>
        Assert.All(StormShape.All, shape => Assert.InRange(2 * shape.Connections / Math.Max(1, shape.Processes), 0, 19_900));
}
