using System.Text;
using CsCheck;
using Minato.Model;
using Minato.Model.Network;
using Minato.Wire;

namespace Minato.Tests.Wire;

/// <summary>The lines of /proc/net/{dev,if_inet6,igmp,igmp6}.</summary>
public sealed class ProcNetInterfaceDecoderTests
{
    private const string Dev = "  eth0:       1       2    3    4    5     6          7         8        9      10   11   12   13    14      15         16";
    private const string Address6 = "fe80000000000000000000fffe000001 03 40 20 80      eth0";
    private const string Group6 = "3    eth0            ff0200000000000000000001ff000001     2 00000004 0";

    [Fact]
    public void Counters_are_read_as_the_kernel_writes_them()
    {
        Assert.Equal("eth0"u8, ProcNetDevDecoder.Decode(Encoding.ASCII.GetBytes(Dev), out InterfaceCounters counters));
        Assert.Equal((1ul, 2ul, 3ul, 4ul), (counters.ReceivedBytes, counters.ReceivedPackets, counters.ReceiveErrors, counters.ReceiveDropped));
        Assert.Equal((5ul, 6ul, 7ul, 8ul), (counters.ReceiveOverruns, counters.ReceiveFrame, counters.ReceivedCompressed, counters.Multicast));
        Assert.Equal((9ul, 10ul, 11ul, 12ul), (counters.SentBytes, counters.SentPackets, counters.SendErrors, counters.SendDropped));
        Assert.Equal((13ul, 14ul, 15ul, 16ul), (counters.SendOverruns, counters.Collisions, counters.SendCarrier, counters.SentCompressed));
    }

    [Fact]
    public void A_wide_number_touches_the_colon()
    {
        Assert.Equal("eth0"u8, ProcNetDevDecoder.Decode("eth0:18446744073709551615 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1"u8, out InterfaceCounters counters));
        Assert.Equal(ulong.MaxValue, counters.ReceivedBytes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("eth0")]
    [InlineData(": 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1")]
    [InlineData("eth0: 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1")]
    [InlineData("eth0: 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1")]
    [InlineData("eth0: 18446744073709551616 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1")]
    public void A_line_of_counters_that_is_not_whole_is_no_row(string line) =>
        Assert.True(ProcNetDevDecoder.Decode(Encoding.ASCII.GetBytes(line), out _).IsEmpty);

    [Fact]
    public void An_IPv6_address_is_read_with_its_interface()
    {
        Assert.Equal("eth0"u8, ProcNetIfInet6Decoder.Decode(Encoding.ASCII.GetBytes(Address6), out uint index, out InterfaceAddress address));
        Assert.Equal(3u, index);
        Assert.Equal(new InterfaceAddress(IpAddr.V6(0xfe80000000000000, 0x000000fffe000001), 64, null, null, 253, 0x80), address);
    }

    [Fact]
    public void A_group_belongs_to_the_interface_before_it()
    {
        ProcNetIgmpDecoder decoder = default;
        GroupEntry group = default;
        Assert.True(decoder.TryDecode("3\teth0      :     1      V3"u8, ref group, out bool isGroup));
        Assert.False(isGroup);
        Assert.True(decoder.TryDecode("\t\t\t\t010000E0     7 0:00000000\t\t0"u8, ref group, out isGroup));
        Assert.True(isGroup);
        Assert.Equal("eth0"u8, group.Interface);
        Assert.Equal((3u, IpAddr.V4(0xE0000001), 7), (group.InterfaceIndex, group.Group, group.Users));
    }

    [Fact]
    public void A_group_behind_a_damaged_interface_is_no_row()
    {
        ProcNetIgmpDecoder decoder = default;
        GroupEntry group = default;
        Assert.True(decoder.TryDecode("3\teth0      :     1      V3"u8, ref group, out _));
        Assert.False(decoder.TryDecode("4 wlan0 1 V3"u8, ref group, out _));
        Assert.False(decoder.TryDecode("\t\t\t\t010000E0     7 0:00000000\t\t0"u8, ref group, out bool isGroup));
        Assert.False(isGroup);
    }

    [Fact]
    public void An_IPv6_group_is_read_as_the_kernel_writes_it()
    {
        GroupEntry group = default;
        Assert.True(ProcNetIgmp6Decoder.TryDecode(Encoding.ASCII.GetBytes(Group6), ref group));
        Assert.Equal("eth0"u8, group.Interface);
        Assert.Equal((3u, IpAddr.V6(0xff02000000000000, 0x00000001ff000001), 2), (group.InterfaceIndex, group.Group, group.Users));
    }

    [Fact]
    public void Any_bytes_are_a_row_with_a_name_or_none() =>
        Gen.Select(Gen.Int[0, 150], Gen.OneOf(Gen.Char["\t :0F-Zx"].Select(static c => (byte)c), Gen.Byte)).Array[0, 6].Sample(changes =>
        {
            ProcNetIgmpDecoder igmp = default;
            foreach (string text in new[] { Dev, Address6, Group6, "3\teth0      :     1      V3", "\t\t\t\t010000E0     7 0:00000000\t\t0" })
            {
                byte[] line = Encoding.ASCII.GetBytes(text);
                foreach ((int at, byte value) in changes) line[at % line.Length] = value;
                GroupEntry group = default;
                Assert.InRange(ProcNetDevDecoder.Decode(line, out _).Length, 0, 15);
                Assert.InRange(ProcNetIfInet6Decoder.Decode(line, out _, out _).Length, 0, 15);
                if (ProcNetIgmp6Decoder.TryDecode(line, ref group)) Assert.NotEqual(0, group.Interface.Length);
                if (igmp.TryDecode(line, ref group, out bool isGroup) && isGroup) Assert.NotEqual(0, group.Interface.Length);
            }
        }, iter: 10_000);
}
