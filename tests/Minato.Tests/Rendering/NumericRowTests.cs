using System;
using System.Linq;
using CsCheck;
using Minato.Model;
using Minato.Rendering;
using Minato.Rendering.Netstat;
using Minato.Rendering.Netstat.Linux;
using Minato.Rendering.Netstat.MacOs;
using Minato.Rendering.Netstat.Windows;
using Minato.Rendering.Ss;

namespace Minato.Tests.Rendering;

/// <summary>Rows that are all numbers are written in one go; nobody can tell but by the clock.</summary>
public sealed class NumericRowTests
{
    private static readonly Gen<IpAddr> Addresses = Gen.OneOf(
        Gen.UInt.Select(IpAddr.V4),
        Gen.Select(Gen.OneOf(Gen.ULong, Gen.Const(0ul)), Gen.OneOf(Gen.ULong, Gen.OneOf(0ul, 1ul, 0xFFFF_0A00_0001ul)), IpAddr.V6));

    private static readonly Gen<SocketEntry> Rows = Gen.Select(
        Gen.Select(Addresses, Addresses),
        Gen.Select(Gen.OneOf(Gen.UShort, Gen.OneOf<ushort>(0, 9, 10, 65535)), Gen.UShort),
        Gen.OneOf(Transport.Tcp, Transport.Udp, Transport.Raw),
        Gen.OneOf(SocketState.Established, SocketState.Listen, SocketState.TimeWait, SocketState.Closed),
        Gen.OneOf(Gen.OneOf(0u, 1u, 12u), Gen.UInt),
        Gen.OneOf(0u, 0u, 0u, 2u),
        Gen.Bool,
        static (ends, ports, transport, state, queue, card, v6Only) => new SocketEntry
        {
            Transport = transport,
            Family = ends.Item1.IsV6 ? SocketFamily.Inet6 : SocketFamily.Inet,
            State = state,
            LocalEnd = new Endpoint(ends.Item1, ports.Item1),
            PeerEnd = new Endpoint(ends.Item2, ports.Item2),
            ReceiveQueue = queue,
            InterfaceIndex = card,
            V6Only = v6Only,
        });

    private static readonly SampleNames Plain = new();

    // With a name that no row has, each name is asked for.
    private static readonly SampleNames Asking = new() { Users = { [uint.MaxValue] = "nobody" }, Hosts = { ["192.0.2.1"] = "a" }, Services = { [0] = "b" } };

    [Fact]
    public void The_table_is_the_same_as_with_names_that_no_row_has() => Rows.Array[1, 20].Sample(
        rows => Assert.Equal(Ss(new SsColumns(), Asking, rows), Ss(new SsColumns(), Plain, rows)), iter: 500);

    [Fact]
    public void The_table_of_a_release_is_too() => Gen.Select(Rows.Array[1, 20], Gen.OneOf("6.1", "7.3"), Gen.OneOf(0, 100)).Sample(
        (rows, release, width) =>
        {
            SsColumns columns = new() { Netid = true, Numeric = true, Release = SsRelease.Find(release), TerminalWidth = width };
            Assert.Equal(Exact(columns, Asking, rows), Exact(columns, Plain, rows));
        }, iter: 500);

    [Fact]
    public void A_row_of_netstat_is_the_same_whatever_stood_before_it() => Gen.Select(Rows.Array[1, 20], Gen.Bool, Gen.Int[Utf8Sink.Slack, 2000]).Sample(
        (rows, isWide, size) =>
        {
            foreach (NetstatLayout layout in Layouts(isWide))
                Assert.Equal(string.Concat(rows.Select(row => Netstat(layout, 65_536, row))), Netstat(layout, size, rows));
        }, iter: 500);

    [Fact]
    public void A_table_larger_than_a_piece_of_the_buffer_keeps_its_rows_apart() => Rows.Array[40].Sample(
        some =>
        {
            SsColumns columns = new() { Netid = true, Header = false, Numeric = true, Release = SsRelease.V6_1 };
            string[] each = [.. some.Select(row => Squeezed(Exact(columns, Plain, [row])))];

            string[] lines = Exact(columns, Plain, [.. Enumerable.Range(0, 10_000).Select(i => some[i / 7 % some.Length])]).Split('\n');

            Assert.Equal(10_001, lines.Length);
            for (int i = 0; i < 10_000; i++) Assert.Equal(each[i / 7 % some.Length], Squeezed(lines[i]));
        }, iter: 3);

    private static string Squeezed(string line) => string.Join(' ', line.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));

    private static string Ss(SsColumns columns, IRowNames names, SocketEntry[] rows)
    {
        MemoryOutput output = new();
        Utf8Sink sink = new(output);
        new SsTable(sink, columns, names).Accept(new SocketBatch(rows, null, null));
        sink.Flush();
        return output.Text;
    }

    private static string Exact(SsColumns columns, IRowNames names, SocketEntry[] rows)
    {
        MemoryOutput output = new();
        SsExactTable table = new(new Utf8Sink(output), columns, names);
        table.Accept(new SocketBatch(rows, null, null));
        table.Finish();
        return output.Text;
    }

    private static NetstatLayout[] Layouts(bool isWide) =>
    [
        LinuxLayout.Internet(new LinuxWishes { Wide = isWide }),
        WindowsLayout.Connections(new WindowsWishes { HasCarriageReturn = isWide }),
        MacOsLayout.Internet(new MacOsWishes { Wide = isWide }),
    ];

    private static string Netstat(NetstatLayout layout, int size, params SocketEntry[] rows)
    {
        MemoryOutput output = new();
        Utf8Sink sink = new(output, size);
        new NetstatSocketTable(sink, layout, Plain).Accept(new SocketBatch(rows, null, null));
        sink.Flush();
        return output.Text;
    }
}
