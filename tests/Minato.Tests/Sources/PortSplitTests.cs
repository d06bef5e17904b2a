using System;
using System.Linq;
using CsCheck;
using Minato.Filter.Kernel;
using Minato.Model;
using Minato.Sources.Linux;
using Minato.Tests.Filter;
using Minato.Tests.Rendering;

namespace Minato.Tests.Sources;

/// <summary>Where a table is parted, measured by what the kernel would do for each half.</summary>
public sealed class PortSplitTests
{
    private const int FirstEphemeral = 32_768;
    private const int SampleSize = 512;
    private const int TableSize = 50_000;

    /// <summary>Loads as machines have them: both ends of local connections, a server, a client, and what is left behind.</summary>
    public static TheoryData<string> Loads => ["local", "one hot port of clients elsewhere", "clients of one service", "a proxy", "closed on the clients' side", "two services, one of them closed"];

    [Theory]
    [MemberData(nameof(Loads))]
    public void The_halves_of_a_usual_load_are_within_a_tenth_of_each_other(string load)
    {
        Random random = new(7);
        SocketEntry[] table = [.. Enumerable.Range(0, TableSize).Select(i => Socket(load, i, random))];
        SocketEntry[] sample = [.. table.OrderBy(_ => random.Next()).Take(SampleSize)];

        PortSplit split = PortSplit.Find(sample, FirstEphemeral)!.Value;
        double lower = table.Where(row => IsIn(split.Half(isUpper: false)!, row)).Sum(Work);
        double all = table.Sum(Work);
        Assert.InRange(lower / all, 0.45, 0.55);
    }

    [Fact]
    public void Servers_and_clients_of_one_machine_are_parted_exactly()
    {
        Random random = new(3);
        SocketEntry[] table = [.. Enumerable.Range(0, TableSize).Select(i => Socket("local", i, random))];
        SocketEntry[] sample = [.. table.OrderBy(_ => random.Next()).Take(SampleSize)];

        Assert.Equal(new PortSplit(false, FirstEphemeral - 1), PortSplit.Find(sample, FirstEphemeral));
    }

    [Fact]
    public void The_ephemeral_range_parts_nothing_that_it_does_not_halve()
    {
        SocketEntry[] sample = [.. Enumerable.Range(0, 100).Select(i => SampleRows.Connection(i < 30 ? "10.0.0.1:443" : $"10.0.0.1:{40_000 + i}", "10.0.0.2:443"))];

        Assert.Equal(new PortSplit(false, 40_049), PortSplit.Find(sample, FirstEphemeral));
    }

    [Fact]
    public void An_empty_sample_is_not_parted() => Assert.Null(PortSplit.Find([], FirstEphemeral));

    [Fact]
    public void Whatever_the_user_asks_each_socket_is_in_exactly_one_half() =>
        Gen.Select(RandomFilters.Ss, RandomFilters.Row.Array[1, 40], Gen.Bool, Gen.UShort[0, 65534]).Sample((text, rows, isPeer, port) =>
        {
            KernelFilter? asked = Filters.Read(text).Kernel is { LocalPort: 0, PeerPort: 0 } kernel ? kernel : null;
            PortSplit split = new(isPeer, port);
            KernelFilter lower = split.Half(isUpper: false, asked)!;
            KernelFilter upper = split.Half(isUpper: true, asked)!;

            foreach (KernelFilter half in (KernelFilter[])[lower, upper]) Assert.True(KernelVerifier.IsValid(half.Program.Span));
            foreach (SocketEntry row in rows)
            {
                int times = (IsIn(lower, row) ? 1 : 0) + (IsIn(upper, row) ? 1 : 0);
                Assert.Equal(asked is null || IsIn(asked, row) ? 1 : 0, times);
            }
        }, iter: 2000);

    [Fact]
    public void A_filter_that_leaves_no_room_for_one_more_question_is_not_parted() =>
        Assert.Null(new PortSplit(false, 1).Half(isUpper: true, new KernelFilter(new byte[KernelAssembler.MaxSize], null)));

    private static bool IsIn(KernelFilter filter, SocketEntry row) => KernelMachine.Accepts(filter.Program.Span, RandomFilters.Seen(in row));

    // Nanoseconds of the kernel.
    private static double Work(SocketEntry row) => row.State == SocketState.TimeWait ? 290 : 700;

    private static SocketEntry Socket(string load, int i, Random random)
    {
        int ephemeral = random.Next(FirstEphemeral, 61_000);
        string server = $"10.0.0.1:{1100 + i % 20}";
        string client = $"10.0.0.2:{ephemeral}";
        SocketEntry row = load switch
        {
            "local" => i % 2 == 0 ? SampleRows.Connection(server, client) : SampleRows.Connection(client, server),
            "one hot port of clients elsewhere" => SampleRows.Connection("10.0.0.1:443", client),
            "clients of one service" => SampleRows.Connection(client, "10.0.0.1:5432"),
            "a proxy" => i % 4 == 0 ? SampleRows.Connection(client, "10.0.0.9:8080") : SampleRows.Connection("10.0.0.1:443", client),
            "closed on the clients' side" => SampleRows.Connection(client, server),
            _ => SampleRows.Connection(i % 2 == 0 ? "10.0.0.1:80" : "10.0.0.1:443", client),
        };
        if (load.StartsWith("closed", StringComparison.Ordinal) || (load.StartsWith("two", StringComparison.Ordinal) && i % 2 == 0)) row.State = SocketState.TimeWait;
        return row;
    }
}
