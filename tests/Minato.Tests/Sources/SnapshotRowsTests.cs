using System;
using System.Linq;
using Minato.Model;
using Minato.Tests.Rendering;

namespace Minato.Tests.Sources;

/// <summary>A snapshot gives its rows back as they came, however it keeps them.</summary>
public sealed class SnapshotRowsTests
{
    private readonly SampleOwners _owners = new();

    [Fact]
    public void Rows_of_every_kind_come_back_in_their_order()
    {
        SnapshotRows rows = new();
        byte[] path = [(byte)'a'];
        SocketEntry unix = SampleRows.Unix(Transport.UnixStream, SocketState.Listen, "", 3) with { UnixBytes = path, UnixPathLength = 1 };
        SocketEntry[] batch =
        [
            SampleRows.Listen("127.0.0.1:1") with { Inode = 1 }, SampleRows.Listen("[::1]:2") with { Inode = 2 }, unix,
            SampleRows.Listen("127.0.0.1:4") with { Inode = 4 },
        ];
        _owners.Owners[4] = [SampleRows.Owner("who", 5, 6)];

        // More than one piece.
        for (int i = 0; i < 1_000; i++) rows.Accept(new SocketBatch(batch, _owners, null));
        path[0] = (byte)'b';

        Assert.Equal(4_000, rows.Count);
        Assert.Equal(Enumerable.Range(0, 4_000).Select(i => (ulong)(i % 4 + 1)), rows.Select(row => row.Entry.Inode));
        Assert.Equal("a"u8, rows[3_998].Entry.UnixPath.Span);
        Assert.Equal(5, Assert.Single(rows[3_999].Owners).Pid);
        Assert.Empty(rows[3_996].Owners);
        Assert.Equal(batch[1].LocalEnd, rows[3_997].Entry.Local);
    }

    [Fact]
    public void A_row_that_is_asked_for_twice_is_the_same()
    {
        SnapshotRows rows = new();
        rows.Accept(new SocketBatch([SampleRows.Connection("127.0.0.1:1", "127.0.0.1:2")], null, null));

        Assert.Equal(rows[0].Entry, rows.Single().Entry);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void There_is_no_row_beyond_the_last(int index)
    {
        SnapshotRows rows = new();
        rows.Accept(new SocketBatch([SampleRows.Listen("127.0.0.1:1")], null, null));

        Assert.Throws<ArgumentOutOfRangeException>(() => rows[index]);
    }

    [Fact]
    public void Plain_rows_are_kept_without_an_object_each()
    {
        SocketEntry[] batch = [.. Enumerable.Range(1, 256).Select(i => SampleRows.Listen($"127.0.0.1:{i}"))];
        SnapshotRows rows = new();
        Fill(rows, batch, 8);

        long before = GC.GetAllocatedBytesForCurrentThread();
        Fill(rows, batch, 400);
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / (400 * batch.Length), 0, 128);

        static void Fill(SnapshotRows rows, SocketEntry[] batch, int times)
        {
            for (int i = 0; i < times; i++) rows.Accept(new SocketBatch(batch, null, null));
        }
    }
}
