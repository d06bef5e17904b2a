using System.Text;
using CsCheck;
using Minato.Model;
using Minato.Wire;

namespace Minato.Tests.Wire;

public sealed class ProcNetNetlinkDecoderTests
{
    private const string Line = "00000000a1b2c3d4 16  4242       00000011 4352     17       1     2        0        34567     ";

    [Fact]
    public void A_line_is_read_as_the_kernel_writes_it()
    {
        Assert.True(TryDecode(Line, out SocketEntry row, out NetlinkDetails details));
        Assert.Equal((Transport.Netlink, SocketFamily.Netlink, SocketState.Closed), (row.Transport, row.Family, row.State));
        Assert.Equal((16, 4242u, 4352u, 17u, 34567ul), (row.Protocol, row.LocalNumber, row.ReceiveQueue, row.SendQueue, row.Inode));
        Assert.Equal(new NetlinkDetails(0x11, 0xA1B2C3D4, 1), details);
        Assert.False(row.Has(SocketFields.OtherEnd));
    }

    [Fact]
    public void An_older_kernels_line_ends_at_the_references()
    {
        Assert.True(TryDecode("ffff88003d8dc000 0   0          00000000 0        0        ffff88003d8dd000 2", out SocketEntry row, out NetlinkDetails details));
        Assert.Equal(0ul, row.Inode);
        Assert.Equal(0xffff88003d8dd000, details.CallbackAddress);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ZZZZ 16 4242 00000011 0 0 0 2 0 34567")]
    [InlineData("00000000a1b2c3d4 256 4242       00000011 0        0        0     2        0        34567")]
    [InlineData("00000000a1b2c3d4 16  4242       000000111 0        0        0     2        0        34567")]
    [InlineData("00000000a1b2c3d4 16  4242       00000011 0        0        0")]
    [InlineData("sk               Eth Pid        Groups   Rmem     Wmem     Dump  Locks    Drops    Inode")]
    public void A_line_that_is_not_whole_is_no_row(string line) => Assert.False(TryDecode(line, out _, out _));

    [Fact]
    public void Any_bytes_are_a_row_or_none() => Gen.Select(Gen.Int[0, 90], Gen.Byte).Array[0, 5].Sample(changes =>
    {
        byte[] line = Encoding.ASCII.GetBytes(Line);
        foreach ((int at, byte value) in changes) line[at % line.Length] = value;
        SocketEntry row = default;
        if (ProcNetNetlinkDecoder.TryDecode(line, 0, ref row, out _)) Assert.Equal(SocketFamily.Netlink, row.Family);
    });

    private static bool TryDecode(string line, out SocketEntry row, out NetlinkDetails details)
    {
        row = default;
        return ProcNetNetlinkDecoder.TryDecode(Encoding.ASCII.GetBytes(line), 4026531840, ref row, out details);
    }
}
