using System;
using System.Collections.Generic;
using System.Linq;
using Minato.Interop.Linux;
using Minato.Sources;
using Minato.Sources.Linux;
using Minato.Tests.Wire;

namespace Minato.Tests.Sources;

/// <summary>
/// A dump that breaks or changes under the reader is read again while none of its rows has been given; afterwards it goes
/// on and says so. No row is given twice.
/// </summary>
public sealed class BrokenDumpTests
{
    private static readonly Receive[] Whole = [Receive.Rows(1, 2), Receive.Rows(3, 4), Receive.Done()];

    private readonly CollectingSink _sink = new();

    public static TheoryData<string> Faults => [.. Broken.Keys];

    // Each is the whole dump with one fault, which a reader meets after some rows.
    private static Dictionary<string, Receive[]> Broken { get; } = new(StringComparer.Ordinal)
    {
        ["the first datagram says that the table changed"] = [Whole[0].Interrupted(), Whole[1], Whole[2]],
        ["a later datagram says that the table changed"] = [Whole[0], Whole[1].Interrupted(), Whole[2]],
        ["the end says that the table changed"] = [Whole[0], Whole[1], Receive.Done().Interrupted()],
        ["the queue overran"] = [Whole[0], Receive.Fails(Errno.ENOBUFS), Whole[1], Whole[2]],
        ["the kernel has no memory"] = [Whole[0], Receive.Fails(Errno.ENOMEM)],
        ["the socket ends"] = [Whole[0], Receive.EndOfFile()],
        ["an error in the middle"] = [Whole[0], Receive.Error(Errno.EINVAL)],
        ["an error at the end"] = [Whole[0], Whole[1], Receive.Done(-Errno.ENOMEM)],
        ["a datagram larger than the buffer"] = [Whole[0], Large(9), Whole[2]],
        ["a message length that does not fit"] = [Whole[0].With(new Receive(_ => NetlinkBytes.U32(1))), Whole[1], Whole[2]],
        ["a datagram cut inside a message"] = [new Receive(sequence => Whole[0].Bytes(sequence)[..^1]), Whole[1], Whole[2]],
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_broken_dump_is_read_again_and_nothing_is_lost(string fault)
    {
        FakeKernel kernel = new(Broken[fault], Whole);

        Assert.Equal(TableOutcome.Complete, Read(kernel, window: 256));
        Assert.Equal([1, 2, 3, 4], _sink.Inodes);
        Assert.Equal(2, kernel.Opened);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_dump_that_always_breaks_is_read_five_times_and_is_incomplete_without_a_row_twice(string fault)
    {
        FakeKernel kernel = FakeKernel.Always(Broken[fault]);
        TableOutcome outcome = Read(kernel, window: 256);

        // A larger buffer takes the large datagram, and that is no fault any more.
        bool heals = fault.Contains("larger", StringComparison.Ordinal);
        Assert.Equal(heals ? TableResult.Complete : TableResult.Incomplete, outcome.Result);
        Assert.Equal(heals ? 2 : 5, kernel.Requests.Count);
        Assert.Equal(_sink.Inodes.Distinct(), _sink.Inodes);
        Assert.NotEmpty(_sink.Inodes);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_dump_that_breaks_after_rows_were_given_is_not_read_again(string fault)
    {
        FakeKernel kernel = new(Broken[fault]);

        Assert.Equal(TableResult.Incomplete, Read(kernel, window: 1).Result);
        Assert.Equal(_sink.Inodes.Distinct(), _sink.Inodes);
        Assert.Equal(1u, _sink.Inodes[0]);
    }

    [Theory]
    [InlineData("the first datagram says that the table changed")]
    [InlineData("a later datagram says that the table changed")]
    [InlineData("the end says that the table changed")]
    [InlineData("the queue overran")]
    public void What_comes_after_a_fault_is_still_given(string fault)
    {
        Assert.Equal(TableResult.Incomplete, Read(new FakeKernel(Broken[fault]), window: 1).Result);
        Assert.Equal([1, 2, 3, 4], _sink.Inodes);
    }

    [Fact]
    public void A_reader_whose_queue_overran_takes_what_is_there_and_does_not_wait_for_more()
    {
        Assert.Equal(TableResult.Incomplete, Read(new FakeKernel([Whole[0], Receive.Fails(Errno.ENOBUFS), Whole[1]]), window: 1).Result);
        Assert.Equal([1, 2, 3, 4], _sink.Inodes);
    }

    [Fact]
    public void A_queue_that_overruns_for_ever_ends_the_dump()
    {
        FakeKernel kernel = new([Whole[0], .. Enumerable.Repeat(Receive.Fails(Errno.ENOBUFS), 1000)]);

        Assert.Equal(new TableOutcome(TableResult.Incomplete, Errno.ENOBUFS, 0), Read(kernel, window: 1));
    }

    [Fact]
    public void A_datagram_larger_than_the_buffer_is_whole_the_second_time()
    {
        Assert.Equal(TableOutcome.Complete, Read(new FakeKernel([Large(1), Whole[2]], [Large(1), Whole[2]]), window: 1000));
        Assert.Equal(700, _sink.Inodes.Count);
    }

    [Fact]
    public void A_refusal_of_the_second_reading_is_a_refusal()
    {
        Assert.Equal(TableOutcome.Refused(Errno.ENOENT), Read(new FakeKernel(Broken["an error in the middle"], [Receive.Error(Errno.ENOENT)]), window: 256));
        Assert.Empty(_sink.Inodes);
    }

    [Fact]
    public void Damage_is_counted_once_however_often_the_dump_was_read()
    {
        Receive[] damaged = [Receive.Messages(DiagBytes.Inet(1, 1), [1, 2, 3]), Receive.Done()];

        Assert.Equal(1, Read(new FakeKernel([damaged[0].Interrupted(), damaged[1]], damaged), window: 256).DamagedRows);
    }

    [Fact]
    public void Rows_of_the_table_before_stay_when_this_one_is_read_again()
    {
        FakeKernel kernel = new([Receive.Rows(8, 9), Receive.Done()], Broken["an error in the middle"], Whole);
        using NetlinkSource source = new(kernel);
        RowBuffer rows = new(256, _sink);

        Assert.Equal(TableOutcome.Complete, source.Append(Requests.Tcp4, rows));
        Assert.Equal(TableOutcome.Complete, source.Append(Requests.Tcp4, rows));
        rows.Finish();
        Assert.Equal([8, 9, 1, 2, 3, 4], _sink.Inodes);
    }

    // 700 rows of 88 bytes: more than the 32 KiB that a reader has room for at first.
    private static Receive Large(uint first) => Receive.Rows([.. Enumerable.Range((int)first, 700).Select(inode => (uint)inode)]);

    private TableOutcome Read(FakeKernel kernel, int window)
    {
        using NetlinkSource source = new(kernel);
        RowBuffer rows = new(window, _sink);
        TableOutcome outcome = source.Append(Requests.Tcp4, rows);
        rows.Finish();
        return outcome;
    }
}
