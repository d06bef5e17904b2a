using System.Collections.Generic;
using System.Net;
using System.Text;
using Minato.Model;
using Minato.Model.Network;
using Minato.Rendering;
using Minato.Rendering.Netstat;
using Minato.Rendering.Netstat.MacOs;

namespace Minato.Tests.Rendering.Netstat.MacOs;

/// <summary>Routes, interfaces, groups and traffic beside published captures of macOS 11 to 26.</summary>
public sealed class MacOsNetworkTests
{
    private readonly InterfaceEntry[] _interfaces = [Loopback(), Ethernet()];

    [Theory]
    [InlineData("0.0.0.0", 0, "default")]
    [InlineData("127.0.0.0", 8, "127")]
    [InlineData("169.254.0.0", 16, "169.254")]
    [InlineData("172.29.0.0", 16, "172.29")]
    [InlineData("192.168.1.0", 24, "192.168.1")]
    [InlineData("192.168.1.221", 32, "192.168.1.221/32")]
    [InlineData("224.0.0.0", 4, "224.0.0/4")]
    [InlineData("10.242.0.0", 16, "10.242/16")]
    [InlineData("10.1.1.0", 24, "10.1.1/24")]
    [InlineData("10.0.0.0", 16, "10/16")]
    [InlineData("100.64.0.0", 10, "100.64/10")]
    [InlineData("172.16.17.128", 27, "172.16.17.128/27")]
    [InlineData("0.0.0.0", 1, "0/1")]
    [InlineData("128.0.0.0", 1, "128.0/1")]
    public void Networks_are_written_as_published(string network, int prefix, string expected)
    {
        MemoryOutput output = new();
        Utf8Sink sink = new(output);
        MacOsNetworkText.AppendV4(sink, (uint)IpAddr.FromBytes(IPAddress.Parse(network).GetAddressBytes()).Low, prefix);
        sink.Flush();

        Assert.Equal(expected, output.Text);
    }

    [Fact]
    public void Routes_stand_where_the_published_ones_do() => Assert.Equal(
        """
        Routing tables

        Internet:
        Destination        Gateway            Flags               Netif Expire
        default            192.168.1.1        UG                    en0       
        192.168.1          link#11            U                     en0       
        192.168.1.7        link#11            UH                    en0       
        10.9/16            link#1             UR                    lo0      !
        224.0.0/4          link#11            Um                    en0       

        Internet6:
        Destination                             Gateway                                 Flags               Netif Expire
        default                                 fe80::1%en0                             UG                    en0      -
        fe80::%en0/64                           link#11                                 U                     en0       
        ::1                                     link#1                                  UH                    lo0       

        """, Routes(new MacOsRouteWishes { Numeric = true }), ignoreLineEndingDifferences: true);

    [Fact]
    public void References_uses_and_sizes_come_with_l() => Assert.Equal(
        """
        Destination        Gateway            Flags        Refs      Use    Mtu          Netif Expire
        default            192.168.1.1        UG              2       40   1500            en0       
        """, string.Join('\n', Routes(new MacOsRouteWishes { Numeric = true, Long = true }).Split('\n')[3..5]), ignoreLineEndingDifferences: true);

    [Fact]
    public void IPv6_routes_are_cut_without_n_and_l()
    {
        string[] lines = Routes(new MacOsRouteWishes()).Split('\n');

        Assert.Equal("Destination        Gateway            Flags               Netif Expire", lines[11]);
        Assert.Equal("fe80::%en0         link#11            U                     en0       ", lines[13]);
    }

    [Fact]
    public void Cloned_routes_are_shown_with_a_alone()
    {
        Assert.DoesNotContain("2001:db8::9", Routes(new MacOsRouteWishes { Numeric = true }), System.StringComparison.Ordinal);
        Assert.Contains("2001:db8::9                             fe80::1%en0                             UGHW", Routes(new MacOsRouteWishes { Numeric = true, All = true }), System.StringComparison.Ordinal);
    }

    [Fact]
    public void Names_stand_for_hosts_and_networks_in_more_routes_than_wait_at_a_time()
    {
        MemoryOutput output = new();
        Utf8Sink sink = new(output);
        Names names = new();
        MacOsRouteTable table = new(sink, new MacOsRouteWishes(), _interfaces, names);
        for (int i = 0; i < 300; i++) table.Accept(Route("192.168.1.7", 32, "192.168.1.1", RouteFlags.Up | RouteFlags.Host | RouteFlags.Gateway));
        table.Accept(Route("192.168.1.0", 24, null, RouteFlags.Up));
        table.End();
        sink.Flush();
        string[] rows = output.Text.Split('\n')[3..^1];

        Assert.Equal(301, rows.Length);
        Assert.StartsWith("host-of-192.168.1. host-of-192.168.1. UGH ", rows[299], System.StringComparison.Ordinal);
        Assert.StartsWith("net\\x1b            link#11 ", rows[300], System.StringComparison.Ordinal);
    }

    [Fact]
    public void Interfaces_stand_where_the_published_ones_do() => Assert.Equal(
        """
        Name       Mtu   Network       Address            Ipkts Ierrs     Ibytes    Opkts Oerrs     Obytes  Coll
        lo0        16384 <Link#1>                      34015897     0 28790372335 34015897     0 28790372335     0
        lo0        16384 127           127.0.0.1       34015897     - 28790372335 34015897     - 28790372335     -
        lo0        16384 ::1/128     ::1               34015897     - 28790372335 34015897     - 28790372335     -
        en0*       1500  <Link#11>   f2:ae:70:4b:66:79 63307213     3 51277090577 41595030     4 16701331635     5
        en0*       1500  fe80::1c2f: fe80::1c2f:441d:a 63307213     - 51277090577 41595030     - 16701331635     -
        en0*       1500  192.168.8     192.168.8.118   63307213     - 51277090577 41595030     - 16701331635     -

        """, Interfaces(new MacOsInterfaceWishes { Bytes = true }), ignoreLineEndingDifferences: true);

    [Fact]
    public void Drops_come_last()
    {
        string[] lines = Interfaces(new MacOsInterfaceWishes { Drops = true }).Split('\n');

        Assert.EndsWith("  Coll  Drop", lines[0], System.StringComparison.Ordinal);
        Assert.EndsWith("     5     6", lines[4], System.StringComparison.Ordinal);
    }

    [Fact]
    public void Groups_stand_below_the_first_address_of_their_family()
    {
        string[] lines = Interfaces(new MacOsInterfaceWishes { All = true }).Split('\n');

        Assert.StartsWith("lo0        16384 127 ", lines[2], System.StringComparison.Ordinal);
        Assert.Equal("                             224.0.0.1", lines[3]);
        Assert.StartsWith("en0*       1500  fe80", lines[6], System.StringComparison.Ordinal);
        Assert.Equal(["                             ff02::fb", "                             ff05::2"], lines[7..9]);
    }

    [Fact]
    public void Memberships_have_a_section_for_the_link_layer_and_each_family()
    {
        MemoryOutput output = new();
        Utf8Sink sink = new(output);
        MacOsGroupTable table = new(sink, _interfaces, only: null);
        table.Append([new LinkGroupEntry("en0"u8.ToArray(), 11, [1, 0, 0x5e, 0, 0, 0xfb], 1), new LinkGroupEntry("ib0"u8.ToArray(), 12, [0, 0xff], 1)]);
        foreach (GroupEntry group in Groups()) Assert.True(table.Accept(in group));
        sink.Flush();

        Assert.Equal(
            "Link-layer Multicast Memberships\nGroup               \tLink-layer Address\tNetif\n"
            + "1:0:5e:0:0:fb       \t<none>          \ten0\n"
            + "0:ff                \t<none>          \tib0\n\n"
            + "IPv4 Multicast Memberships\nGroup               \tLink-layer Address\tNetif\n"
            + "224.0.0.1           \t<none>          \tlo0\n"
            + "224.0.0.251         \t1:0:5e:0:0:fb   \ten0\n\n"
            + "IPv6 Multicast Memberships\nGroup               \tLink-layer Address\tNetif\n"
            + "ff02::fb%en0        \t33:33:0:0:0:fb  \ten0\n"
            + "ff05::2             \t33:33:0:0:0:2   \ten0\n", output.Text);
    }

    [Fact]
    public void Traffic_is_a_line_of_differences_under_the_published_headings()
    {
        MemoryOutput output = new();
        Utf8Sink sink = new(output);
        MacOsTrafficTable table = new(sink, card: null, hasDrops: false);
        InterfaceCounters counters = new() { ReceivedPackets = 100, ReceivedBytes = 9000, SentPackets = 200, SentBytes = 8000 };
        table.Begin(in counters);
        counters = new() { ReceivedPackets = 136, ReceivedBytes = 13_522, SentPackets = 234, SentBytes = 12_402 };
        table.Append(in counters);
        sink.Flush();

        Assert.Equal(
            """
                        input        (Total)           output
               packets  errs      bytes    packets  errs      bytes colls
                    36     0       4522         34     0       4402     0

            """, output.Text, ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Headings_of_traffic_come_again_after_a_page()
    {
        MemoryOutput output = new();
        Utf8Sink sink = new(output);
        MacOsTrafficTable table = new(sink, "en0"u8.ToArray(), hasDrops: true);
        InterfaceCounters counters = default;
        table.Begin(in counters);
        for (int i = 0; i < 21; i++) table.Append(in counters);
        sink.Flush();
        string[] lines = output.Text.Split('\n')[..^1];

        Assert.Equal(25, lines.Length);
        Assert.Equal("            input          (en0)           output", lines[22]);
        Assert.EndsWith(" colls drops", lines[23], System.StringComparison.Ordinal);
    }

    [Fact]
    public void An_interface_made_anew_counts_from_zero()
    {
        MemoryOutput output = new();
        Utf8Sink sink = new(output);
        MacOsTrafficTable table = new(sink, card: null, hasDrops: false);
        InterfaceCounters counters = new() { ReceivedPackets = 100 };
        table.Begin(in counters);
        counters = new() { ReceivedPackets = 7 };
        table.Append(in counters);
        sink.Flush();

        Assert.StartsWith("         7     0 ", output.Text.Split('\n')[2], System.StringComparison.Ordinal);
    }

    [Fact]
    public void Names_of_interfaces_can_drive_no_terminal()
    {
        const string Hostile = "en\e[1m\n";
        _interfaces[1] = new InterfaceEntry { Name = Encoding.ASCII.GetBytes(Hostile), Index = 11, HasLink = true, Counters = default(InterfaceCounters) };
        _interfaces[1].Addresses.Add(Address("fe80::1", 64));
        MemoryOutput output = new();
        Utf8Sink sink = new(output);
        new MacOsGroupTable(sink, _interfaces, only: null).Accept(Group("ff02::fb", Hostile));
        new MacOsRouteTable(sink, new MacOsRouteWishes { Numeric = true }, _interfaces, names: null).Accept(Route("fe80::", 64, null, RouteFlags.Up, Hostile));
        new MacOsTrafficTable(sink, _interfaces[1].Name, hasDrops: false).Begin(default);
        sink.Flush();

        Assert.DoesNotContain('\e', output.Text + Interfaces(new MacOsInterfaceWishes { All = true }));
        Assert.DoesNotContain("\n\n\n", output.Text, System.StringComparison.Ordinal);
    }

    private static InterfaceEntry Loopback()
    {
        InterfaceEntry entry = new()
        {
            Name = "lo0"u8.ToArray(),
            Index = 1,
            HasLink = true,
            Mtu = 16384,
            HardwareType = 772,
            HardwareAddress = new byte[6],
            Flags = InterfaceFlags.Up | InterfaceFlags.Loopback,
            Counters = new InterfaceCounters { ReceivedPackets = 34015897, ReceivedBytes = 28790372335, SentPackets = 34015897, SentBytes = 28790372335 },
        };
        entry.Addresses.Add(Address("127.0.0.1", 8));
        entry.Addresses.Add(Address("::1", 128));
        return entry;
    }

    private static InterfaceEntry Ethernet()
    {
        InterfaceEntry entry = new()
        {
            Name = "en0"u8.ToArray(),
            Index = 11,
            HasLink = true,
            Mtu = 1500,
            HardwareType = 1,
            HardwareAddress = [0xf2, 0xae, 0x70, 0x4b, 0x66, 0x79],
            Counters = new InterfaceCounters
            {
                ReceivedPackets = 63307213,
                ReceiveErrors = 3,
                ReceivedBytes = 51277090577,
                SentPackets = 41595030,
                SendErrors = 4,
                SentBytes = 16701331635,
                Collisions = 5,
                SendDropped = 6,
            },
        };
        entry.Addresses.Add(Address("fe80::1c2f:441d:aaaa:bbbb", 64));
        entry.Addresses.Add(Address("192.168.8.118", 24));
        return entry;
    }

    private static InterfaceAddress Address(string address, byte prefix) => new(Ip(address), prefix, null, null, 0, 0);

    private static IpAddr Ip(string address) => IpAddr.FromBytes(IPAddress.Parse(address).GetAddressBytes());

    private static List<GroupEntry> Groups() => [Group("224.0.0.1", "lo0"), Group("224.0.0.251", "en0"), Group("ff02::fb", "en0"), Group("ff05::2", "en0")];

    private static GroupEntry Group(string group, string card)
    {
        GroupEntry entry = new() { Group = Ip(group) };
        entry.InterfaceName.Set(Encoding.ASCII.GetBytes(card));
        return entry;
    }

    private static RouteEntry Route(string destination, byte prefix, string? gateway, RouteFlags flags, string card = "en0")
    {
        IpAddr address = Ip(destination);
        RouteEntry route = new()
        {
            DestinationAddress = address,
            PrefixLength = prefix,
            Flags = flags,
            GatewayAddress = gateway is null ? address.IsV6 ? IpAddr.V6(0, 0) : IpAddr.V4(0) : Ip(gateway),
            References = 2,
            Use = 40,
        };
        route.InterfaceName.Set(Encoding.ASCII.GetBytes(card));
        return route;
    }

    private string Routes(MacOsRouteWishes wishes)
    {
        MemoryOutput output = new();
        Utf8Sink sink = new(output);
        MacOsRouteTable table = new(sink, wishes, _interfaces, names: null);
        table.AppendTitle();
        RouteEntry[] routes =
        [
            Route("0.0.0.0", 0, "192.168.1.1", RouteFlags.Up | RouteFlags.Gateway),
            Route("192.168.1.0", 24, null, RouteFlags.Up),
            Route("192.168.1.7", 32, null, RouteFlags.Up | RouteFlags.Host),
            Route("10.9.0.0", 16, null, RouteFlags.Up | RouteFlags.Reject, "lo0"),
            Route("224.0.0.0", 4, null, RouteFlags.Up),
            Route("::", 0, "fe80::1", RouteFlags.Up | RouteFlags.Gateway | RouteFlags.Expires),
            Route("fe80::", 64, null, RouteFlags.Up),
            Route("2001:db8::9", 128, "fe80::1", RouteFlags.Up | RouteFlags.Gateway | RouteFlags.Cache),
            Route("::1", 128, null, RouteFlags.Up, "lo0"),
        ];
        foreach (RouteEntry route in routes) Assert.True(table.Accept(in route));
        table.End();
        sink.Flush();
        return output.Text;
    }

    private string Interfaces(MacOsInterfaceWishes wishes)
    {
        MemoryOutput output = new();
        Utf8Sink sink = new(output);
        MacOsInterfaceTable table = new(sink, wishes, names: null);
        table.AppendHeader();
        foreach (InterfaceEntry entry in _interfaces) table.Append(entry, Groups());
        sink.Flush();
        return output.Text;
    }

    private sealed class Names : IAddressNames
    {
        public void Want(in IpAddr host)
        {
        }

        public void Settle()
        {
        }

        public bool TryHost(in IpAddr host, out System.ReadOnlySpan<byte> name)
        {
            name = Encoding.ASCII.GetBytes("host-of-" + host.ToIPAddress());
            return true;
        }

        public bool TryNetwork(in IpAddr network, out System.ReadOnlySpan<byte> name)
        {
            name = "net\e"u8;
            return network.Low == 0xC0A80100;
        }
    }
}
