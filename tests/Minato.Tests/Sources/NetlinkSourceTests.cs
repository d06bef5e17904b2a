using System.Collections.Generic;
using Minato.Interop.Linux;
using Minato.Model;
using Minato.Sources;
using Minato.Sources.Linux;
using Minato.Tests.Wire;

namespace Minato.Tests.Sources;

public sealed class NetlinkSourceTests
{
    private readonly CollectingSink _sink = new();

    [Fact]
    public void A_dump_comes_in_many_datagrams_of_many_messages()
    {
        TableOutcome outcome = Read(new FakeKernel([Receive.Rows(1, 2, 3), Receive.Rows(4), Receive.Rows(5, 6), Receive.Done()]));

        Assert.Equal(TableOutcome.Complete, outcome);
        Assert.Equal([1, 2, 3, 4, 5, 6], _sink.Inodes);
    }

    [Fact]
    public void The_end_may_come_with_the_last_rows()
    {
        Assert.Equal(TableOutcome.Complete, Read(new FakeKernel([Receive.Rows(1, 2).With(Receive.Done())])));
        Assert.Equal([1, 2], _sink.Inodes);
    }

    [Fact]
    public void An_empty_table_is_a_complete_answer()
    {
        Assert.Equal(TableOutcome.Complete, Read(new FakeKernel([Receive.Done()])));
        Assert.Empty(_sink.Inodes);
    }

    [Fact]
    public void An_error_before_the_first_row_is_a_refusal() =>
        Assert.Equal(TableOutcome.Refused(Errno.ENOENT), Read(new FakeKernel([Receive.Error(Errno.ENOENT)])));

    [Fact]
    public void An_error_at_the_end_of_no_rows_is_a_refusal() =>
        Assert.Equal(TableOutcome.Refused(Errno.EOPNOTSUPP), Read(new FakeKernel([Receive.Done(-Errno.EOPNOTSUPP)])));

    [Fact]
    public void A_socket_that_cannot_be_made_is_a_refusal() =>
        Assert.Equal(TableOutcome.Refused(Errno.EPERM), Read(new FakeKernel { OpenErrno = Errno.EPERM }));

    [Fact]
    public void A_request_that_cannot_be_sent_is_a_refusal_and_closes_the_socket()
    {
        FakeKernel kernel = new() { SendErrno = Errno.EPERM };

        Assert.Equal(TableOutcome.Refused(Errno.EPERM), Read(kernel));
        Assert.Equal(kernel.Opened, kernel.Closed);
    }

    [Fact]
    public void An_acknowledgement_is_not_the_end()
    {
        Assert.Equal(TableOutcome.Complete, Read(new FakeKernel([Receive.Error(0), Receive.Rows(1), Receive.Done()])));
        Assert.Equal([1], _sink.Inodes);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(17)]
    [InlineData(99)]
    public void A_message_of_another_type_is_no_row(ushort type)
    {
        Receive other = new(sequence => NetlinkBytes.Message(type, sequence, DiagBytes.Inet(9, 9)));

        Assert.Equal(TableOutcome.Complete, Read(new FakeKernel([Receive.Rows(1).With(other), Receive.Rows(2), Receive.Done()])));
        Assert.Equal([1, 2], _sink.Inodes);
    }

    [Fact]
    public void An_answer_to_an_earlier_request_is_no_row_and_no_end()
    {
        Receive[] answer = [Receive.Rows(8).Stale(), Receive.Done().Stale(), Receive.Error(5).Stale(), Receive.Rows(1), Receive.Done()];

        Assert.Equal(TableOutcome.Complete, Read(new FakeKernel(answer)));
        Assert.Equal([1], _sink.Inodes);
    }

    [Fact]
    public void A_datagram_from_another_process_is_dropped()
    {
        Receive[] answer = [Receive.Rows(8).FromAnotherProcess(), Receive.Done().FromAnotherProcess(), Receive.Rows(1), Receive.Done()];

        Assert.Equal(TableOutcome.Complete, Read(new FakeKernel(answer)));
        Assert.Equal([1], _sink.Inodes);
    }

    [Fact]
    public void A_damaged_message_drops_only_its_row_and_is_counted()
    {
        byte[] cutAttribute = [.. DiagBytes.Inet(2, 2), 9, 0, 15, 0];
        byte[] tooShort = DiagBytes.Inet(3, 3)[..40];
        FakeKernel kernel = new([Receive.Messages(DiagBytes.Inet(1, 1), cutAttribute, tooShort, DiagBytes.Inet(4, 4)), Receive.Done()]);

        TableOutcome outcome = Read(kernel, Requests.Tcp4 with { Fields = SocketFields.Mark });

        Assert.Equal(new TableOutcome(TableResult.Complete, 0, 2), outcome);
        Assert.Equal([1, 4], _sink.Inodes);
    }

    [Fact]
    public void A_reader_that_wants_no_more_ends_the_dump_and_the_next_one_has_a_fresh_socket()
    {
        FakeKernel kernel = new([Receive.Rows(1, 2, 3, 4), Receive.Rows(5), Receive.Done()], [Receive.Rows(6), Receive.Done()]);
        using NetlinkSource source = new(kernel);

        CollectingSink stopping = new(stopAfter: 1);
        Assert.Equal(TableOutcome.Complete, source.Append(Requests.Tcp4, new RowBuffer(2, stopping)));
        Assert.Equal([1, 2], stopping.Inodes);

        RowBuffer rows = new(2, _sink);
        Assert.Equal(TableOutcome.Complete, source.Append(Requests.Tcp4, rows));
        rows.Finish();
        Assert.Equal([6], _sink.Inodes);
        Assert.Equal((2, 1), (kernel.Opened, kernel.Closed));
    }

    [Fact]
    public void All_tables_are_asked_over_one_socket()
    {
        FakeKernel kernel = FakeKernel.Always(Receive.Done());
        using (NetlinkSource source = new(kernel))
        {
            RowBuffer rows = new(8, _sink);
            foreach (SocketTable table in new List<SocketTable> { SocketTable.Unix, SocketTable.Raw, SocketTable.Udp, SocketTable.Tcp })
                Assert.Equal(TableOutcome.Complete, source.Append(Requests.Tcp with { Table = table }, rows));
        }

        Assert.Equal((1, 1), (kernel.Opened, kernel.Closed));
    }

    [Fact]
    public void Unix_rows_of_other_types_are_left_out()
    {
        Receive rows = Receive.Messages(DiagBytes.Unix(1, type: 1), DiagBytes.Unix(2, type: 2), DiagBytes.Unix(3, type: 5));

        Assert.Equal(TableOutcome.Complete, Read(new FakeKernel([rows, Receive.Done()]), Requests.Unix with { Transports = Transports.UnixDatagram }));
        Assert.Equal([2], _sink.Inodes);
    }

    private TableOutcome Read(FakeKernel kernel, TableRequest? request = null)
    {
        using NetlinkSource source = new(kernel);
        RowBuffer rows = new(256, _sink);
        TableOutcome outcome = source.Append(request ?? Requests.Tcp4, rows);
        rows.Finish();
        return outcome;
    }
}
