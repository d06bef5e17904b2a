using System;
using Minato.Interop.Linux;
using Minato.Model;
using Minato.Sources;

namespace Minato.Tests.Sources;

/// <summary>Files in the place of /proc's tables: which tables they are read for, as ss decides it.</summary>
public sealed class ProcFilesTests : IDisposable
{
    private readonly FixtureRoot _root = new FixtureRoot().With("tcp", ProcNetTables.Tcp).With("tcp6", ProcNetTables.Tcp6).With("udp", ProcNetTables.Udp);
    private readonly CollectingSink _sink = new();
    private readonly FakeKernel _kernel = FakeKernel.Always(Receive.Rows(1), Receive.Done());

    public void Dispose() => _root.Dispose();

    [Fact]
    public void A_file_for_a_table_is_read_instead_of_asking_the_kernel()
    {
        using SourceSelector sources = Select(new ProcFiles { [ProcFile.Tcp] = _root.Path + "/net/tcp" });
        _ = Read(sources, Requests.Tcp4);

        Assert.Equal([101, 102, 0], _sink.Inodes);
        Assert.Equal(0, _kernel.Opened);
    }

    [Fact]
    public void The_other_family_is_then_read_below_the_root()
    {
        using SourceSelector sources = Select(new ProcFiles { [ProcFile.Tcp] = _root.Path + "/net/udp" });
        _ = Read(sources, Requests.Tcp);

        Assert.Equal([104, 103], _sink.Inodes);
    }

    [Fact]
    public void A_file_for_one_table_leaves_the_others_to_the_kernel()
    {
        using SourceSelector sources = Select(new ProcFiles { [ProcFile.Tcp] = _root.Path + "/net/tcp" });
        _ = Read(sources, Requests.Tcp4 with { Table = SocketTable.Udp });

        Assert.Equal([1], _sink.Inodes);
    }

    [Fact]
    public void A_file_for_the_IPv6_half_alone_changes_nothing()
    {
        using SourceSelector sources = Select(new ProcFiles { [ProcFile.Tcp6] = _root.Path + "/net/tcp6" });
        _ = Read(sources, Requests.Tcp);

        Assert.Equal([1], _sink.Inodes);
    }

    [Fact]
    public void A_root_is_for_every_table_that_has_a_file()
    {
        using SourceSelector sources = Select(new ProcFiles { HasRoot = true });
        _ = Read(sources, Requests.Tcp4 with { Table = SocketTable.Udp });

        Assert.Equal([104], _sink.Inodes);
        Assert.Equal(0, _kernel.Opened);
    }

    [Theory]
    [InlineData((int)SocketTable.Mptcp)]
    [InlineData((int)SocketTable.Sctp)]
    [InlineData((int)SocketTable.Dccp)]
    public void Internet_tables_without_a_file_are_left_out_below_a_root(int table)
    {
        using SourceSelector sources = Select(new ProcFiles { HasRoot = true });

        Assert.Equal(TableOutcome.Complete, Read(sources, Requests.Tcp4 with { Table = (SocketTable)table }));
        Assert.Empty(_sink.Rows);
        Assert.Empty(sources.Unavailable);
    }

    [Fact]
    public void Vsock_TIPC_and_XDP_ask_the_kernel_whatever_the_root()
    {
        using SourceSelector sources = Select(new ProcFiles { HasRoot = true });
        _ = Read(sources, Requests.Tcp4 with { Table = SocketTable.Xdp });

        Assert.Equal(1, _kernel.Opened);
    }

    [Fact]
    public void Files_are_read_of_more_families_than_the_kernel_is_asked_for()
    {
        using SourceSelector sources = Select(new ProcFiles { HasRoot = true, Families = IpFamilies.Both });
        _ = Read(sources, Requests.Tcp4 with { Families = IpFamilies.V6 });

        Assert.Contains(_sink.Rows, row => row.Family == SocketFamily.Inet);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        using SourceSelector sources = Select(new ProcFiles { [ProcFile.Tcp] = "/nonexistent" });

        Assert.Equal(Errno.ENOENT, Read(sources, Requests.Tcp4).Errno);
        Assert.Equal("/nonexistent: No such file or directory", sources.Unavailable[0].Why);
    }

    private SourceSelector Select(ProcFiles files) => new(SourcePreference.Automatic, _root.Path, _kernel, files);

    private TableOutcome Read(SourceSelector sources, TableRequest request)
    {
        RowBuffer rows = new(256, _sink);
        TableOutcome outcome = sources.Append(request, rows);
        rows.Finish();
        return outcome;
    }
}
