using Minato.Model;
using Minato.Rendering.Netstat.MacOs;

namespace Minato.Tests.Rendering.Netstat.MacOs;

/// <summary>The UNIX table beside published captures.</summary>
public sealed class MacOsUnixTests
{
    private readonly MacOsTables _tables = new();

    [Fact]
    public void Rows_stand_where_the_published_ones_do()
    {
        _tables.Add(Unix(Transport.UnixStream, SocketState.Established, "", 0xb94a63a7cd, peer: 0x4a63cedd));
        _tables.Add(Unix(Transport.UnixStream, SocketState.Established, "/var/run/mDNSResponder", 0x37d3795d, peer: 0x37d38835) with { ReceiveQueue = 4 });
        _tables.Add(Unix(Transport.UnixStream, SocketState.Listen, "/run/x.sock", 0x1f, peer: 0) with { ReceiveQueue = 3, SendQueue = 128, UnixFileInode = 0xb1ea04 });
        _tables.Add(Unix(Transport.UnixSeqPacket, SocketState.Established, "", 0x20, peer: 0x21));
        _tables.Add(Unix(Transport.UnixDatagram, SocketState.Closed, "\0abstract", 0x22, peer: 0));

        Assert.Equal(
        [
            "Address          Type   Recv-Q Send-Q            Inode             Conn             Refs          Nextref Addr",
            "      b94a63a7cd stream      0      0                0         4a63cedd                0                0",
            "        37d3795d stream      4      0                0         37d38835                0                0 /var/run/mDNSResponder",
            "              1f stream      0      0           b1ea04                0                0                0 /run/x.sock",
            "              20 seqpac      0      0                0               21                0                0",
            "              22 dgram       0      0                0                0                -                - @abstract",
        ], _tables.Write(MacOsLayout.Unix(new MacOsWishes())));
    }

    [Fact]
    public void A_path_can_forge_no_row()
    {
        _tables.Add(Unix(Transport.UnixStream, SocketState.Listen, "/tmp/x\n7fb0 stream \e[31m", 1, peer: 0));

        Assert.EndsWith(" /tmp/x\\x0a7fb0 stream \\x1b[31m", Assert.Single(_tables.Write(MacOsLayout.Unix(new MacOsWishes()))[1..]), System.StringComparison.Ordinal);
    }

    [Fact]
    public void The_verbose_columns_stand_before_the_path()
    {
        _tables.Owners.Owners[9] = MacOsTables.By("claude.exe", 4000);
        _tables.Add(Unix(Transport.UnixStream, SocketState.Established, "/run/x", 9, peer: 8), 8192, 524288);
        string[] lines = _tables.Write(MacOsLayout.Unix(new MacOsWishes { Verbose = true }));

        Assert.Equal("Address          Type   Recv-Q Send-Q            Inode             Conn             Refs          Nextref      rxbytes      txbytes  rhiwat  shiwat          process:pid    state  options           gencnt    flags   flags1 usecnt rtncnt fltrs Addr", lines[0]);
        Assert.Equal("               9 stream      0      0                0                8                0                0            -            -    8192  524288       claude.exe:4000   00002 00000000                -        -        -      -      -      - /run/x", lines[1]);
    }

    private static SocketEntry Unix(Transport transport, SocketState state, string path, ulong inode, uint peer) =>
        SampleRows.Unix(transport, state, path, 0, peer) with { Inode = inode, Known = SocketFields.UnixPeer | SocketFields.UnixQueues | SocketFields.UnixFile };
}
