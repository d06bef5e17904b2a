using System;
using System.Text;
using Minato.Model;
using Minato.Wire;

namespace Minato.Tests.Wire;

public sealed class UnixDiagDecoderTests
{
    // An established stream socket of user 1000: every field is another number.
    private static readonly byte[] Connection =
    [
        1, 1, 1, 0,                                     // AF_UNIX, SOCK_STREAM, ESTABLISHED
        .. NetlinkBytes.U32(34567),                     // inode
        .. NetlinkBytes.U32(0x44332211),                // cookie, low word first
        .. NetlinkBytes.U32(0x88776655),
        11, 0, 0, 0, .. "/run/x\0\0"u8,                 // UNIX_DIAG_NAME with its NUL, padded
        12, 0, 1, 0, .. NetlinkBytes.U32(987), .. NetlinkBytes.U32(0x00800005), // UNIX_DIAG_VFS: inode, device 8:5
        8, 0, 2, 0, .. NetlinkBytes.U32(34568),         // UNIX_DIAG_PEER
        12, 0, 4, 0, .. NetlinkBytes.U32(11), .. NetlinkBytes.U32(22), // UNIX_DIAG_RQLEN
        5, 0, 6, 0, 1, 0, 0, 0,                         // UNIX_DIAG_SHUTDOWN
        8, 0, 7, 0, .. NetlinkBytes.U32(1000),          // UNIX_DIAG_UID
    ];

    [Fact]
    public void Every_field_is_read()
    {
        SocketEntry row = Decode(Connection, out string path);

        Assert.Equal((Transport.UnixStream, SocketFamily.Unix, SocketState.Established), (row.Transport, row.Family, row.State));
        Assert.Equal("/run/x", path);
        Assert.Equal((34567ul, 34568u, 11u, 22u), (row.Inode, row.UnixPeerInode, row.ReceiveQueue, row.SendQueue));
        Assert.Equal((987u, 0x00800005u, 1, 1000u), (row.UnixFileInode, row.UnixFileDevice, row.Shutdown, row.Uid));
        Assert.Equal(new SocketId(4026531840, 0x8877665544332211, SocketIdKind.Cookie), row.Id);
    }

    [Theory]
    [InlineData(1, Transport.UnixStream)]
    [InlineData(2, Transport.UnixDatagram)]
    [InlineData(5, Transport.UnixSeqPacket)]
    public void The_type_is_part_of_the_transport(byte type, Transport transport) =>
        Assert.Equal(transport, Decode(DiagBytes.Unix(1, type), out _).Transport);

    [Theory]
    [InlineData("/run/x\0", "/run/x")]
    [InlineData("x\0", "x")]
    [InlineData("/run/x", "/run/x")]
    [InlineData("\0bus", "\0bus")]
    [InlineData("\0bus\0", "\0bus\0")]
    [InlineData("\0", "\0")]
    public void A_files_path_loses_its_terminator_and_an_abstract_name_nothing(string sent, string read)
    {
        _ = Decode(DiagBytes.Unix(1, 1, 10, NetlinkBytes.Attribute(0, Encoding.ASCII.GetBytes(sent))), out string path);

        Assert.Equal(read, path);
    }

    [Fact]
    public void No_peer_is_a_fact_when_peers_were_asked() =>
        Assert.Equal(SocketFields.Cookie | SocketFields.UnixPeer, Decode(DiagBytes.Unix(1), out _, SocketFields.UnixPeer).Known);

    [Fact]
    public void Nothing_is_known_of_a_peer_that_was_not_asked() =>
        Assert.Equal(SocketFields.Cookie, Decode(DiagBytes.Unix(1), out _, SocketFields.None).Known);

    [Fact]
    public void A_message_cut_anywhere_in_its_fixed_part_is_no_row()
    {
        for (int length = 0; length < 16; length++) Assert.False(CanDecode(Connection[..length]));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 3)]
    [InlineData(2, 1)]
    public void Another_family_or_an_unknown_type_is_no_row(byte family, byte type)
    {
        byte[] message = DiagBytes.Unix(1, type);
        message[0] = family;

        Assert.False(CanDecode(message));
    }

    private static SocketEntry Decode(byte[] message, out string path, SocketFields asked = SocketFields.UnixPeer)
    {
        SocketEntry row = default;
        Assert.True(UnixDiagDecoder.TryDecode(message, asked, 4026531840, ref row, null, out ReadOnlySpan<byte> bytes, out _));
        path = Encoding.ASCII.GetString(bytes);
        return row;
    }

    private static bool CanDecode(byte[] message)
    {
        SocketEntry row = default;
        return UnixDiagDecoder.TryDecode(message, SocketFields.UnixPeer, 0, ref row, null, out _, out _);
    }
}
