using System;
using System.Diagnostics;
using System.Globalization;
using System.Threading.Tasks;
using Minato.Bench;
using Minato.Bench.Launch;

namespace Minato.Tests.Bench;

public sealed class LauncherTests
{
    [Fact]
    public void The_line_of_numbers_is_read_in_order() =>
        Assert.Equal(new Measurement(2_500_000, 30, 1080, 0, 27403, 409, 50, ulong.MaxValue), Measurement.Parse("2500000 10 20 1080 0 27403 409 50 18446744073709551615\n"));

    [Theory]
    [InlineData("")]
    [InlineData("1 2 3")]
    [InlineData("1 2 3 4 5 6 7 8 nine")]
    [InlineData("1 2 3 4 5 6 7 -8 9")]
    public void Any_other_line_is_no_measurement(string line) => Assert.Null(Measurement.Parse(line));

    [Fact]
    public void Lines_and_bytes_of_the_output_are_counted()
    {
        var cost = new Launcher().Run(["/bin/sh", "-c", "echo one; echo two"], count: true);
        Assert.Equal((8, 2), (cost.Bytes, cost.Lines));
    }

    [Fact]
    public void A_measurement_reads_what_it_writes()
    {
        var cost = new Measurement(2_500_000, 30, 1080, 0, 27403, 409, 50, 77);
        Assert.Equal(cost, Measurement.Parse(cost.Format()));
    }

    [Fact]
    public void Outputs_that_differ_in_one_byte_have_different_sums()
    {
        static ulong SumOf(string text) => new Launcher().Run(["/bin/echo", text], count: true).Sum;
        Assert.Equal(SumOf("ESTAB 0"), SumOf("ESTAB 0"));
        Assert.NotEqual(SumOf("ESTAB 0"), SumOf("ESTAB 1"));
    }

    [Fact]
    public void A_setting_reaches_the_command_and_nothing_of_this_process_does()
    {
        var cost = new Launcher().Run(["/usr/bin/env"], count: true, settings: [new("MINATO_OWNERS", "proc")]);
        Assert.Equal(3, cost.Lines); // with PATH and LC_ALL
    }

    [Fact]
    public async Task A_command_ends_with_a_starter_that_is_killed()
    {
        var start = new ProcessStartInfo(NativeProgram.Launch.Build(), ["--", "/bin/sh", "-c", "echo $$ >&2; exec sleep 100"])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        };
        using var starter = Process.Start(start)!;
        var command = Process.GetProcessById(int.Parse(starter.StandardError.ReadLine()!, CultureInfo.InvariantCulture));
        starter.Kill();
        await command.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.True(command.HasExited);
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
