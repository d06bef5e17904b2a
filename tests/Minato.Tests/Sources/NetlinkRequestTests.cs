using System;
using System.Collections.Generic;
using Minato.Interop.Linux;
using Minato.Model;
using Minato.Sources;
using Minato.Sources.Linux;
using Minato.Tests.Wire;

namespace Minato.Tests.Sources;

/// <summary>What the kernel is asked: nothing that will not be shown.</summary>
public sealed class NetlinkRequestTests
{
    private static readonly Receive[] Refusal = [Receive.Error(Errno.EINVAL)];
    private static readonly Receive[] NoRows = [Receive.Done()];

    private readonly CollectingSink _sink = new();

    [Fact]
    public void Of_listening_tcp_only_listen_is_asked()
    {
        FakeKernel kernel = new(NoRows);
        _ = Read(kernel, Requests.Tcp with { States = StateSet.Listening });

        Assert.Equal((NetlinkBytes.TcpDiag, 1u << 10), (TypeOf(kernel.Requests[0]), BitConverter.ToUInt32(kernel.Requests[0], 68)));
    }

    [Fact]
    public void Of_listening_udp_closed_is_asked_too()
    {
        FakeKernel kernel = new(NoRows);
        _ = Read(kernel, Requests.Tcp4 with { Table = SocketTable.Udp, States = StateSet.Listening });

        Assert.Equal("SOCK_DIAG v4 proto 17", Describe(kernel.Requests[0]));
        Assert.Equal((1u << 10) | (1u << 7), BitConverter.ToUInt32(kernel.Requests[0], 20));
    }

    [Fact]
    public void Closed_tcp_sockets_are_in_no_table_and_never_asked()
    {
        FakeKernel kernel = new();

        Assert.Equal(TableOutcome.Complete, Read(kernel, Requests.Tcp with { States = StateSet.Of(SocketState.Closed) }));
        Assert.Equal(0, kernel.Opened);
    }

    [Fact]
    public void Both_families_of_tcp_are_one_request() => Assert.Equal(["TCPDIAG"], Asked(Requests.Tcp, NoRows));

    [Fact]
    public void A_kernel_that_refuses_both_families_at_once_is_asked_for_each()
    {
        Receive[] v4 = [Receive.Rows(4), Receive.Done()];
        Receive[] v6 = [Receive.Rows(6), Receive.Done()];

        Assert.Equal(["TCPDIAG", "SOCK_DIAG v4 proto 6", "SOCK_DIAG v6 proto 6"], Asked(Requests.Tcp, Refusal, v4, v6));
        Assert.Equal([4, 6], _sink.Inodes);
    }

    [Fact]
    public void Families_apart_are_two_requests_ipv4_first() =>
        Assert.Equal(["SOCK_DIAG v4 proto 6", "SOCK_DIAG v6 proto 6"], Asked(Requests.Tcp with { FamiliesApart = true }, NoRows, NoRows));

    [Theory]
    [InlineData(IpFamilies.V4, "SOCK_DIAG v4 proto 6")]
    [InlineData(IpFamilies.V6, "SOCK_DIAG v6 proto 6")]
    public void One_family_is_one_request(IpFamilies families, string request) =>
        Assert.Equal([request], Asked(Requests.Tcp with { Families = families }, NoRows));

    [Theory]
    [InlineData(nameof(SocketTable.Udp), 17)]
    [InlineData(nameof(SocketTable.Raw), 255)]
    public void Other_internet_tables_are_asked_by_family(string table, int protocol) => Assert.Equal(
        [$"SOCK_DIAG v4 proto {protocol}", $"SOCK_DIAG v6 proto {protocol}"],
        Asked(Requests.Tcp with { Table = Enum.Parse<SocketTable>(table) }, NoRows, NoRows));

    [Fact]
    public void Unix_sockets_are_one_request() => Assert.Equal(["SOCK_DIAG unix proto 0"], Asked(Requests.Unix, NoRows));

    [Fact]
    public void Every_request_has_a_sequence_number_of_its_own()
    {
        FakeKernel kernel = new(NoRows, NoRows);
        _ = Read(kernel, Requests.Tcp with { FamiliesApart = true });

        Assert.NotEqual(BitConverter.ToUInt32(kernel.Requests[0], 8), BitConverter.ToUInt32(kernel.Requests[1], 8));
    }

    [Fact]
    public void A_kernel_without_ipv6_has_answered_with_ipv4()
    {
        FakeKernel kernel = new([Receive.Rows(4), Receive.Done()], [Receive.Error(Errno.ENOENT)]);

        Assert.Equal(TableOutcome.Complete, Read(kernel, Requests.Tcp with { FamiliesApart = true }));
        Assert.Equal([4], _sink.Inodes);
    }

    [Theory]
    [InlineData(Errno.ENOBUFS)]
    [InlineData(Errno.ENOMEM)]
    [InlineData(Errno.EMFILE)]
    public void Ipv6_refused_for_any_other_reason_is_a_gap(int errno)
    {
        FakeKernel kernel = new([Receive.Rows(4), Receive.Done()], [Receive.Error(errno)]);

        Assert.Equal(new TableOutcome(TableResult.Incomplete, errno, 0), Read(kernel, Requests.Tcp with { FamiliesApart = true }));
        Assert.Equal([4], _sink.Inodes);
    }

    [Fact]
    public void Ipv6_alone_refused_is_a_refusal() =>
        Assert.Equal(TableOutcome.Refused(Errno.ENOENT), Read(new FakeKernel([Receive.Error(Errno.ENOENT)]), Requests.Tcp with { Families = IpFamilies.V6 }));

    [Fact]
    public void Ipv4_refused_is_a_refusal_and_ipv6_is_not_asked() =>
        Assert.Equal(["SOCK_DIAG v4 proto 17"], Asked(Requests.Tcp with { Table = SocketTable.Udp }, Refusal));

    private List<string> Asked(TableRequest request, params Receive[][] answers)
    {
        FakeKernel kernel = new(answers);
        _ = Read(kernel, request);
        return kernel.Requests.ConvertAll(Describe);
    }

    private TableOutcome Read(FakeKernel kernel, TableRequest request)
    {
        using NetlinkSource source = new(kernel);
        RowBuffer rows = new(256, _sink);
        TableOutcome outcome = source.Append(request, rows);
        rows.Finish();
        return outcome;
    }

    private static ushort TypeOf(byte[] request) => BitConverter.ToUInt16(request, 4);

    private static string Describe(byte[] request)
    {
        if (TypeOf(request) == NetlinkBytes.TcpDiag) return "TCPDIAG";
        Assert.Equal(NetlinkBytes.SockDiag, TypeOf(request));
        return $"SOCK_DIAG {(request[16] switch { 1 => "unix", 2 => "v4", 10 => "v6", _ => "?" })} proto {request[17]}";
    }
}
