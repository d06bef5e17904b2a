using System;
using Minato.Bench;
using Minato.Bench.Launch;

namespace Minato.Tests.Bench;

public sealed class LauncherTests
{
    [Fact]
    public void The_line_of_numbers_is_read_in_order() =>
        Assert.Equal(new Measurement(2_500_000, 30, 1080, 0, 27403, 409, 50), Measurement.Parse("2500000 10 20 1080 0 27403 409 50\n"));

    [Theory]
    [InlineData("")]
    [InlineData("1 2 3")]
    [InlineData("1 2 3 4 5 6 7 eight")]
    public void Any_other_line_is_no_measurement(string line) => Assert.Null(Measurement.Parse(line));

    [Fact]
    public void Lines_and_bytes_of_the_output_are_counted()
    {
        var cost = new Launcher().Run(["/bin/sh", "-c", "echo one; echo two"], count: true);
        Assert.Equal((8, 2), (cost.Bytes, cost.Lines));
    }

    [Fact]
    public void This_process_does_not_weigh_on_what_it_starts()
    {
        var own = Environment.WorkingSet / 1024;
        Assert.InRange(new Launcher().Run(["/bin/true"]).PeakKib, 1, own / 4);
    }

    [Fact]
    public void A_failing_command_is_no_measurement()
    {
        var fault = Assert.Throws<BenchFault>(() => new Launcher().Run(["/bin/sh", "-c", "echo because >&2; exit 3"]));
        Assert.Equal("'sh -c echo because >&2; exit 3' ended with 3. because", fault.Message);
    }
}
