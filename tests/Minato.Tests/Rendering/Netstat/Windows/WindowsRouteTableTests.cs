using System;
using System.Net;
using System.Text;
using Minato.Model;
using Minato.Model.Network;
using Minato.Rendering;
using Minato.Rendering.Netstat.Windows;

namespace Minato.Tests.Rendering.Netstat.Windows;

public sealed class WindowsRouteTableTests
{
    private static readonly InterfaceEntry[] Interfaces =
    [
        Card(1, "lo", hardware: "000000000000", type: 772, "127.0.0.1/8"),
        Card(2, "eth0", hardware: "02fc0000a0ff", type: 1, "192.168.1.10/24", "10.0.0.5/8"),
        Card(128, "wg0", hardware: "", type: 65534),
        Card(12, "x\e[31mén", hardware: "00000000000000e0", type: 1),
        Card(13, "ib0", hardware: "a0000248fe80000000000000248a070300a1b2c3", type: 32),
    ];

    [Fact]
    public void The_whole_listing_is_the_recorded_one() => Golden.Matches("netstat-windows-routes", Write(V4(), V6()));

    [Fact]
    public void On_Windows_every_line_ends_with_a_carriage_return_and_a_line_feed()
    {
        string there = Write(V4(), V6(), hasCarriageReturn: true);

        Assert.Equal(Write(V4(), V6()), there.Replace("\r\n", "\n", StringComparison.Ordinal));
        Assert.Equal(there.Split('\n').Length, there.Split("\r\n").Length);
    }

    [Fact]
    public void The_cells_of_an_IPv4_route_end_where_those_of_Windows_do()
    {
        // Destination, mask, gateway, interface, metric, as published captures of Windows 7 to 10 have them.
        (int End, string Text)[] cells = [(17, "0.0.0.0"), (34, "0.0.0.0"), (51, "192.168.1.1"), (68, "192.168.1.10"), (75, "35")];
        string row = Lines(Write(V4(), []), "192.168.1.1 ")[0];

        Assert.Equal(75, row.Length);
        foreach ((int end, string text) in cells) Assert.EndsWith(" " + text, row[..end], StringComparison.Ordinal);
    }

    [Fact]
    public void On_link_ends_a_column_earlier_than_a_gateway()
    {
        string row = Lines(Write(V4(), []), "192.168.1.0 ")[0];

        Assert.EndsWith(" On-link", row[..50], StringComparison.Ordinal);
        Assert.Equal(' ', row[50]);
    }

    [Fact]
    public void The_interface_of_a_gateway_is_the_address_in_its_network() =>
        Assert.Contains("10.0.0.5", Lines(Write(V4(), []), "10.1.2.3")[0], StringComparison.Ordinal);

    [Fact]
    public void An_IPv6_destination_that_does_not_fit_has_its_gateway_on_the_next_line()
    {
        string[] lines = Write([], V6()).Split('\n');
        int long128 = Array.FindIndex(lines, line => line.EndsWith("6666/128", StringComparison.Ordinal));

        Assert.Equal("  2    256 2001:db8:1111:2222:3333:4444:5555:6666/128", lines[long128]);
        Assert.Equal(new string(' ', 36) + "On-link", lines[long128 + 1]);
        Assert.Contains("  2   1024 ::/0                     fe80::1", lines, StringComparer.Ordinal);
        Assert.Contains("  2    256 1234:5678:9abc:def0::/64 On-link", lines, StringComparer.Ordinal);
    }

    [Fact]
    public void The_kernels_own_end_of_the_IPv6_table_is_no_route()
    {
        string text = Write([], [Route("::", 0, "::", "lo", -1, RouteFlags.Reject)]);

        Assert.Contains("IPv6 Route Table\n" + new string('=', 75) + "\nActive Routes:\n  None\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("4294967295", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_without_routes_says_so() => Assert.Equal(2, CountOf(Write([], []), "Active Routes:\n  None\n="));

    private static RouteEntry[] V4() =>
    [
        Route("0.0.0.0", 0, "192.168.1.1", "eth0", 35),
        Route("10.0.0.0", 8, "10.1.2.3", "eth0", 100),
        Route("192.168.1.0", 24, "0.0.0.0", "eth0", 256),
        Route("172.16.0.0", 12, "0.0.0.0", "wg0", 0),
        Route("198.51.100.7", 32, "0.0.0.0", "*", 0, RouteFlags.Reject | RouteFlags.Host),
        Route("203.0.113.0", 24, "0.0.0.0", "ev\e[1mil", 4_000_000),
    ];

    private static RouteEntry[] V6() =>
    [
        Route("::", 0, "fe80::1", "eth0", 1024, RouteFlags.Gateway),
        Route("::1", 128, "::", "lo", 256),
        Route("1234:5678:9abc:def0::", 64, "::", "eth0", 256),
        Route("2001:db8:1111:2222:3333:4444:5555:6666", 128, "::", "eth0", 256),
        Route("2001:db8:1111:2222:3333:4444:5555:7777", 128, "fe80::2", "gone0", 4096, RouteFlags.Gateway),
        Route("ff00::", 8, "::", "wg0", 256),
        Route("::", 0, "::", "lo", -1, RouteFlags.Reject),
    ];

    private static string Write(RouteEntry[] v4, RouteEntry[] v6, bool hasCarriageReturn = false)
    {
        MemoryOutput output = new();
        Utf8Sink sink = new(output);
        WindowsRouteTable table = new(sink, new WindowsInterfaces(Interfaces), hasCarriageReturn);
        table.AppendInterfaces();
        foreach (bool isV6 in new[] { false, true })
        {
            table.Begin(isV6);
            foreach (ref readonly RouteEntry route in (isV6 ? v6 : v4).AsSpan()) Assert.True(table.Accept(in route));
            table.End();
        }

        Assert.True(sink.Flush());
        return output.Text;
    }

    private static string[] Lines(string text, string part) => Array.FindAll(text.Split('\n'), line => line.Contains(part, StringComparison.Ordinal));

    private static int CountOf(string text, string part) => text.Split(part).Length - 1;

    private static RouteEntry Route(string destination, byte prefix, string gateway, string card, int metric, RouteFlags flags = RouteFlags.Up)
    {
        RouteEntry route = new()
        {
            DestinationAddress = Address(destination),
            PrefixLength = prefix,
            GatewayAddress = Address(gateway),
            Metric = metric,
            Flags = flags,
        };
        route.InterfaceName.Set(Encoding.UTF8.GetBytes(card));
        return route;
    }

    private static InterfaceEntry Card(uint index, string name, string hardware, ushort type, params string[] addresses)
    {
        InterfaceEntry card = new()
        {
            Index = index,
            Name = Encoding.UTF8.GetBytes(name),
            HasLink = true,
            HardwareType = type,
            HardwareAddress = Convert.FromHexString(hardware),
        };
        foreach (string address in addresses)
        {
            string[] parts = address.Split('/');
            card.Addresses.Add(new InterfaceAddress(Address(parts[0]), byte.Parse(parts[1], null), null, null, 0, 0));
        }

        return card;
    }

    private static IpAddr Address(string text) => IpAddr.FromBytes(IPAddress.Parse(text).GetAddressBytes());
}
