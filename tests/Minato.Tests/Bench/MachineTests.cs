using System;
using Minato.Bench.Machine;
using Minato.Bench.Storm;

namespace Minato.Tests.Bench;

public sealed class MachineTests
{
    [Theory]
    [InlineData("AMD EPYC", "amd-epyc")]
    [InlineData("Intel(R) Core(TM) i7-8550U CPU @ 1.80GHz", "intel-r-core-tm-i7-8550u-cpu-1-80ghz")]
    public void A_processor_names_its_page(string name, string slug) => Assert.Equal(slug, MachineFacts.MakeSlug(name));

    [Theory]
    [InlineData("6.18.44-generic\n", "6.18.44")]
    [InlineData("6.18", "6.18")]
    public void The_kernel_is_named_without_its_builders_suffix(string release, string version) =>
        Assert.Equal(version, MachineFacts.KernelVersion(release));

    [Fact]
    public void The_processor_is_read_from_its_first_entry() =>
        Assert.Equal("AMD EPYC", MachineFacts.CpuModel("processor\t: 0\nmodel\t\t: 17\nmodel name\t: AMD EPYC\nmodel name\t: other\n"));

    [Fact]
    public void A_processor_without_a_name_is_called_by_its_architecture() =>
        Assert.NotEmpty(MachineFacts.CpuModel("processor\t: 0\nCPU part\t: 0xd0c\n"));

    [Theory]
    [InlineData("ss utility, iproute2-6.1.0\n", "iproute2-6.1.0")]
    [InlineData("net-tools 2.10\nFred Baumgarten, 1990-2005\n", "net-tools 2.10")]
    [InlineData("lsof version information:\n    revision: 4.95.0\n    latest revision: https://example.org\n", "4.95.0")]
    [InlineData("no number here\n", null)]
    public void A_release_is_picked_from_what_the_program_says(string text, string? release) =>
        Assert.Equal(release, ProgramVersion.Pick(text));

    [Fact]
    public void Waiting_for_a_disk_is_idle_and_stolen_time_is_busy()
    {
        var before = CpuTimes.Parse("cpu  100 0 100 1000 0 0 0 0 0 0");
        var after = CpuTimes.Parse("cpu  110 0 105 1060 15 0 0 10 5 0");
        Assert.Equal(0.25, after.BusySince(before), precision: 6);
    }

    [Theory]
    [InlineData(0.02, 10, "Quiet.")]
    [InlineData(0.50, 10, "**Not quiet**: stop")]
    [InlineData(0.02, 100_000, "**Not quiet**: end")]
    public void A_busy_machine_is_said(double busiest, long tcpElsewhere, string advice) =>
        Assert.Contains(advice, Quiet.Describe("0.10 0.20 0.30", busiest, tcpElsewhere), StringComparison.Ordinal);

    [Fact]
    public void The_kernels_socket_counts_are_read_from_both_files()
    {
        const string v4 = "sockets: used 400\nTCP: inuse 364 orphan 0 tw 7 alloc 409 mem 320\nUDP: inuse 5 mem 0\nUDPLITE: inuse 0\n";
        const string v6 = "TCP6: inuse 44\nUDP6: inuse 9\n";
        Assert.Equal(new SockStat(364, 44, 7, 409), SockStat.Parse(v4, v6));
        Assert.Equal(new SockStat(364, 0, 7, 409), SockStat.Parse(v4, ""));
    }

    [Theory]
    [InlineData(4000, null)]
    [InlineData(3000, "needs 3,501 MiB of free memory and there are 3,000; --without-1m")]
    public void A_load_that_does_not_fit_into_memory_is_not_made(int availableMib, string? missing)
    {
        var said = MemoryRoom.Missing(StormShape.Million, availableMib);
        if (missing is null)
            Assert.Null(said);
        else
            Assert.Contains(missing, said, StringComparison.Ordinal);
    }

    [Fact]
    public void Available_memory_is_read_in_MiB() =>
        Assert.Equal(2048, MemoryRoom.AvailableMib("MemTotal:        8388608 kB\nMemFree:  1 kB\nMemAvailable:    2097152 kB\n"));
}
