using System;
using System.Linq;
using Minato.Interop.Linux;
using Minato.Model;
using Minato.Sources;
using Minato.Tests.Wire;

namespace Minato.Tests.Sources;

/// <summary>The tables beside the internet's and UNIX: whom they are asked of, and what is said where the kernel has none of them.</summary>
public sealed class OtherTablesTests : IDisposable
{
    private readonly FixtureRoot _root = new FixtureRoot().With("packet", ProcNetTables.Packet).With("netlink", ProcNetTables.Netlink);
    private readonly CollectingSink _sink = new();

    public static TheoryData<int> WithoutFile => [(int)SocketTable.Vsock, (int)SocketTable.Tipc, (int)SocketTable.Xdp, (int)SocketTable.Mptcp];

    public void Dispose() => _root.Dispose();

    [Theory]
    [InlineData((int)SocketTable.Packet, "packet")]
    [InlineData((int)SocketTable.Netlink, "netlink")]
    [InlineData((int)SocketTable.Vsock, "vsock-stream")]
    [InlineData((int)SocketTable.Tipc, "tipc-bound")]
    [InlineData((int)SocketTable.Xdp, "xdp")]
    public void A_table_is_one_dump_of_its_own_family(int table, string message)
    {
        FakeKernel kernel = new([Receive.Messages(KernelMessages.Of(message)), Receive.Done()]);

        Assert.Equal(TableOutcome.Complete, Read(kernel, Request((SocketTable)table)));
        Assert.Equal([34567], _sink.Inodes);
        Assert.Single(kernel.Requests);
    }

    [Theory]
    [InlineData((int)SocketTable.Packet)]
    [InlineData((int)SocketTable.Netlink)]
    [InlineData((int)SocketTable.Xdp)]
    public void A_table_of_one_state_is_not_asked_for_others(int table)
    {
        FakeKernel kernel = new();

        Assert.Equal(TableOutcome.Complete, Read(kernel, Request((SocketTable)table) with { States = StateSet.Connected }));
        Assert.Equal(0, kernel.Opened);
    }

    [Fact]
    public void Kinds_that_were_not_asked_are_left_out()
    {
        FakeKernel kernel = new([Receive.Messages(KernelMessages.Of("vsock-stream"), KernelMessages.Of("vsock-dgram")), Receive.Done()]);
        _ = Read(kernel, Request(SocketTable.Vsock) with { Transports = Transports.VsockDatagram });

        Assert.Equal([Transport.VsockDatagram], _sink.Rows.Select(row => row.Transport));
    }

    [Fact]
    public void A_damaged_message_drops_only_its_row()
    {
        byte[] good = KernelMessages.Of("packet");
        FakeKernel kernel = new([Receive.Messages(good, good[..14], good), Receive.Done()]);

        Assert.Equal(new TableOutcome(TableResult.Complete, 0, 1), Read(kernel, Request(SocketTable.Packet)));
        Assert.Equal([34567, 34567], _sink.Inodes);
    }

    [Theory]
    [MemberData(nameof(WithoutFile))]
    public void A_table_that_the_kernel_does_not_have_is_empty(int table)
    {
        foreach (int errno in new[] { Errno.ENOENT, Errno.EINVAL, Errno.EPROTONOSUPPORT, Errno.EAFNOSUPPORT, Errno.EOPNOTSUPP })
        {
            using SourceSelector sources = Select(FakeKernel.Always(Receive.Error(errno)));
            Assert.Equal(TableOutcome.Complete, Read(sources, Request((SocketTable)table)));
            Assert.Empty(sources.Unavailable);
        }
    }

    [Fact]
    public void A_table_that_may_not_be_read_is_missing()
    {
        using SourceSelector sources = Select(FakeKernel.Always(Receive.Error(Errno.EPERM)));

        Assert.Equal(TableResult.Refused, Read(sources, Request(SocketTable.Vsock)).Result);
        Assert.Equal(("vsock sockets", "sock_diag: Operation not permitted"), (sources.Unavailable[0].What, sources.Unavailable[0].Why));
    }

    [Fact]
    public void Tables_that_only_netlink_tells_of_are_named_together_when_it_cannot_be_asked()
    {
        using SourceSelector sources = Select(new FakeKernel { OpenErrno = Errno.EPROTONOSUPPORT });

        Assert.Equal(TableOutcome.Complete, Read(sources, Request(SocketTable.Vsock)));
        Assert.Equal(TableOutcome.Complete, Read(sources, Request(SocketTable.Xdp)));
        Assert.Equal("vsock, AF_XDP sockets", Assert.Single(sources.Unavailable).What);
        Assert.False(sources.Unavailable[0].IsWholeTable);
    }

    [Theory]
    [InlineData((int)SocketTable.Packet, new uint[] { 201, 202 })]
    [InlineData((int)SocketTable.Netlink, new uint[] { 203, 204 })]
    public void Packet_and_netlink_sockets_come_from_proc_when_netlink_refuses(int table, uint[] inodes)
    {
        using SourceSelector sources = Select(FakeKernel.Always(Receive.Error(Errno.ENOENT)));

        Assert.Equal(new TableOutcome(TableResult.Complete, 0, 1), Read(sources, Request((SocketTable)table)));
        Assert.Equal(inodes, _sink.Inodes);
        Assert.Equal(Provenance.ProcNet, sources.Provenance);
    }

    [Fact]
    public void Groups_come_from_proc_when_they_were_asked()
    {
        using SourceSelector sources = Select(FakeKernel.Always(Receive.Error(Errno.ENOENT)));
        _ = Read(sources, Request(SocketTable.Netlink) with { Fields = SocketFields.FamilyDetails });

        Assert.Equal([DetailParts.Netlink, DetailParts.Netlink], _sink.Details.Values);
    }

    [Fact]
    public void A_kernel_without_packet_sockets_has_an_empty_table_of_them()
    {
        using FixtureRoot empty = new();
        using SourceSelector sources = new(SourcePreference.Automatic, empty.Path, FakeKernel.Always(Receive.Error(Errno.ENOENT)));

        Assert.Equal(TableOutcome.Complete, Read(sources, Request(SocketTable.Packet)));
        Assert.Empty(sources.Unavailable);
    }

    [Fact]
    public void What_proc_does_not_tell_of_packet_sockets_is_said()
    {
        using SourceSelector sources = Select(FakeKernel.Always(Receive.Error(Errno.ENOENT)));
        _ = Read(sources, Request(SocketTable.Packet) with { Fields = SocketFields.FamilyDetails | SocketFields.PacketFilter | SocketFields.Memory });

        Assert.Equal("memory, flags and rings, filters of packet sockets", Assert.Single(sources.Unavailable).What);
    }

    private static TableRequest Request(SocketTable table) => Requests.Tcp4 with { Table = table };

    private SourceSelector Select(FakeKernel kernel) => new(SourcePreference.Automatic, _root.Path, kernel);

    private TableOutcome Read(FakeKernel kernel, TableRequest request)
    {
        using SourceSelector sources = Select(kernel);
        return Read(sources, request);
    }

    private TableOutcome Read(SourceSelector sources, TableRequest request)
    {
        RowBuffer rows = new(256, _sink);
        TableOutcome outcome = sources.Append(request, rows);
        rows.Finish();
        return outcome;
    }
}
