using System.Text;
using CsCheck;
using Minato.Model;
using Minato.Wire;

namespace Minato.Tests.Wire;

public sealed class ProcNetPacketDecoderTests
{
    private const string Line = "000000007a5b2c11 3      3    0806   2     1 4160   1000   34567 ";

    [Fact]
    public void A_line_is_read_as_the_kernel_writes_it()
    {
        Assert.True(TryDecode(Line, out SocketEntry row));
        Assert.Equal((Transport.PacketRaw, SocketFamily.Packet, SocketState.Closed), (row.Transport, row.Family, row.State));
        Assert.Equal((0x0806, 2u, 4160u, 1000u, 34567ul), (row.Protocol, row.InterfaceIndex, row.ReceiveQueue, row.Uid, row.Inode));
        Assert.Equal(SocketFields.Interface | SocketFields.User, row.Known);
    }

    [Theory]
    [InlineData("0000000000000000 3      2    0003   0     1 0      0      12345678")]
    [InlineData("ffff88003d8dc000 3      2    0003   0     1 0      0      17    ")]
    public void Columns_may_fill_their_width_or_not(string line)
    {
        Assert.True(TryDecode(line, out SocketEntry row));
        Assert.Equal((Transport.PacketDatagram, 3), (row.Transport, row.Protocol));
    }

    [Fact]
    public void A_socket_whose_interface_is_gone_has_none_that_exists()
    {
        Assert.True(TryDecode("0000000000000000 3      3    0003   -1    0 0      0      9", out SocketEntry row));
        Assert.Equal(uint.MaxValue, row.InterfaceIndex);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ZZZZ 3 3 0806 2 1 4160 1000 34567")]
    [InlineData("000000007a5b2c11 3      3    zz06   2     1 4160   1000   34567")]
    [InlineData("000000007a5b2c11 3      3    0806   2     1 4160   1000")]
    [InlineData("000000007a5b2c11 3      3    0806   2     1 4160   1000   34567 more")]
    [InlineData("sk       RefCnt Type Proto  Iface R Rmem   User   Inode")]
    public void A_line_that_is_not_whole_is_no_row(string line) => Assert.False(TryDecode(line, out _));

    [Fact]
    public void Any_bytes_are_a_row_or_none() => Gen.Select(Gen.Int[0, 70], Gen.Byte).Array[0, 5].Sample(changes =>
    {
        byte[] line = Encoding.ASCII.GetBytes(Line);
        foreach ((int at, byte value) in changes) line[at % line.Length] = value;
        SocketEntry row = default;
        if (ProcNetPacketDecoder.TryDecode(line, 0, ref row)) Assert.Equal(SocketFamily.Packet, row.Family);
    });

    private static bool TryDecode(string line, out SocketEntry row)
    {
        row = default;
        return ProcNetPacketDecoder.TryDecode(Encoding.ASCII.GetBytes(line), 4026531840, ref row);
    }
}
