using Minato.Interop.Linux;
using Minato.Model;
using Minato.Sources;
using Minato.Sources.Linux;
using Minato.Tests.Wire;

namespace Minato.Tests.Sources;

/// <summary>The families of a large TCP table come one after the other out of one dump.</summary>
public sealed class ApartDumpTests
{
    private const int Many = 1_000_000;

    private static readonly TableRequest Apart = Requests.Tcp with { FamiliesApart = true };

    private readonly CollectingSink _sink = new();

    [Fact]
    public void Ipv6_rows_wait_for_the_last_ipv4_row_and_keep_their_order()
    {
        FakeKernel kernel = new([Mixed(V6(1), V4(2), V6(3)), Mixed(V4(4), V6(5)), Receive.Done()]);

        Assert.Equal(TableOutcome.Complete, Read(kernel, Apart, rows: 2));
        Assert.Equal([2, 4, 1, 3, 5], _sink.Inodes);
        Assert.Single(kernel.Requests);
    }

    [Fact]
    public void More_ipv6_rows_than_may_wait_are_read_again()
    {
        FakeKernel kernel = new([Mixed(V6(1), V4(2), V6(3), V6(5), V4(4)), Receive.Done()], [Mixed(V6(1), V6(3), V6(5)), Receive.Done()]);

        Assert.Equal(TableOutcome.Complete, Read(kernel, Apart, mostHeld: 2));
        Assert.Equal([2, 4, 1, 3, 5], _sink.Inodes);
    }

    [Fact]
    public void A_table_known_to_have_more_is_dumped_by_family()
    {
        FakeKernel kernel = new([Mixed(V4(2)), Receive.Done()], [Mixed(V6(1)), Receive.Done()]);

        Assert.Equal(TableOutcome.Complete, Read(kernel, Apart, countV6: 11, mostHeld: 10));
        Assert.Equal([2, 1], _sink.Inodes);
    }

    [Theory]
    [InlineData(SocketFields.None, 4_999, SocketState.Established)]
    [InlineData(SocketFields.Info, Many, SocketState.Established)]
    [InlineData(SocketFields.None, Many, SocketState.Listen)]
    public void Small_tables_and_rows_with_details_are_dumped_by_family(SocketFields fields, int count, SocketState state)
    {
        FakeKernel kernel = new([Receive.Done()], [Receive.Done()]);

        _ = Read(kernel, Apart with { Fields = fields, States = StateSet.Of(state) }, count: count);
        Assert.Equal(2, kernel.Requests.Count);
    }

    [Fact]
    public void A_kernel_that_refuses_both_families_at_once_is_asked_for_each()
    {
        FakeKernel kernel = new([Receive.Error(Errno.ENOENT)], [Mixed(V4(2)), Receive.Done()], [Mixed(V6(1)), Receive.Done()]);

        Assert.Equal(TableOutcome.Complete, Read(kernel, Apart));
        Assert.Equal([2, 1], _sink.Inodes);
    }

    [Fact]
    public void A_reader_that_has_seen_enough_is_given_no_held_rows()
    {
        FakeKernel kernel = new([Mixed(V6(1), V4(2), V4(4)), Receive.Done()]);
        CollectingSink sink = new(stopAfter: 1);
        RowBuffer rows = new(1, sink);
        using NetlinkSource source = new(kernel, apart: new ApartDump(() => Many, () => 0));

        _ = source.Append(Apart, rows);
        rows.Finish();

        Assert.Equal([2], sink.Inodes);
    }

    [Fact]
    public void A_dump_that_breaks_gives_what_was_held_and_says_that_rows_may_be_missing()
    {
        FakeKernel kernel = new([Mixed(V6(1), V4(2)), Mixed(V4(4)), Receive.Fails(Errno.ENOMEM)]);

        Assert.Equal(new TableOutcome(TableResult.Incomplete, Errno.ENOMEM, 0), Read(kernel, Apart, rows: 1));
        Assert.Equal([2, 4, 1], _sink.Inodes);
    }

    [Theory]
    [InlineData("TCP6: inuse 10017\nUDP6: inuse 3\n", 10_017)]
    [InlineData("UDP6: inuse 3\nXTCP6: inuse 10017\n", 0)]
    public void The_kernels_count_of_ipv6_sockets_is_read(string text, int count) =>
        Assert.Equal(count, TcpCount.Parse(System.Text.Encoding.ASCII.GetBytes(text), "TCP6: inuse "u8));

    private TableOutcome Read(FakeKernel kernel, TableRequest request, int count = Many, int countV6 = 0, int mostHeld = 100, int rows = 16)
    {
        RowBuffer buffer = new(rows, _sink);
        using NetlinkSource source = new(kernel, apart: new ApartDump(() => count, () => countV6, mostHeld));
        TableOutcome outcome = source.Append(request, buffer);
        buffer.Finish();
        return outcome;
    }

    private static Receive Mixed(params byte[][] rows) => Receive.Messages(rows);

    private static byte[] V4(uint inode) => DiagBytes.Inet((ushort)inode, inode);

    private static byte[] V6(uint inode) => DiagBytes.Inet((ushort)inode, inode, family: 10);
}
