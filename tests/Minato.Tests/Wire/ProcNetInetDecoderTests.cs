using System;
using System.Text;
using Minato.Model;
using Minato.Wire;

namespace Minato.Tests.Wire;

public sealed class ProcNetInetDecoderTests
{
    [Theory]
    // 3.10: raw pointers, -1 for the slow start threshold, padded to 149 columns
    [InlineData("   0: 00000000:0016 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 15347 1 ffff8800369f8780 99 0 0 10 -1                     ")]
    // 4.19 and 5.15: hashed pointers
    [InlineData("   0: 00000000:0016 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 15347 1 00000000b7a6e11c 100 0 0 10 0                      ")]
    // 6.18
    [InlineData("   0: 00000000:0016 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 15347 1 000000002ebfd6b0 100 0 0 10 0                      ")]
    public void A_listener_is_read_as_every_kernel_writes_it(string line)
    {
        SocketEntry row = Decode(line);

        Assert.Equal((Transport.Tcp, SocketFamily.Inet, SocketState.Listen), (row.Transport, row.Family, row.State));
        Assert.Equal(("0.0.0.0", 22), (row.Local.Address.ToIPAddress().ToString(), row.Local.Port));
        Assert.Equal(("0.0.0.0", 0), (row.Peer.Address.ToIPAddress().ToString(), row.Peer.Port));
        Assert.Equal((15347ul, 0u, TimerKind.None), (row.Inode, row.Uid, row.Timer.Kind));
    }

    [Fact]
    public void Every_column_of_a_connection_is_read()
    {
        SocketEntry row = Decode("  12: 6401A8C0:01BB 327100CB:D431 01 00000016:0000000B 01:00000014 00000003  1000        4 34567 2 0000000000000000 20 4 30 10 -1");

        Assert.Equal(SocketState.Established, row.State);
        Assert.Equal(("192.168.1.100", 443), (row.Local.Address.ToIPAddress().ToString(), row.Local.Port));
        Assert.Equal(("203.0.113.50", 54321), (row.Peer.Address.ToIPAddress().ToString(), row.Peer.Port));
        Assert.Equal((22u, 11u, 1000u, 34567ul), (row.SendQueue, row.ReceiveQueue, row.Uid, row.Inode));
        Assert.Equal((TimerKind.Retransmit, 200u, 3), (row.Timer.Kind, row.Timer.Milliseconds, row.Timer.Retries));
        Assert.Equal(SocketFields.Timer | SocketFields.User, row.Known);
    }

    [Theory]
    [InlineData("02", TimerKind.KeepAlive)]
    [InlineData("04", TimerKind.Probe)]
    public void A_timer_that_counts_probes_takes_the_probes_column(string number, TimerKind kind)
    {
        SocketEntry row = Decode($"   0: 0100007F:0016 0100007F:D431 01 00000000:00000000 {number}:00000014 00000003     0        4 34567 1 0 20 4 30 10 -1");

        Assert.Equal((kind, 4), (row.Timer.Kind, row.Timer.Retries));
    }

    [Fact]
    public void A_connection_in_time_wait_has_neither_inode_nor_user()
    {
        SocketEntry row = Decode("   5: 0100007F:1F90 0100007F:C350 06 00000000:00000000 03:00000F8C 00000000     0        0 0 3 ffff880036a3b1c0");

        Assert.Equal((SocketState.TimeWait, 0ul, 0u), (row.State, row.Inode, row.Uid));
        Assert.Equal((TimerKind.TimeWait, 39800u), (row.Timer.Kind, row.Timer.Milliseconds));
    }

    [Fact]
    public void An_ipv6_address_is_four_words_each_in_the_machines_order()
    {
        SocketEntry row = Decode(
            "   0: B80D0120020001000000030006000500:0016 0000000000000000FFFF0000010200C0:C350 01 00000000:00000000 00:00000000 00000000     0        0 1 1 0 20 4 30 10 -1",
            Transport.Tcp, isV6: true);

        Assert.Equal(SocketFamily.Inet6, row.Family);
        Assert.Equal("2001:db8:1:2:3:0:5:6", row.Local.Address.ToIPAddress().ToString());
        Assert.Equal("::ffff:192.0.2.1", row.Peer.Address.ToIPAddress().ToString());
    }

    [Theory]
    [InlineData("  112: 00000000:0044 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 12345 2 ffff88003d8dc000 0         ", Transport.Udp, 68)]
    [InlineData(" 2210: 00000000:0044 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 12345 2 00000000a1b2c3d4 0", Transport.Udp, 68)]
    [InlineData("    1: 00000000:0001 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 12345 2 00000000a1b2c3d4 0", Transport.Raw, 1)]
    public void Udp_and_raw_tables_have_the_same_columns(string line, Transport transport, ushort port)
    {
        SocketEntry row = Decode(line, transport);

        Assert.Equal((transport, SocketState.Closed, port, 12345ul), (row.Transport, row.State, row.Local.Port, row.Inode));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ZZZZ")]
    [InlineData("   0: ZZZZZZZZ:0016 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1 1 0")]
    [InlineData("   0: 0000000:0016 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1 1 0")]
    [InlineData("   0: 00000000:10016 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1 1 0")]
    [InlineData("   0: 00000000:0016 00000000:0000 00 00000000:00000000 00:00000000 00000000     0        0 1 1 0")]
    [InlineData("   0: 00000000:0016 00000000:0000 0E 00000000:00000000 00:00000000 00000000     0        0 1 1 0")]
    [InlineData("   0: 00000000:0016 00000000:0000 0A 100000000:00000000 00:00000000 00000000     0        0 1 1 0")]
    [InlineData("   0: 00000000:0016 00000000:0000 0A 00000000:00000000 100:00000000 00000000     0        0 1 1 0")]
    [InlineData("   0: 00000000:0016 00000000:0000 0A 00000000:00000000 00:00000000 00000000  root        0 1 1 0")]
    [InlineData("   0: 00000000:0016 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 99999999999999999999 1 0")]
    [InlineData("  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode")]
    public void A_line_that_does_not_fit_is_no_row(string line) => Assert.False(CanDecode(line, isV6: false));

    [Fact]
    public void A_line_cut_before_the_end_of_its_inode_is_no_row()
    {
        const string Line = "   0: 00000000:0016 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 15347 1 000000002ebfd6b0 100 0 0 10 0";
        int end = Line.IndexOf("15347", StringComparison.Ordinal) + 5;
        for (int length = 0; length <= end; length++) Assert.False(CanDecode(Line[..length], isV6: false));
        Assert.True(CanDecode(Line[..(end + 1)], isV6: false));
    }

    [Fact]
    public void A_line_of_the_other_family_is_no_row()
    {
        const string V4 = "   0: 00000000:0016 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1 1 0";
        const string V6 = "   0: 00000000000000000000000000000000:0016 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1 1 0";

        Assert.False(CanDecode(V4, isV6: true));
        Assert.False(CanDecode(V6, isV6: false));
    }

    [Fact]
    public void The_same_line_has_the_same_identity_and_another_line_another()
    {
        const string Line = "   0: 00000000:0016 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 15347 1 0";

        Assert.Equal(Decode(Line).Id, Decode(Line).Id);
        Assert.Equal((SocketIdKind.Tuple, 4026531840ul), (Decode(Line).Id.Kind, Decode(Line).Id.NetNamespace));
        Assert.NotEqual(Decode(Line).Id, Decode(Line.Replace(":0016", ":0017", StringComparison.Ordinal)).Id);
        Assert.NotEqual(Decode(Line).Id, Decode(Line.Replace("15347", "15348", StringComparison.Ordinal)).Id);
    }

    private static SocketEntry Decode(string line, Transport transport = Transport.Tcp, bool isV6 = false)
    {
        SocketEntry row = default;
        Assert.True(ProcNetInetDecoder.TryDecode(Encoding.ASCII.GetBytes(line), transport, isV6, 4026531840, ref row));
        return row;
    }

    private static bool CanDecode(string line, bool isV6)
    {
        SocketEntry row = default;
        return ProcNetInetDecoder.TryDecode(Encoding.ASCII.GetBytes(line), Transport.Tcp, isV6, 0, ref row);
    }
}
