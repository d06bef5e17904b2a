using System;
using System.Linq;
using Minato.Filter.Kernel;
using Minato.Interop.Linux;
using Minato.Model;
using Minato.Sources;
using Minato.Sources.Linux;

namespace Minato.Tests.Sources;

/// <summary>A dump with a filter for the kernel.</summary>
public sealed class FilteredDumpTests
{
    // nlmsghdr, inet_diag_req_v2, nlattr: where the program begins.
    private const int V2Program = 16 + 56 + 4;
    private const int V2Port = 16 + 8;

    private static readonly byte[] AutoBound = [6, 4, 8, 0];

    private readonly CollectingSink _sink = new();

    [Fact]
    public void The_program_and_the_port_travel_in_the_request()
    {
        FakeKernel kernel = new([Receive.Rows(1), Receive.Done()]);
        Read(kernel, new KernelFilter(AutoBound, null) { LocalPort = 0x1234 });

        byte[] request = Assert.Single(kernel.Requests);
        Assert.Equal(V2Program + AutoBound.Length, request.Length);
        Assert.Equal(request.Length, BitConverter.ToInt32(request));
        Assert.Equal([0x12, 0x34], request[V2Port..(V2Port + 2)]);
        Assert.Equal(AutoBound, request[V2Program..]);
    }

    [Theory]
    [InlineData(Errno.EINVAL)]
    [InlineData(Errno.EPERM)]
    public void A_kernel_that_refuses_is_asked_again_with_less(int errno)
    {
        FakeKernel kernel = new([Receive.Error(errno)], [Receive.Rows(1, 2), Receive.Done()]);
        TableOutcome outcome = Read(kernel, new KernelFilter(AutoBound, static () => new KernelFilter([], null) { PeerPort = 7 }));

        Assert.Equal(TableOutcome.Complete, outcome);
        Assert.Equal([1, 2], _sink.Inodes);
        Assert.Equal([V2Program + AutoBound.Length, V2Program - 4], kernel.Requests.Select(static request => request.Length));
    }

    [Theory]
    [InlineData(Errno.EINVAL, false)]
    [InlineData(Errno.EPERM, true)]
    public void Who_may_not_compare_marks_is_told(int errno, bool isTold)
    {
        FakeKernel kernel = new([Receive.Error(errno)], [Receive.Rows(1), Receive.Done()]);
        using SourceSelector sources = new(SourcePreference.Automatic, "/nonexistent", kernel);
        sources.Append(Requests.Tcp4 with { Filter = new KernelFilter(AutoBound, null) }, new RowBuffer(16, _sink));
        Assert.Equal(isTold, sources.Unavailable.Any(static missing => missing.What == "firewall marks"));
    }

    [Fact]
    public void What_a_kernel_refused_once_it_is_not_asked_again()
    {
        FakeKernel kernel = new([Receive.Error(Errno.EINVAL)], [Receive.Rows(1), Receive.Done()], [Receive.Rows(2), Receive.Done()]);
        TableOutcome outcome = Read(kernel, new KernelFilter(AutoBound, null), Requests.Tcp with { FamiliesApart = true });

        Assert.Equal(TableOutcome.Complete, outcome);
        Assert.Equal([1, 2], _sink.Inodes);
        Assert.Equal(3, kernel.Requests.Count);
    }

    [Fact]
    public void A_table_that_the_kernel_lacks_is_refused_with_and_without_a_filter()
    {
        FakeKernel kernel = FakeKernel.Always(Receive.Error(Errno.EINVAL));
        Assert.Equal(TableOutcome.Refused(Errno.EINVAL), Read(kernel, new KernelFilter(AutoBound, null)));
    }

    [Fact]
    public void A_program_of_64_KiB_fits_into_a_request()
    {
        FakeKernel kernel = new([Receive.Done()]);
        Read(kernel, new KernelFilter(new byte[KernelAssembler.MaxSize], null));
        Assert.Equal(V2Program + KernelAssembler.MaxSize, Assert.Single(kernel.Requests).Length);
    }

    private TableOutcome Read(FakeKernel kernel, KernelFilter filter, TableRequest? request = null)
    {
        using NetlinkSource source = new(kernel);
        RowBuffer rows = new(16, _sink);
        TableOutcome outcome = source.Append((request ?? Requests.Tcp4) with { Filter = filter }, rows);
        rows.Finish();
        return outcome;
    }
}
