using System;
using System.Linq;
using Minato.Model;
using Minato.Sources;
using Minato.Sources.Linux;

namespace Minato.Tests.Sources;

/// <summary>/proc/net/unix as ss reads it, for who wants its bytes.</summary>
public sealed class SsUnixFileTests : IDisposable
{
    private readonly FixtureRoot _root = new();
    private readonly CollectingSink _sink = new();

    public void Dispose() => _root.Dispose();

    [Fact]
    public void Rows_are_sorted_by_type_and_inode()
    {
        Read(10, "0000000000000000: 2 0 0 0005 03 9", "0000000000000000: 2 0 0 0001 03 8", "0000000000000000: 2 0 0 0002 03 7", "0000000000000000: 2 0 0 0001 03 6");

        Assert.Equal([6, 8, 7, 9], _sink.Inodes);
    }

    [Fact]
    public void Only_so_many_rows_are_sorted_at_a_time()
    {
        Read(2, [.. Enumerable.Range(1, 5).Reverse().Select(inode => "0000000000000000: 2 0 0 0001 03 " + inode)]);

        Assert.Equal([4, 5, 2, 3, 1], _sink.Inodes);
    }

    [Fact]
    public void A_path_is_its_first_word()
    {
        Read(10, "0000000000000000: 2 0 0 0001 03 1 /run/a b", "0000000000000000: 2 0 0 0001 03 2   /run/c", "0000000000000000: 2 0 0 0001 03 3");

        Assert.Equal(["/run/a", "/run/c", ""], _sink.Paths);
    }

    [Theory]
    [InlineData("0000000075415f4d", SocketState.Established)]
    [InlineData("0000000000000000", SocketState.Closed)]
    [InlineData("ffff888000000000", SocketState.Closed)]
    public void A_datagram_socket_whose_address_is_told_counts_as_connected(string address, SocketState state)
    {
        Read(10, address + ": 2 0 0 0002 01 1");

        Assert.Equal(state, _sink.Rows[0].State);
    }

    [Fact]
    public void A_last_line_without_an_end_is_a_row()
    {
        _root.With("unix", ProcNetTables.UnixHeader + "0000000000000000: 2 0 0 0001 03 1");
        Assert.Equal(TableOutcome.Complete, Append(10));

        Assert.Equal([1], _sink.Inodes);
    }

    private void Read(int kept, params string[] lines)
    {
        _root.With("unix", ProcNetTables.UnixHeader + string.Concat(lines.Select(line => line + "\n")));
        Assert.Equal(TableOutcome.Complete, Append(kept));
    }

    private TableOutcome Append(int kept)
    {
        RowBuffer rows = new(256, _sink);
        TableOutcome outcome = new ProcNetSource(_root.Path, new ProcFiles { UnixRowsKept = kept }).Append(Requests.Unix, rows);
        rows.Finish();
        return outcome;
    }
}
