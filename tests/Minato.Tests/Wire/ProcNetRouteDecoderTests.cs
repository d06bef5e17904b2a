using System.Text;
using CsCheck;
using Minato.Model;
using Minato.Model.Network;
using Minato.Wire;

namespace Minato.Tests.Wire;

public sealed class ProcNetRouteDecoderTests
{
    private const string Line = "eth0\t0002A8C0\t0101A8C0\t0003\t0\t0\t100\t00FFFFFF\t1400\t8192\t300";
    private const string Line6 =
        "20010db8000000000000000000000000 40 20010db8000900000000000000000000 30 fe800000000000000000fffe00000001 00000400 00000002 00000003 00450003     eth0";

    [Fact]
    public void An_IPv4_line_is_read_as_the_kernel_writes_it()
    {
        Assert.True(TryV4(Line.PadRight(127), out RouteEntry route));
        Assert.Equal("eth0"u8, route.Interface);
        Assert.Equal((IpAddr.V4(0xC0A80200), 24, IpAddr.V4(0xC0A80101)), (route.Destination, route.PrefixLength, route.Gateway));
        Assert.Equal((RouteFlags.Up | RouteFlags.Gateway, 100, 0, 0), (route.Flags, route.Metric, route.References, route.Use));
        Assert.Equal((1400, 8192, 300), (route.Mss, route.Window, route.Irtt));
    }

    [Fact]
    public void An_IPv6_line_is_read_as_the_kernel_writes_it()
    {
        Assert.True(TryV6(Line6, out RouteEntry route));
        Assert.Equal("eth0"u8, route.Interface);
        Assert.Equal((IpAddr.V6(0x20010db800000000, 0), 64), (route.Destination, route.PrefixLength));
        Assert.Equal((IpAddr.V6(0x20010db800090000, 0), 48), (route.Source, route.SourcePrefixLength));
        Assert.Equal(IpAddr.V6(0xfe80000000000000, 0x0000fffe00000001), route.Gateway);
        Assert.Equal((1024, 2, 3), (route.Metric, route.References, route.Use));
        Assert.Equal(RouteFlags.Up | RouteFlags.Gateway | RouteFlags.Default | RouteFlags.AddrConf | RouteFlags.Expires, route.Flags);
    }

    [Fact]
    public void A_route_without_an_interface_has_a_star() => Assert.True(TryV4("*\t00000000\t00000000\t0201\t0\t0\t0\t00000000\t0\t0\t0", out _));

    [Fact]
    public void Numbers_above_two_thousand_million_wrap_as_they_do_for_the_kernel()
    {
        Assert.True(TryV4("a\t0\t0\t1\t0\t0\t4294967295\t0\t0\t0\t0", out RouteEntry route));
        Assert.Equal(-1, route.Metric);
        Assert.True(TryV4("a\t0\t0\t1\t0\t0\t-1\t0\t0\t0\t0", out route));
        Assert.Equal(-1, route.Metric);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT")]
    [InlineData("eth0\t0002A8C0\t0101A8C0\t0003\t0\t0\t100\t00FFFFFF\t1400\t8192")]
    [InlineData("eth0\t0002A8C0\t0101A8C0\t0003\t0\t0\t100\t00FFFFFF\t1400\t8192\t300\t7")]
    [InlineData("eth0\t0002A8C01\t0101A8C0\t0003\t0\t0\t100\t00FFFFFF\t1400\t8192\t300")]
    [InlineData("eth0\t0002A8C0\t0101A8C0\t0003\t0\t0\t100\t00FF00FF\t1400\t8192\t300")]
    [InlineData("eth0\t0002A8C0\t0101A8C0\t0003\t0\t0\t99999999999\t00FFFFFF\t1400\t8192\t300")]
    [InlineData("sixteen-letters0\t0002A8C0\t0101A8C0\t0003\t0\t0\t100\t00FFFFFF\t1400\t8192\t300")]
    public void An_IPv4_line_that_is_not_whole_is_no_row(string line) => Assert.False(TryV4(line, out _));

    [Theory]
    [InlineData("")]
    [InlineData("20010db8000000000000000000000000 81 00000000000000000000000000000000 00 00000000000000000000000000000000 00000400 00000002 00000003 00000003 eth0")]
    [InlineData("20010db800000000000000000000000 40 00000000000000000000000000000000 00 00000000000000000000000000000000 00000400 00000002 00000003 00000003 eth0")]
    [InlineData("20010db8000000000000000000000000 40 00000000000000000000000000000000 00 00000000000000000000000000000000 00000400 00000002 00000003 00000003")]
    [InlineData("20010db8000000000000000000000000 40 00000000000000000000000000000000 00 0000000000000000000000000000000g 00000400 00000002 00000003 00000003 eth0")]
    public void An_IPv6_line_that_is_not_whole_is_no_row(string line) => Assert.False(TryV6(line, out _));

    [Fact]
    public void Any_bytes_are_a_route_with_an_interface_or_none() =>
        Gen.Select(Gen.Int[0, 150], Gen.OneOf(Gen.Char["\t :0F-Zx"].Select(static c => (byte)c), Gen.Byte)).Array[0, 6].Sample(changes =>
        {
            foreach (string text in new[] { Line, Line6 })
            {
                byte[] line = Encoding.ASCII.GetBytes(text);
                foreach ((int at, byte value) in changes) line[at % line.Length] = value;
                RouteEntry route = default;
                if (ProcNetRouteDecoder.TryDecode(line, ref route)) Assert.InRange(route.Interface.Length, 1, 15);
                if (ProcNetRoute6Decoder.TryDecode(line, ref route)) Assert.InRange(route.Interface.Length, 1, 15);
            }
        }, iter: 10_000);

    private static bool TryV4(string line, out RouteEntry route)
    {
        route = default;
        return ProcNetRouteDecoder.TryDecode(Encoding.ASCII.GetBytes(line), ref route);
    }

    private static bool TryV6(string line, out RouteEntry route)
    {
        route = default;
        return ProcNetRoute6Decoder.TryDecode(Encoding.ASCII.GetBytes(line), ref route);
    }
}
