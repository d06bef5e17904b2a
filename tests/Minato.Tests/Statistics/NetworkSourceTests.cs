using System;
using System.Collections.Generic;
using System.Text;
using Minato.Model;
using Minato.Model.Network;
using Minato.Statistics;
using Minato.Tests.Sources;

namespace Minato.Tests.Statistics;

/// <summary>Routes, interfaces and groups of a copied /proc.</summary>
public sealed class NetworkSourceTests
{
    private const string Heading = "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT   \n";
    private const string Default = "eth0\t00000000\t010200C0\t0003\t0\t0\t0\t00000000\t0\t0\t0   \n";
    private const string Local = "eth1\t000200C0\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0   \n";
    private const string Default6 =
        "00000000000000000000000000000000 00 00000000000000000000000000000000 00 00000000000000000000000000000000 ffffffff 00000001 00000000 00200200       lo\n";

    private const string Dev = """
        Inter-|   Receive                                                |  Transmit
         face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed
            lo:       1       2    0    0    0     0          0         0        1       2    0    0    0     0       0          0
          eth0:       3       4    0    0    0     0          0         0        5       6    0    0    0     0       0          0

        """;

    [Fact]
    public void Both_tables_of_routes_are_read_and_IPv4_comes_first()
    {
        using FixtureRoot root = new FixtureRoot().With("route", Heading + Default + Local).With("ipv6_route", Default6);
        (List<string> routes, SocketReport report) = Routes(root, IpFamilies.Both);
        Assert.Equal(["eth0/0", "eth1/24", "lo/0"], routes);
        Assert.Equal((3L, 0L, 0), (report.Rows, report.DamagedRows, report.Unavailable.Count));
    }

    [Fact]
    public void A_damaged_row_between_others_is_counted_and_left_out()
    {
        using FixtureRoot root = new FixtureRoot().With("route", Heading + Default + "\0\u001b[31mgarbage\n" + Local);
        (List<string> routes, SocketReport report) = Routes(root, IpFamilies.V4);
        Assert.Equal(["eth0/0", "eth1/24"], routes);
        Assert.Equal(1, report.DamagedRows);
    }

    [Fact]
    public void A_row_that_breaks_off_is_counted_and_left_out()
    {
        using FixtureRoot root = new FixtureRoot().With("route", Heading + Default + Local.TrimEnd());
        (List<string> routes, SocketReport report) = Routes(root, IpFamilies.V4);
        Assert.Equal(["eth0/0"], routes);
        Assert.Equal(1, report.DamagedRows);
    }

    [Fact]
    public void A_line_longer_than_any_table_has_is_one_damaged_row()
    {
        using FixtureRoot root = new FixtureRoot().With("route", Heading + Default + new string('x', 100_000) + "\n" + Local);
        (List<string> routes, SocketReport report) = Routes(root, IpFamilies.V4);
        Assert.Equal(["eth0/0", "eth1/24"], routes);
        Assert.Equal(1, report.DamagedRows);
    }

    [Fact]
    public void A_file_without_its_heading_gives_all_its_rows()
    {
        using FixtureRoot root = new FixtureRoot().With("route", Default + Local);
        Assert.Equal(["eth0/0", "eth1/24"], Routes(root, IpFamilies.V4).Routes);
    }

    [Fact]
    public void A_file_that_is_not_there_is_said_with_its_reason()
    {
        using FixtureRoot root = new FixtureRoot().With("route", Heading);
        SocketReport report = Routes(root, IpFamilies.Both).Report;
        Unavailable missing = Assert.Single(report.Unavailable);
        Assert.Equal(("IPv6 routes", "No such file or directory", true), (missing.What, missing.Why, missing.IsWholeTable));
    }

    [Fact]
    public void Interfaces_of_a_copied_tree_have_names_counters_and_IPv6_addresses()
    {
        using FixtureRoot root = new FixtureRoot().With("dev", Dev)
            .With("if_inet6", "fe80000000000000000000fffe000001 03 40 20 80     eth0\nfe80000000000000000000fffe000002 04 40 20 80     gone\n");
        InterfaceEntry[] interfaces = InterfaceSource.Read(root.Path, IpFamilies.Both, out SocketReport report);
        Assert.Equal(["lo", "eth0"], Array.ConvertAll(interfaces, entry => Encoding.ASCII.GetString(entry.Name)));
        Assert.Equal(6ul, interfaces[1].Counters!.Value.SentPackets);
        Assert.Equal(253, Assert.Single(interfaces[1].Addresses).Scope);
        Assert.False(interfaces[0].HasLink);
        Assert.Equal("/proc has no flags, MTU, hardware and IPv4 addresses of them", Assert.Single(report.Unavailable).Why);
    }

    [Fact]
    public void Groups_of_both_families_are_read()
    {
        using FixtureRoot root = new FixtureRoot()
            .With("igmp", "Idx\tDevice    : Count Querier\tGroup    Users Timer\tReporter\n3\teth0      :     1      V3\n\t\t\t\t010000E0     7 0:00000000\t\t0\n")
            .With("igmp6", "3    eth0            ff0200000000000000000001ff000001     2 00000004 0\n");
        GroupNames groups = new();
        SocketReport report = GroupSource.Read(root.Path, IpFamilies.Both, groups);
        Assert.Equal(["eth0 7 224.0.0.1", "eth0 2 ff02::1:ff00:1"], groups.Seen);
        Assert.Equal(0, report.DamagedRows);
    }

    private static (List<string> Routes, SocketReport Report) Routes(FixtureRoot root, IpFamilies families)
    {
        RouteNames names = new();
        SocketReport report = RouteSource.Read(root.Path, families, names);
        return (names.Seen, report);
    }

    private sealed class RouteNames : IRouteConsumer
    {
        public List<string> Seen { get; } = [];

        public bool Accept(in RouteEntry route)
        {
            Seen.Add($"{Encoding.ASCII.GetString(route.Interface)}/{route.PrefixLength}");
            return true;
        }
    }

    private sealed class GroupNames : IGroupConsumer
    {
        public List<string> Seen { get; } = [];

        public bool Accept(in GroupEntry group)
        {
            Seen.Add($"{Encoding.ASCII.GetString(group.Interface)} {group.Users} {group.Group.ToIPAddress()}");
            return true;
        }
    }
}
