using System;
using System.IO;
using Minato.Model;
using Minato.Naming;
using Minato.Rendering;
using Minato.Rendering.Netstat;
using Minato.Rendering.Netstat.Linux;
using Minato.Statistics;
using Minato.Tests.Architecture;

namespace Minato.Tests.Rendering;

/// <summary>
/// The files in Expected/network are what netstat of net-tools 2.10 printed of Fixtures/Network when that was its /proc/net,
/// /etc/hosts and /etc/networks.
/// </summary>
public sealed class LinuxNetworkTablesTests : IDisposable
{
    private readonly MemoryOutput _output = new();
    private readonly FixtureNames _names = new();
    private readonly Utf8Sink _sink;

    public LinuxNetworkTablesTests() => _sink = new Utf8Sink(_output);

    private static string Root => Path.Combine(SourceTree.Root, "tests/Minato.Tests/Fixtures/Network");

    [Theory]
    [InlineData("rn", LinuxRouteColumns.Plain, false)]
    [InlineData("rne", LinuxRouteColumns.Extended, false)]
    [InlineData("rnee", LinuxRouteColumns.Full, false)]
    [InlineData("rneee", LinuxRouteColumns.None, false)]
    [InlineData("r", LinuxRouteColumns.Plain, true)]
    [InlineData("re", LinuxRouteColumns.Extended, true)]
    [InlineData("ree", LinuxRouteColumns.Full, true)]
    public void IPv4_routes_are_as_netstat_prints_them(string expected, object columns, bool hasNames)
    {
        LinuxRouteTable table = new(_sink, (LinuxRouteColumns)columns, hasNames ? _names : null);
        RouteSource.Read(Root, IpFamilies.V4, table);
        table.End();
        Matches(expected);
    }

    [Theory]
    [InlineData("rn6", false, false)]
    [InlineData("r6", false, true)]
    [InlineData("rn6C", true, false)]
    public void IPv6_routes_are_as_netstat_prints_them(string expected, bool isCache, bool hasNames)
    {
        LinuxRoute6Table table = new(_sink, isCache, hasNames ? _names : null);
        RouteSource.Read(Root, IpFamilies.V6, table);
        table.End();
        Matches(expected);
    }

    [Theory]
    [InlineData("gn", false)]
    [InlineData("g", true)]
    public void Groups_are_as_netstat_prints_them(string expected, bool hasNames)
    {
        LinuxGroupTable table = new(_sink, hasNames ? _names : null);
        GroupSource.Read(Root, IpFamilies.Both, table);
        table.End();
        Matches(expected);
    }

    [Theory]
    [InlineData("3.10")]
    [InlineData("4.19")]
    [InlineData("5.15")]
    [InlineData("6.1")]
    [InlineData("6.18")]
    public void The_files_of_every_kernel_are_read_as_netstat_reads_them(string kernel)
    {
        string root = Path.Combine(Root, "kernels", kernel);
        LinuxRouteTable routes = new(_sink, LinuxRouteColumns.Plain, names: null);
        SocketReport report = RouteSource.Read(root, IpFamilies.V4, routes);
        routes.End();
        foreach (bool isCache in new[] { false, true })
        {
            LinuxRoute6Table table = new(_sink, isCache, names: null);
            report.DamagedRows += RouteSource.Read(root, IpFamilies.V6, table).DamagedRows;
            table.End();
        }

        LinuxGroupTable groups = new(_sink, names: null);
        report.DamagedRows += GroupSource.Read(root, IpFamilies.Both, groups).DamagedRows;
        groups.End();
        Matches("linux-" + kernel);
        Assert.Equal((0L, 0), (report.DamagedRows, report.Unavailable.Count));
    }

    public void Dispose() => _names.Dispose();

    private void Matches(string name)
    {
        _sink.Flush();
        Assert.Equal(File.ReadAllText(Path.Combine(SourceTree.Root, "tests/Minato.Tests/Expected/network", name + ".txt")), _output.Text);
    }

    private sealed class FixtureNames : IAddressNames, IDisposable
    {
        private readonly HostNames _hosts = new(Path.Combine(Root, "hosts"), "/dev/null");
        private readonly NetworkNames _networks = new(Path.Combine(Root, "networks"));

        public void Want(in IpAddr host) => _hosts.Want(Bytes(host));

        public void Settle() => _hosts.Settle();

        public bool TryHost(in IpAddr host, out ReadOnlySpan<byte> name) => _hosts.TryFind(Bytes(host), out name);

        public bool TryNetwork(in IpAddr network, out ReadOnlySpan<byte> name) => _networks.TryFind((uint)network.Low, out name);

        public void Dispose() => _hosts.Dispose();

        private static byte[] Bytes(in IpAddr address)
        {
            byte[] bytes = new byte[16];
            return bytes[..address.CopyTo(bytes)];
        }
    }
}
