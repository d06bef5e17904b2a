using System;
using System.Text;
using CsCheck;
using Minato.Model;
using Minato.Wire;

namespace Minato.Tests.Wire;

public sealed class ProcNetUnixDecoderTests
{
    [Theory]
    [InlineData("ffff88003d8dc000: 00000002 00000000 00010000 0001 01 11542 /run/x.sock")]
    [InlineData("0000000075415f4d: 00000002 00000000 00010000 0001 01 11542 /run/x.sock")]
    public void A_listener_is_read_as_every_kernel_writes_it(string line)
    {
        SocketEntry row = Decode(line, out string path);

        Assert.Equal((Transport.UnixStream, SocketFamily.Unix, SocketState.Listen), (row.Transport, row.Family, row.State));
        Assert.Equal((11542ul, 2u, "/run/x.sock"), (row.Inode, row.UnixReferences, path));
        Assert.Equal(SocketFields.UnixReferences, row.Known);
        Assert.Equal(new SocketId(4026531840, 11542, SocketIdKind.Tuple), row.Id);
    }

    [Theory]
    [InlineData("0001 01", Transport.UnixStream, SocketState.Closed)]
    [InlineData("0001 02", Transport.UnixStream, SocketState.SynSent)]
    [InlineData("0001 03", Transport.UnixStream, SocketState.Established)]
    [InlineData("0001 04", Transport.UnixStream, SocketState.Closing)]
    [InlineData("0002 01", Transport.UnixDatagram, SocketState.Closed)]
    [InlineData("0005 03", Transport.UnixSeqPacket, SocketState.Established)]
    public void Type_and_state_are_read(string columns, Transport transport, SocketState state)
    {
        SocketEntry row = Decode("0000000075415f4d: 00000003 00000000 00000000 " + columns + "    98", out string path);

        Assert.Equal((transport, state, 98ul, ""), (row.Transport, row.State, row.Inode, path));
    }

    [Theory]
    [InlineData("/tmp/with blanks ")]
    [InlineData(" leading")]
    [InlineData("@abstract@name")]
    [InlineData("relative")]
    public void The_path_is_everything_after_one_blank(string written)
    {
        _ = Decode("0000000075415f4d: 00000002 00000000 00000000 0002 01 11542 " + written, out string path);

        Assert.Equal(written, path);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ZZZZ")]
    [InlineData("the rest of a path that held a newline")]
    [InlineData("Num       RefCount Protocol Flags    Type St Inode Path")]
    [InlineData("0000000075415f4d: 00000002 00000000 00010000 0003 01 11542")]
    [InlineData("0000000075415f4d: 00000002 00000000 00010000 0001 01")]
    [InlineData("0000000075415f4d: 00000002 00000000 00010000 0001 01 11542/run/x")]
    [InlineData("0000000075415f4d: 100000002 00000000 00010000 0001 01 11542")]
    [InlineData("0000000075415f4d 00000002 00000000 00010000 0001 01 11542")]
    public void A_line_that_does_not_fit_is_no_row(string line) => Assert.False(CanDecode(Encoding.ASCII.GetBytes(line)));

    [Fact]
    public void A_line_cut_before_its_inode_is_no_row()
    {
        const string Line = "0000000075415f4d: 00000002 00000000 00010000 0001 01 11542 /run/x.sock";
        int start = Line.IndexOf("11542", StringComparison.Ordinal);
        for (int length = 0; length <= start; length++) Assert.False(CanDecode(Encoding.ASCII.GetBytes(Line[..length])));
    }

    [Fact]
    public void A_socket_is_read_as_the_kernel_writes_it() =>
        Gen.Select(Gen.UInt, Gen.OneOf(1, 2, 5), Gen.Int[1, 4], Gen.UInt, Gen.Byte.Where(static b => b is not (0 or 10)).Array[0, 108])
            .Sample((references, type, state, inode, path) =>
            {
                string columns = $"{inode:X16}: {references:X8} {0:X8} {0:X8} {type:X4} {state:X2} {inode,5}";
                byte[] line = [.. Encoding.ASCII.GetBytes(columns), .. path.Length == 0 ? ""u8 : " "u8, .. path];

                SocketEntry row = default;
                Assert.True(ProcNetUnixDecoder.TryDecode(line, 0, ref row, out ReadOnlySpan<byte> read));
                Assert.Equal((references, (ulong)inode), (row.UnixReferences, row.Inode));
                Assert.Equal(path, read.ToArray());
            });

    private static SocketEntry Decode(string line, out string path)
    {
        SocketEntry row = default;
        Assert.True(ProcNetUnixDecoder.TryDecode(Encoding.ASCII.GetBytes(line), 4026531840, ref row, out ReadOnlySpan<byte> bytes));
        path = Encoding.ASCII.GetString(bytes);
        return row;
    }

    private static bool CanDecode(byte[] line)
    {
        SocketEntry row = default;
        return ProcNetUnixDecoder.TryDecode(line, 0, ref row, out _);
    }
}
