using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Minato.Model;
using Minato.Sources;

namespace Minato.Tests.Sources;

public sealed class RowBufferTests
{
    private readonly CollectingSink _sink = new();

    [Fact]
    public void A_full_buffer_is_delivered_and_the_rest_at_the_end()
    {
        RowBuffer rows = new(2, _sink);
        Commit(rows, 1, 2, 3);
        Assert.Equal([1, 2], _sink.Inodes);
        Assert.False(_sink.SawLast);

        rows.Finish();
        Assert.Equal([1, 2, 3], _sink.Inodes);
        Assert.True(_sink.SawLast);
    }

    [Theory]
    [InlineData(100, 100)]
    [InlineData(100, 99)]
    [InlineData(100, 250)]
    public void Room_that_grows_loses_neither_rows_nor_details(int capacity, int count)
    {
        RowBuffer rows = new(capacity, _sink);
        for (uint inode = 1; inode <= count; inode++)
        {
            rows.Next = default;
            rows.Next.Inode = inode;
            rows.AddDetails().Known = (DetailParts)inode;
            rows.Commit();
        }

        rows.Finish();
        Assert.Equal(Enumerable.Range(1, count).Select(inode => (uint)inode), _sink.Inodes);
        Assert.Equal(_sink.Inodes.ToDictionary(inode => inode, inode => (DetailParts)inode), _sink.Details);
        Assert.Equal(count / capacity + 1, _sink.Deliveries);
    }

    [Fact]
    public void No_rows_are_delivered_too_so_that_a_header_can_be_printed()
    {
        new RowBuffer(2, _sink).Finish();

        Assert.Equal((1, 0), (_sink.Deliveries, _sink.Rows.Count));
    }

    [Fact]
    public void A_row_that_was_not_committed_is_not_delivered()
    {
        RowBuffer rows = new(4, _sink);
        Commit(rows, 1);
        rows.Next.Inode = 2;
        rows.Finish();

        Assert.Equal([1], _sink.Inodes);
    }

    [Fact]
    public void Details_stay_with_their_row_when_its_path_makes_room_by_a_delivery()
    {
        RowBuffer rows = new(8, _sink);
        for (uint inode = 1; inode <= 2; inode++)
        {
            rows.Next = default;
            rows.Next.Inode = inode;
            rows.AddDetails().Known = (DetailParts)inode;
            rows.Commit(path: new byte[20_000], pending: default);
        }

        rows.Finish();

        Assert.Equal(2, _sink.Deliveries);
        Assert.Equal([new(1, (DetailParts)1), new(2, (DetailParts)2)], _sink.Details);
    }

    [Fact]
    public void A_row_has_no_details_of_the_batch_before()
    {
        RowBuffer rows = new(1, _sink);
        Commit(rows, 1);
        rows.AddDetails().Known = (DetailParts)1;
        rows.Next.Inode = 2;
        rows.Commit();
        Commit(rows, 3);
        rows.Finish();

        Assert.Equal([new(2, (DetailParts)1)], _sink.Details);
    }

    [Fact]
    public void Rows_still_in_the_buffer_can_be_taken_back()
    {
        RowBuffer rows = new(8, _sink);
        Commit(rows, 1);
        long position = rows.Position;
        Commit(rows, 2, 3);

        Assert.True(rows.TryTakeBack(position));
        Commit(rows, 4);
        rows.Finish();
        Assert.Equal([1, 4], _sink.Inodes);
    }

    [Fact]
    public void Rows_that_were_delivered_cannot_be_taken_back()
    {
        RowBuffer rows = new(2, _sink);
        Commit(rows, 1);
        long position = rows.Position;
        Commit(rows, 2, 3);

        Assert.False(rows.CanTakeBack(position));
        Assert.False(rows.TryTakeBack(position));
        rows.Finish();
        Assert.Equal([1, 2, 3], _sink.Inodes);
    }

    [Fact]
    public void A_position_at_a_delivery_can_be_come_back_to()
    {
        RowBuffer rows = new(2, _sink);
        Commit(rows, 1, 2);
        long position = rows.Position;
        Commit(rows, 3);

        Assert.True(rows.TryTakeBack(position));
        rows.Finish();
        Assert.Equal([1, 2], _sink.Inodes);
    }

    [Fact]
    public void Nothing_more_is_delivered_to_a_reader_that_has_stopped()
    {
        CollectingSink stopping = new(stopAfter: 1);
        RowBuffer rows = new(1, stopping);
        Commit(rows, 1);
        Assert.True(rows.IsStopped);

        Commit(rows, 2);
        rows.Finish();
        Assert.Equal([1], stopping.Inodes);
    }

    [Fact]
    public void Paths_are_copied_out_of_the_receive_buffer()
    {
        RowBuffer rows = new(8, _sink);
        byte[] received = "/run/a"u8.ToArray();
        rows.Commit(received, [1, 0, 0, 0]);
        received.AsSpan().Clear();
        rows.Next = default;
        rows.Commit([], []);
        rows.Finish();

        Assert.Equal(["/run/a", ""], _sink.Paths);
    }

    [Fact]
    public void Every_row_keeps_its_path_however_many_paths_there_are()
    {
        RowBuffer rows = new(4096, _sink);
        List<string> paths = [.. Enumerable.Range(0, 1000).Select(number => number.ToString("D108", CultureInfo.InvariantCulture))];
        for (uint i = 0; i < paths.Count; i++)
        {
            rows.Next = new SocketEntry { Inode = i };
            rows.Commit(Encoding.ASCII.GetBytes(paths[(int)i]), []);
        }

        rows.Finish();
        Assert.Equal(paths, _sink.Paths);
        Assert.Equal([.. Enumerable.Range(0, 1000).Select(i => (uint)i)], _sink.Inodes);
    }

    [Fact]
    public void More_waiting_peers_than_the_room_holds_are_all_kept()
    {
        RowBuffer rows = new(4096, _sink);
        rows.Commit("/run/small"u8, []);
        rows.Next = default;
        byte[] pending = new byte[60_000];
        pending[^4] = 7;
        rows.Commit("/run/large"u8, pending);
        rows.Finish();

        Assert.Equal(["/run/small", "/run/large"], _sink.Paths);
        Assert.Equal(15_000, _sink.LastPending.Length);
        Assert.Equal(7u, _sink.LastPending[^1]);
    }

    [Fact]
    public void Rows_with_paths_can_be_taken_back_again_and_again()
    {
        RowBuffer rows = new(4096, _sink);
        for (int reading = 0; reading < 5; reading++)
        {
            Assert.True(rows.TryTakeBack(0));
            for (int i = 0; i < 200; i++)
            {
                rows.Next = default;
                rows.Commit(new byte[108], []);
            }
        }

        Assert.True(rows.CanTakeBack(0));
    }

    private static void Commit(RowBuffer rows, params uint[] inodes)
    {
        foreach (uint inode in inodes)
        {
            rows.Next = new SocketEntry { Inode = inode };
            rows.Commit();
        }
    }
}
