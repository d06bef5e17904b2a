using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CsCheck;
using Minato.Interop.Linux;
using Minato.Model;
using Minato.Sources;
using Minato.Sources.Linux;
using Minato.Tests.Wire;

namespace Minato.Tests.Sources;

/// <summary>Files as <c>ss -D</c> writes them, and files that are none.</summary>
public sealed class DiagFileSourceTests : IDisposable
{
    private static readonly byte[] End = NetlinkBytes.Message(NetlinkBytes.Done, 7, NetlinkBytes.U32(0));

    private readonly string _path = Path.GetTempFileName();
    private readonly CollectingSink _sink = new();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Rows_of_every_family_and_state_are_given_whatever_was_asked()
    {
        byte[] established = Row(2);
        established[16 + 1] = 1;

        DiagFileSource source = Read([.. Row(1), .. established, .. Row(3, family: 10), .. End], out TableOutcome outcome);

        Assert.Equal(TableOutcome.Complete, outcome);
        Assert.Equal([1, 2, 3], _sink.Inodes);
        Assert.Null(source.Problem);
    }

    [Fact]
    public void The_sequence_numbers_and_types_of_messages_do_not_matter()
    {
        byte[] old = NetlinkBytes.Message(NetlinkBytes.TcpDiag, 123456, DiagBytes.Inet(1, 1));

        _ = Read([.. old, .. Row(2), .. End], out _);
        Assert.Equal([1, 2], _sink.Inodes);
    }

    [Fact]
    public void The_first_end_mark_is_the_end_and_rows_behind_it_are_told()
    {
        DiagFileSource source = Read([.. Row(1), .. End, .. Row(2, family: 10), .. End], out TableOutcome outcome);

        Assert.Equal(TableOutcome.Complete, outcome);
        Assert.Equal([1], _sink.Inodes);
        Assert.Contains("behind the first end mark", source.Problem!.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_half_without_rows_is_nothing_to_tell()
    {
        Assert.Null(Read([.. Row(1), .. End, .. End], out _).Problem);
    }

    [Fact]
    public void A_file_that_ends_inside_a_message_gives_the_rows_before_and_says_so()
    {
        DiagFileSource source = Read([.. Row(1), .. Row(2)[..^1]], out TableOutcome outcome);

        Assert.Equal(TableResult.Incomplete, outcome.Result);
        Assert.Equal([1], _sink.Inodes);
        Assert.Contains("inside a message", source.Problem!.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_an_end_mark_may_lack_rows()
    {
        DiagFileSource source = Read(Row(1), out TableOutcome outcome);

        Assert.Equal(TableResult.Incomplete, outcome.Result);
        Assert.Contains("end mark", source.Problem!.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(15u)]
    [InlineData(65537u)]
    [InlineData(uint.MaxValue)]
    public void A_length_that_no_message_has_ends_the_reading_at_its_place(uint length)
    {
        DiagFileSource source = Read([.. Row(1), .. NetlinkBytes.U32(length), .. Row(2)[4..], .. End], out TableOutcome outcome);

        Assert.Equal(TableResult.Incomplete, outcome.Result);
        Assert.Equal([1], _sink.Inodes);
        Assert.Contains("byte 88 ", source.Problem!.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_message_drops_only_its_row()
    {
        byte[] tooShort = NetlinkBytes.Message(NetlinkBytes.SockDiag, 7, [2, 10, 0]);

        _ = Read([.. Row(1), .. tooShort, .. Row(2), .. End], out TableOutcome outcome);
        Assert.Equal(TableOutcome.Complete with { DamagedRows = 1 }, outcome);
        Assert.Equal([1, 2], _sink.Inodes);
    }

    [Fact]
    public void An_error_of_the_kernel_in_the_file_is_told()
    {
        byte[] error = NetlinkBytes.Message(NetlinkBytes.Error, 7, [.. NetlinkBytes.U32(unchecked((uint)-Errno.EPERM)), .. new byte[16]]);

        DiagFileSource source = Read([.. Row(1), .. error], out TableOutcome outcome);
        Assert.Equal(new TableOutcome(TableResult.Incomplete, Errno.EPERM, 0), outcome);
        Assert.Contains("Operation not permitted", source.Problem!.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_larger_than_the_buffer_is_read_whole()
    {
        uint[] inodes = [.. Enumerable.Range(1, 3000).Select(inode => (uint)inode)];

        _ = Read([.. inodes.SelectMany(inode => Row(inode)), .. End], out TableOutcome outcome);
        Assert.Equal(TableOutcome.Complete, outcome);
        Assert.Equal(inodes, _sink.Inodes);
    }

    [Fact]
    public void A_missing_file_is_a_table_that_cannot_be_had()
    {
        using SourceSelector sources = new(SourcePreference.Automatic, "/proc", new FakeKernel(), dumpFile: "/nosuch/dump");
        RowBuffer rows = new(256, _sink);

        Assert.Equal(TableOutcome.Refused(Errno.ENOENT), sources.Append(Requests.Tcp, rows));
        Unavailable missing = Assert.Single(sources.Unavailable);
        Assert.True(missing.IsWholeTable);
        Assert.Equal("/nosuch/dump: No such file or directory", missing.Why);
    }

    [Fact]
    public void Only_TCP_comes_from_the_file()
    {
        File.WriteAllBytes(_path, [.. Row(1), .. End]);
        FakeKernel kernel = new([Receive.Rows(9), Receive.Done()]);
        using SourceSelector sources = new(SourcePreference.Automatic, "/proc", kernel, dumpFile: _path);
        RowBuffer rows = new(256, _sink);

        _ = sources.Append(Requests.Tcp, rows);
        _ = sources.Append(Requests.Tcp4 with { Table = SocketTable.Udp }, rows);
        rows.Finish();
        Assert.Equal([1, 9], _sink.Inodes);
        Assert.Equal(Provenance.DumpFile, sources.Provenance);
    }

    [Fact]
    public void What_a_dump_wrote_is_read_back_byte_for_byte()
    {
        List<byte> written = [];
        Receive rows = Receive.Messages(DiagBytes.Inet(1, 1), DiagBytes.Inet(2, 2, 2, 10, NetlinkBytes.Attribute(8, 3)));
        FakeKernel kernel = new([rows, Receive.Done()], [Receive.Rows(3), Receive.Done()]);

        Assert.Equal(0, new DiagDump(kernel, bytes => Keep(written, bytes)).Run(Requests.Tcp));
        Assert.Equal([.. rows.Bytes(1), .. Receive.Done().Bytes(1), .. Receive.Rows(3).Bytes(1), .. Receive.Done().Bytes(1)], written);
        _ = Read([.. written], out TableOutcome outcome);
        Assert.Equal(TableOutcome.Complete, outcome);
        Assert.Equal([1, 2], _sink.Inodes);
    }

    [Fact]
    public void A_dump_that_breaks_off_gives_its_error()
    {
        FakeKernel kernel = new([Receive.Rows(1), Receive.Fails(Errno.ENOBUFS)]);

        Assert.Equal(Errno.ENOBUFS, new DiagDump(kernel, _ => true).Run(Requests.Tcp));
    }

    [Fact]
    public void Whatever_the_file_holds_reading_ends_with_an_answer()
    {
        Gen<byte[]> pieces = Gen.OneOf(
            Gen.Byte.Array[0, 40],
            Gen.Int[0, 300].Select(Gen.Byte.Array[0, 200], (length, bytes) => (byte[])[.. NetlinkBytes.U32((uint)length), .. bytes]),
            Gen.UInt[1, 9].Select(inode => Row(inode)),
            Gen.Const(End));
        pieces.Array[0, 12].Sample(
            file =>
            {
                _ = Read([.. file.SelectMany(piece => piece)], out TableOutcome outcome);
                return outcome.Result != TableResult.Refused;
            },
            iter: 2000, threads: 1);
    }

    private static bool Keep(List<byte> written, ReadOnlyMemory<byte> bytes)
    {
        written.AddRange(bytes.Span);
        return true;
    }

    private static byte[] Row(uint inode, byte family = 2) =>
        NetlinkBytes.Message(NetlinkBytes.SockDiag, 7, DiagBytes.Inet((ushort)inode, inode, family));

    private DiagFileSource Read(byte[] file, out TableOutcome outcome)
    {
        File.WriteAllBytes(_path, file);
        DiagFileSource source = new(_path);
        RowBuffer rows = new(256, _sink);
        outcome = source.Append(Requests.Tcp4 with { States = StateSet.Of(SocketState.Listen) }, rows);
        rows.Finish();
        return source;
    }
}
