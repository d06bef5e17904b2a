using System;
using System.Collections.Generic;
using System.Linq;
using Minato.Bench.Cases;
using Minato.Bench.Storm;

namespace Minato.Tests.Bench;

public sealed class CaseTableTests
{
    [Fact]
    public void Every_promise_of_the_project_is_a_case()
    {
        var promises = CaseTable.All.Where(one => one.WallLimit is not null).Select(one => (one.Name, one.WallLimit!.Value));
        Assert.Equal(
            [
                ("tln-empty", 0.70), ("tln-100k", 0.10), ("tan-100k", 0.45), ("tani-100k", 0.30), ("sport-100k", 0.55),
                ("tlnp-1000procs", 0.35), ("xan-unix", 0.45), ("sport-1m", 0.55),
            ],
            promises);
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

    [Fact]
    public void Minatos_command_starts_with_the_program_under_test() =>
        Assert.Equal(["/opt/minato", "netstat", "-tan"], CaseTable.Find("netstat-tan-100k")!.MinatoCommand("/opt/minato"));
}
