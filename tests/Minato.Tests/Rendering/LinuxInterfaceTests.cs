using System;
using System.Text;
using Minato.Model;
using Minato.Model.Network;
using Minato.Rendering;
using Minato.Rendering.Netstat.Linux;

namespace Minato.Tests.Rendering;

/// <summary>The expected lines are those of netstat of net-tools 2.10 for interfaces that were made so.</summary>
public sealed class LinuxInterfaceTests
{
    private readonly MemoryOutput _output = new();

    private static InterfaceEntry Loopback => new()
    {
        Name = [.. "lo"u8],
        Index = 1,
        HasLink = true,
        Flags = InterfaceFlags.Up | InterfaceFlags.Loopback | InterfaceFlags.Running | InterfaceFlags.LowerUp,
        Mtu = 65536,
        TransmitQueueLength = 1000,
        HardwareType = 772,
        HardwareAddress = new byte[6],
        Counters = new InterfaceCounters
        {
            ReceivedBytes = 18446744073709551615,
            ReceivedPackets = 18446744073709551614,
            ReceiveErrors = 18446744073709551613,
            ReceiveDropped = 18446744073709551612,
            ReceiveOverruns = 18446744073709551611,
            ReceiveFrame = 18446744073709551610,
            SentBytes = 12345678901234567,
            SentPackets = 123456789,
            SendErrors = 1234567,
            SendDropped = 1234567,
            SendOverruns = 1234567,
            Collisions = 1,
            SendCarrier = 2,
        },
        Addresses = { new InterfaceAddress(IpAddr.V4(0x7F000001), 8, null, null, 254, 0) { Label = [.. "lo"u8] } },
    };

    private static InterfaceEntry Veth => new()
    {
        Name = [.. "ve0"u8],
        Index = 2,
        HasLink = true,
        Flags = InterfaceFlags.Up | InterfaceFlags.Broadcast | InterfaceFlags.Multicast,
        Mtu = 1500,
        TransmitQueueLength = 1000,
        HardwareType = 1,
        HardwareAddress = [2, 0, 0, 0, 0xAB, 1],
        Counters = new InterfaceCounters
        {
            ReceivedBytes = 1000,
            ReceivedPackets = 123456789,
            ReceiveErrors = 1234567,
            ReceiveDropped = 1234568,
            ReceiveOverruns = 1234569,
            ReceiveFrame = 5,
            SentBytes = 1000000,
            SentPackets = 11,
            SendErrors = 12,
            SendDropped = 13,
            SendOverruns = 14,
            Collisions = 15,
            SendCarrier = 16,
        },
        Addresses =
        {
            new InterfaceAddress(IpAddr.V4(0x0A010203), 24, null, IpAddr.V4(0x0A0102FF), 0, 0) { Label = [.. "ve0"u8] },
            new InterfaceAddress(IpAddr.V4(0x0A010303), 24, null, null, 0, 0) { Label = [.. "ve0"u8] },
            new InterfaceAddress(IpAddr.V4(0x0A010403), 24, null, IpAddr.V4(0x0A0104FF), 0, 0) { Label = [.. "ve0:1"u8] },
            new InterfaceAddress(IpAddr.V6(0x20010db800000000, 1), 64, null, null, 0, 0),
            new InterfaceAddress(IpAddr.V6(0xfe80000000000000, 0x000000fffe000001), 64, null, null, 253, 0),
        },
    };

    private static InterfaceEntry Tunnel => new()
    {
        Name = [.. "tun0"u8],
        Index = 3,
        HasLink = true,
        Flags = InterfaceFlags.Up | InterfaceFlags.PointToPoint | InterfaceFlags.NoArp | InterfaceFlags.Multicast,
        Mtu = 1500,
        TransmitQueueLength = 500,
        HardwareType = 65534,
        Counters = new InterfaceCounters { ReceivedBytes = 1500, ReceivedPackets = 1, SentBytes = 999999, SentPackets = 11 },
        Addresses = { new InterfaceAddress(IpAddr.V4(0x0A070001), 32, IpAddr.V4(0x0A070002), null, 0, 0) { Label = [.. "tun0"u8] } },
    };

    private static InterfaceEntry Down => new()
    {
        Name = [.. "ve1"u8],
        Index = 4,
        HasLink = true,
        Flags = InterfaceFlags.Broadcast | InterfaceFlags.Multicast,
        Mtu = 1500,
        HardwareType = 1,
        Counters = default(InterfaceCounters),
    };

    [Fact]
    public void A_row_an_interface_and_one_a_label() => Assert.Equal(
        """
        Iface             MTU    RX-OK RX-ERR RX-DRP RX-OVR    TX-OK TX-ERR TX-DRP TX-OVR Flg
        lo              65536 18446744073709551614 18446744073709551613 18446744073709551612 18446744073709551611 123456789 1234567 1234567 1234567 LRU
        tun0             1500        1      0      0 0            11      0      0      0 MOPU
        ve0              1500 123456789 1234567 1234568 1234569       11     12     13     14 BMU
        ve0:1            1500      - no statistics available -                        BMU

        """,
        Table([Veth, Down, Tunnel, Loopback], all: false));

    [Fact]
    public void Interfaces_that_are_down_come_with_all_the_others() =>
        Assert.Contains("\nve1              1500        0      0      0 0             0      0      0      0 BM\n", Table([Veth, Down], all: true), StringComparison.Ordinal);

    [Fact]
    public void A_block_an_interface_as_ifconfig_has_it() => Assert.Equal(
        """
        lo: flags=73<UP,LOOPBACK,RUNNING>  mtu 65536
                inet 127.0.0.1  netmask 255.0.0.0
                loop  txqueuelen 1000  (Local Loopback)
                RX packets 18446744073709551614  bytes 18446744073709551615 (16.0 EiB)
                RX errors 18446744073709551613  dropped 18446744073709551612  overruns 18446744073709551611  frame 18446744073709551610
                TX packets 123456789  bytes 12345678901234567 (10.9 PiB)
                TX errors 1234567  dropped 1234567 overruns 1234567  carrier 2  collisions 1

        tun0: flags=4241<UP,POINTOPOINT,NOARP,MULTICAST>  mtu 1500
                inet 10.7.0.1  netmask 255.255.255.255  destination 10.7.0.2
                unspec 00-00-00-00-00-00-00-00-00-00-00-00-00-00-00-00  txqueuelen 500  (UNSPEC)
                RX packets 1  bytes 1500 (1.4 KiB)
                RX errors 0  dropped 0  overruns 0  frame 0
                TX packets 11  bytes 999999 (976.5 KiB)
                TX errors 0  dropped 0 overruns 0  carrier 0  collisions 0

        ve0: flags=4099<UP,BROADCAST,MULTICAST>  mtu 1500
                inet 10.1.2.3  netmask 255.255.255.0  broadcast 10.1.2.255
                inet6 2001:db8::1  prefixlen 64  scopeid 0x0<global>
                inet6 fe80::ff:fe00:1  prefixlen 64  scopeid 0x20<link>
                ether 02:00:00:00:ab:01  txqueuelen 1000  (Ethernet)
                RX packets 123456789  bytes 1000 (1000.0 B)
                RX errors 1234567  dropped 1234568  overruns 1234569  frame 5
                TX packets 11  bytes 1000000 (976.5 KiB)
                TX errors 12  dropped 13 overruns 14  carrier 16  collisions 15

        ve0:1: flags=4099<UP,BROADCAST,MULTICAST>  mtu 1500
                inet 10.1.4.3  netmask 255.255.255.0  broadcast 10.1.4.255
                ether 02:00:00:00:ab:01  txqueuelen 1000  (Ethernet)


        """,
        Blocks([Veth, Down, Tunnel, Loopback]));

    [Fact]
    public void What_a_file_does_not_tell_is_no_zero() => Assert.EndsWith(
        "eth0                -        0      0      0 0             0      0      0      0 -\n",
        Table([new InterfaceEntry { Name = [.. "eth0"u8], Counters = default(InterfaceCounters) }], all: false), StringComparison.Ordinal);

    [Fact]
    public void A_name_cannot_drive_the_terminal() => Assert.EndsWith(
        "e\\x1b[31m           -        0      0      0 0             0      0      0      0 -\n",
        Table([new InterfaceEntry { Name = [.. "e\e[31m"u8], Counters = default(InterfaceCounters) }], all: false), StringComparison.Ordinal);

    [Theory]
    [InlineData("0 00 1 2 10 Eth1 a10b a9b a9b: abcdefghijklmno br0 eth eth09 eth9 eth010 eth10 eth-1 eth.5 eth10:x eth1a eth1a:2 eth1a:10 eth1a:zz eth1b2 eth1b10 eth: lo x1.5")]
    [InlineData("q2147483648 q4294967295 q q0 q1 q4294967297 q2")]
    [InlineData("ve0 ve0:1 ve0:2 ve0:10 ve1 ve2 ve10 ve0: ve0:1: ve0:xy")]
    public void Interfaces_are_ordered_by_the_number_at_the_end_of_their_name(string expected)
    {
        string[] names = expected.Split(' ');
        string[] shuffled = [.. names];
        new Random(7).Shuffle(shuffled);
        Array.Sort(shuffled, static (one, other) => LinuxInterfaceOrder.Compare(Encoding.ASCII.GetBytes(one), Encoding.ASCII.GetBytes(other)));
        Assert.Equal(names, shuffled);
    }

    [Theory]
    [InlineData(1023, "1023.0 B")]
    [InlineData(1024, "1024.0 B")]
    [InlineData(1025, "1.0 KiB")]
    [InlineData(1127, "1.1 KiB")]
    [InlineData(1048575, "1023.9 KiB")]
    [InlineData(1048577, "1.0 MiB")]
    [InlineData(1152921504606846975, "1023.9 PiB")]
    [InlineData(1152921504606846976, "1024.0 PiB")]
    [InlineData(9223372036854775807, "8.0 EiB")]
    public void A_size_is_cut_behind_its_first_digit(ulong bytes, string expected)
    {
        InterfaceEntry link = Tunnel;
        link.Counters = new InterfaceCounters { ReceivedBytes = bytes };
        Assert.Contains($"bytes {bytes} ({expected})", Blocks([link]), StringComparison.Ordinal);
    }

    private string Table(InterfaceEntry[] interfaces, bool all)
    {
        Utf8Sink sink = new(_output);
        LinuxInterfaceTable.Append(sink, LinuxInterfaceRow.ListOf(interfaces, all));
        sink.Flush();
        return _output.Text;
    }

    private string Blocks(InterfaceEntry[] interfaces)
    {
        Utf8Sink sink = new(_output);
        LinuxInterfaceBlocks.Append(sink, LinuxInterfaceRow.ListOf(interfaces, all: false));
        sink.Flush();
        return _output.Text;
    }
}
