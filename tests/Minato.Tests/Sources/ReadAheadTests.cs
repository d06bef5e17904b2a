using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using Minato.Interop.Linux;
using Minato.Sources;
using Minato.Sources.Linux;

namespace Minato.Tests.Sources;

/// <summary>A long dump is received on a second thread, and nobody can tell but by the clock.</summary>
public sealed class ReadAheadTests
{
    private const int Long = 100;

    private readonly CollectingSink _sink = new();

    [Fact]
    public void Rows_come_in_their_order()
    {
        FakeKernel kernel = new(Dump(Long, Receive.Done()));

        Assert.Equal(TableOutcome.Complete, Read(kernel));
        Assert.Equal(Inodes(Long), _sink.Inodes);
        Assert.Equal((1, 1), (kernel.Opened, kernel.Closed));
    }

    [Fact]
    public void The_next_request_goes_by_the_same_channel()
    {
        FakeKernel kernel = new(Dump(Long, Receive.Done()), Dump(Long, Receive.Done()));

        Assert.Equal(TableOutcome.Complete, Read(kernel, Requests.Tcp with { FamiliesApart = true }));
        Assert.Equal([.. Inodes(Long), .. Inodes(Long)], _sink.Inodes);
        Assert.Equal(1, kernel.Opened);
    }

    [Fact]
    public void A_reader_that_has_seen_enough_leaves_no_thread_behind()
    {
        FakeKernel kernel = new(Dump(Long, Receive.Done()));

        Assert.Equal(TableOutcome.Complete, Read(kernel, sink: new CollectingSink(stopAfter: 12)));
        Assert.Equal((1, 1), (kernel.Opened, kernel.Closed));
    }

    [Theory]
    [InlineData(Errno.ENOMEM)]
    [InlineData(Errno.ENOBUFS)]
    public void What_came_before_an_error_is_given(int errno)
    {
        FakeKernel kernel = new(Dump(Long, Receive.Fails(errno)));

        Assert.Equal(new TableOutcome(TableResult.Incomplete, errno == Errno.ENOBUFS ? Errno.EAGAIN : errno, 0), Read(kernel));
        Assert.Equal(Inodes(Long), _sink.Inodes);
    }

    [Fact]
    public void After_a_loss_what_is_still_there_is_read_and_nothing_is_waited_for()
    {
        FakeKernel kernel = new([.. Dump(Long, Receive.Fails(Errno.ENOBUFS)), Receive.Rows(7), Receive.Done()]);

        Assert.Equal(new TableOutcome(TableResult.Incomplete, Errno.ENOBUFS, 0), Read(kernel));
        Assert.Equal([.. Inodes(Long), 7], _sink.Inodes);
    }

    [Fact]
    public void Behind_damage_nothing_is_waited_for()
    {
        Receive cut = Receive.Rows(8) with { Bytes = static sequence => Receive.Rows(8).Bytes(sequence)[..^3] };
        FakeKernel kernel = new(Dump(Long, cut));

        Assert.Equal(TableResult.Incomplete, Read(kernel).Result);
        Assert.Equal(Inodes(Long), _sink.Inodes);
    }

    [Fact]
    public void What_another_process_sent_ends_nothing()
    {
        FakeKernel kernel = new([.. Dump(Long, Receive.Done().FromAnotherProcess()), Receive.Rows(9).Stale(), Receive.Rows(9), Receive.Done()]);

        Assert.Equal(TableOutcome.Complete, Read(kernel));
        Assert.Equal([.. Inodes(Long), 9], _sink.Inodes);
    }

    [Fact]
    public void A_datagram_larger_than_its_room_is_a_loss_and_the_rest_is_read()
    {
        uint[] many = [.. Enumerable.Range(1000, 200).Select(static number => (uint)number)];
        FakeKernel kernel = new([.. Dump(Long, Receive.Rows(many)), Receive.Rows(9), Receive.Done()]);

        Assert.Equal(new TableOutcome(TableResult.Incomplete, Errno.ENOBUFS, 0), Read(kernel, receiveSize: 4096));
        Assert.Equal([.. Inodes(Long), 9], _sink.Inodes);
    }

    [Fact]
    public void A_fault_on_the_other_thread_is_a_fault_of_the_reading()
    {
        Receive fault = Receive.Done() with { Bytes = static _ => throw new NotSupportedException("no such answer") };
        FakeKernel kernel = new(Dump(Long, fault));

        Assert.Throws<NotSupportedException>(() => Read(kernel));
        Assert.Equal((1, 1), (kernel.Opened, kernel.Closed));
    }

    [Fact]
    public void Whatever_a_kernel_answers_the_rows_and_the_outcome_are_those_of_one_thread() => Answer.Array[5, 60].Sample(answers =>
    {
        Receive[] dump = [.. answers, Receive.Done()];
        CollectingSink alone = new();
        CollectingSink ahead = new();
        TableOutcome expected = Read(new FakeKernel(dump, Dump(9, Receive.Done()), Dump(9, Receive.Done())), sink: alone, readsAhead: false);

        Assert.Equal(expected, Read(new FakeKernel(dump, Dump(9, Receive.Done()), Dump(9, Receive.Done())), sink: ahead));
        Assert.Equal(alone.Inodes, ahead.Inodes);
    }, iter: 500);

    private static Gen<Receive> Answer { get; } = Gen.Frequency(
        (20, Gen.UInt[1, 1000].Array[0, 30].Select(static inodes => Receive.Rows(inodes))),
        (1, Gen.UInt[1, 1000].Array[1, 5].Select(static inodes => Receive.Rows(inodes).Interrupted())),
        (1, Gen.UInt[1, 1000].Array[1, 5].Select(static inodes => Receive.Rows(inodes).FromAnotherProcess())),
        (1, Gen.UInt[1, 1000].Array[1, 5].Select(static inodes => Receive.Rows(inodes).Stale())),
        (1, Gen.Const(Receive.Fails(Errno.ENOBUFS))),
        (1, Gen.Const(Receive.Error(Errno.ENOMEM))),
        (1, Gen.Const(Receive.Done(Errno.EINTR * -1))),
        (1, Gen.UInt[1, 1000].Array[60, 90].Select(static inodes => Receive.Rows(inodes))));

    private static Receive[] Dump(int datagrams, Receive end) => [.. Inodes(datagrams).Select(static inode => Receive.Rows(inode)), end];

    private static IEnumerable<uint> Inodes(int count) => Enumerable.Range(1, count).Select(static number => (uint)number);

    private TableOutcome Read(
        FakeKernel kernel, TableRequest? request = null, CollectingSink? sink = null, int receiveSize = 4096, bool readsAhead = true)
    {
        RowBuffer rows = new(2, sink ?? _sink);
        using NetlinkSource source = new(kernel, receiveSize, readsAhead: readsAhead);
        TableOutcome outcome = source.Append(request ?? Requests.Tcp4, rows);
        rows.Finish();
        return outcome;
    }
}
