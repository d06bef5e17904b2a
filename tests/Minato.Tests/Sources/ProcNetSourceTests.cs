using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Minato.Interop.Linux;
using Minato.Model;
using Minato.Sources;
using Minato.Sources.Linux;

namespace Minato.Tests.Sources;

public sealed class ProcNetSourceTests : IDisposable
{
    private readonly FixtureRoot _root = new();
    private readonly CollectingSink _sink = new();

    public void Dispose() => _root.Dispose();

    [Fact]
    public void Both_families_of_a_table_are_read_ipv4_first()
    {
        _root.With("tcp", ProcNetTables.Tcp).With("tcp6", ProcNetTables.Tcp6);

        Assert.Equal(TableOutcome.Complete, Read(Requests.Tcp));
        Assert.Equal([101, 102, 0, 103], _sink.Inodes);
        Assert.Equal(SocketFamily.Inet6, _sink.Rows[3].Family);
    }

    [Theory]
    [InlineData(nameof(SocketTable.Udp), Transport.Udp, 104)]
    [InlineData(nameof(SocketTable.Raw), Transport.Raw, 105)]
    public void Each_table_has_its_file(string table, Transport transport, uint inode)
    {
        _root.With("udp", ProcNetTables.Udp).With("raw", ProcNetTables.Raw);

        Assert.Equal(TableOutcome.Complete, Read(Requests.Tcp4 with { Table = Enum.Parse<SocketTable>(table) }));
        Assert.Equal([inode], _sink.Inodes);
        Assert.Equal(transport, _sink.Rows[0].Transport);
    }

    [Fact]
    public void Unix_sockets_come_with_their_paths()
    {
        _root.With("unix", ProcNetTables.Unix);

        Assert.Equal(TableOutcome.Complete, Read(Requests.Unix));
        Assert.Equal([106, 107, 108], _sink.Inodes);
        Assert.Equal(["/run/listener", "@abstract", ""], _sink.Paths);
    }

    [Fact]
    public void Other_states_and_other_unix_types_are_left_out()
    {
        _root.With("tcp", ProcNetTables.Tcp).With("unix", ProcNetTables.Unix);

        _ = Read(Requests.Tcp4 with { States = StateSet.Of(SocketState.Listen) });
        _ = Read(Requests.Unix with { Transports = Transports.UnixDatagram });
        Assert.Equal([101, 107], _sink.Inodes);
    }

    [Fact]
    public void The_tables_of_the_threads_own_namespace_come_first()
    {
        _root.With("tcp", ProcNetTables.Tcp);
        Directory.CreateDirectory(_root.Path + "/thread-self/net");
        File.WriteAllText(_root.Path + "/thread-self/net/tcp", ProcNetTables.Header);

        Assert.Equal(TableOutcome.Complete, Read(Requests.Tcp4));
        Assert.Empty(_sink.Inodes);
    }

    [Fact]
    public void A_missing_table_is_a_refusal() => Assert.Equal(TableOutcome.Refused(Errno.ENOENT), Read(Requests.Tcp));

    [Fact]
    public void A_kernel_without_ipv6_has_answered_with_ipv4()
    {
        _root.With("tcp", ProcNetTables.Tcp);

        Assert.Equal(TableOutcome.Complete, Read(Requests.Tcp));
        Assert.Equal([101, 102, 0], _sink.Inodes);
    }

    [Fact]
    public void An_ipv6_table_that_cannot_be_read_is_a_gap()
    {
        _root.With("tcp", ProcNetTables.Tcp);
        Directory.CreateDirectory(_root.Path + "/net/tcp6");

        Assert.Equal(TableResult.Incomplete, Read(Requests.Tcp).Result);
        Assert.Equal([101, 102, 0], _sink.Inodes);
    }

    [Fact]
    public void A_damaged_line_is_left_out_and_counted()
    {
        _root.With("tcp", ProcNetTables.Tcp.Replace("   1: 0100007F", "   1: ZZZZ", StringComparison.Ordinal));

        Assert.Equal(new TableOutcome(TableResult.Complete, 0, 1), Read(Requests.Tcp4));
        Assert.Equal([101, 0], _sink.Inodes);
    }

    [Fact]
    public void A_last_line_without_its_end_is_damaged()
    {
        _root.With("tcp", ProcNetTables.Tcp[..^60]);

        Assert.Equal(new TableOutcome(TableResult.Complete, 0, 1), Read(Requests.Tcp4));
        Assert.Equal([101, 102], _sink.Inodes);
    }

    [Fact]
    public void A_newline_in_a_unix_path_leaves_its_rest_out_as_damage()
    {
        _root.With("unix", ProcNetTables.Unix.Replace("/run/listener", "/run/list\nener", StringComparison.Ordinal));

        Assert.Equal(new TableOutcome(TableResult.Complete, 0, 1), Read(Requests.Unix));
        Assert.Equal(["/run/list", "@abstract", ""], _sink.Paths);
    }

    [Fact]
    public void A_line_longer_than_the_buffer_is_damage_with_all_of_its_rest()
    {
        string row = ProcNetTables.Tcp.Split('\n')[1];
        _root.With("tcp", ProcNetTables.Tcp + new string('x', 64 * 1024) + row + "\n" + row.Replace("101", "109", StringComparison.Ordinal) + "\n");

        Assert.Equal(new TableOutcome(TableResult.Complete, 0, 1), Read(Requests.Tcp4));
        Assert.Equal([101, 102, 0, 109], _sink.Inodes);
    }

    [Fact]
    public void A_table_larger_than_the_buffer_loses_no_row()
    {
        string row = ProcNetTables.Udp.Split('\n')[1];
        IEnumerable<string> rows = Enumerable.Range(1, 2000).Select(inode => row.Replace(" 104 ", $" {inode} ", StringComparison.Ordinal) + "\n");
        _root.With("udp", ProcNetTables.Header + string.Concat(rows));

        Assert.Equal(TableOutcome.Complete, Read(Requests.Tcp4 with { Table = SocketTable.Udp }));
        Assert.Equal([.. Enumerable.Range(1, 2000).Select(inode => (uint)inode)], _sink.Inodes);
    }

    [Fact]
    public void A_reader_that_wants_no_more_ends_the_reading()
    {
        _root.With("tcp", ProcNetTables.Tcp).With("tcp6", ProcNetTables.Tcp6);
        CollectingSink stopping = new(stopAfter: 1);

        Assert.Equal(TableOutcome.Complete, new ProcNetSource(_root.Path, ProcFiles.None).Append(Requests.Tcp, new RowBuffer(1, stopping)));
        Assert.Equal([101], stopping.Inodes);
    }

    private TableOutcome Read(TableRequest request)
    {
        RowBuffer rows = new(256, _sink);
        TableOutcome outcome = new ProcNetSource(_root.Path, ProcFiles.None).Append(request, rows);
        rows.Finish();
        return outcome;
    }
}
