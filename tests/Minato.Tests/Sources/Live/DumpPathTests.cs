using System;
using System.Linq;
using Minato.Bench.Storm;
using Minato.Filter.Kernel;
using Minato.Model;
using Minato.Sources;
using Minato.Sources.Linux;
using Minato.Tests.Filter;
using Minato.Tests.Live;

namespace Minato.Tests.Sources.Live;

/// <summary>However a table is read, its rows are those of one dump on one thread.</summary>
public sealed class DumpPathTests : LiveTest
{
    private const int Connections = 1500;

    // Each of them can be in the sample; a table that is taken for large needs no more.
    private const int Large = 1_000_000;

    private static readonly StormShape Local = StormShape.HundredThousand with { Connections = Connections, Processes = 3 };
    private static readonly StormShape Closed = StormShape.TimeWaits with { Connections = Connections, Processes = 3 };

    [Theory]
    [InlineData("")]
    [InlineData("sport > :1100")]
    [InlineData("dport <= :1100 or src [::1]")]
    [InlineData("not dst 127.0.0.1")]
    [InlineData("sport = :1101")]
    public void Halves_and_reading_ahead_give_the_rows_of_one_dump(string filter)
    {
        KernelFilter? asked = filter.Length == 0 ? null : Filters.Read(filter).Kernel;
        Compare(Local, Requests.Tcp with { Filter = asked });
    }

    [Fact]
    public void So_they_do_with_metrics_and_memory() => Compare(Local, Requests.Tcp with { Fields = SocketFields.Info | SocketFields.Memory });

    [Fact]
    public void So_they_do_with_families_apart() => Compare(Local, Requests.Tcp with { FamiliesApart = true });

    [Theory]
    [InlineData(IpFamilies.V4)]
    [InlineData(IpFamilies.V6)]
    public void So_they_do_of_one_family(IpFamilies families) => Compare(Local, Requests.Tcp with { Families = families });

    [Fact]
    public void So_they_do_where_one_side_is_closed() => Compare(Closed, Requests.Tcp with { States = StateSet.Of(SocketState.TimeWait) });

    private static void Compare(StormShape shape, TableRequest request)
    {
        using SocketStorm storm = SocketStorm.Start(shape);
        OwnNamespace.RunBeside(storm.Pid, () =>
        {
            CountingFactory kernel = new();
            using NetlinkSource whole = new(kernel);
            using NetlinkSource ahead = new(kernel, readsAhead: true);
            using NetlinkSource halves = new(kernel, split: new SplitDump(kernel, static () => Large), readsAhead: true);
            using NetlinkSource apart = new(kernel, split: new SplitDump(kernel, static () => Large), apart: new ApartDump(static () => Large, static () => 0), readsAhead: true);

            string[] expected = Read(whole, request);
            Assert.NotEmpty(expected);
            Assert.Equal(expected, Read(ahead, request));
            Assert.Equal(1, kernel.Opened - 1);
            Assert.Equal(expected, Read(halves, request));

            // The first, the sample's, and those of the halves; an exact port is not parted, and families are each.
            Assert.Equal(request.Filter is { LocalPort: not 0 } ? 3 : request.FamiliesApart ? 10 : 6, kernel.Opened);
            Assert.Equal(expected, Read(apart, request));
        });
    }

    private sealed class CountingFactory : INetlinkChannelFactory
    {
        private readonly SockDiagChannelFactory _kernel = new();

        public int Opened { get; private set; }

        public int Open(out INetlinkChannel channel)
        {
            Opened++;
            return _kernel.Open(out channel);
        }
    }

    private static string[] Read(NetlinkSource source, TableRequest request)
    {
        CollectingSink sink = new();
        RowBuffer rows = new(64, sink);
        Assert.Equal(TableOutcome.Complete, source.Append(request, rows));
        rows.Finish();
        return [.. sink.Rows.Select(row => Describe(row, sink)).Order(StringComparer.Ordinal)];
    }

    private static string Describe(SocketEntry row, CollectingSink sink) =>
        $"{row.State} {row.Local.Address.ToIPAddress()} {row.Local.Port} {row.Peer.Address.ToIPAddress()} {row.Peer.Port} {row.Inode} {row.Id.Value}" +
        (row.Inode != 0 && sink.Details.TryGetValue((uint)row.Inode, out DetailParts parts) ? " " + parts : "");
}
