using System;
using System.Text;
using Minato.Filter.Conditions;
using Minato.Filter.Parsing;
using Minato.Model;

namespace Minato.Tests.Filter;

/// <summary>Conditions on rows of every family, and what lies under them.</summary>
public sealed class ConditionTests
{
    [Theory]
    [InlineData("src unix:/run/*", "/run/x.sock", true)]
    [InlineData("src unix:/RUN/?.sock", "/run/x.sock", true)]
    [InlineData("src unix:/run", "/run/x.sock", false)]
    [InlineData("src unix:@*", "\0abstract\0name", true)]
    [InlineData("src unix:@abstract@name", "\0abstract\0name", true)]
    [InlineData("src unix:*", "", true)]
    [InlineData("dst unix:*", "/run/x.sock", true)]
    [InlineData("dst unix:/run/*", "/run/x.sock", false)]
    [InlineData("autobound", "\0" + "0a1b2", true)]
    [InlineData("autobound", "\0" + "0a1g2", false)]
    [InlineData("autobound", "", true)]
    [InlineData("sport = :77", "/run/x.sock", true)]
    [InlineData("dport = :0", "/run/x.sock", true)]
    [InlineData("src 0.0.0.0", "/run/x.sock", false)]
    [InlineData("src 0.0.0.0", "", true)]
    public void Names_of_unix_sockets_are_matched_as_ss_matches_them(string filter, string name, bool passes)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(name);
        SocketEntry row = new() { Family = SocketFamily.Unix, Transport = Transport.UnixStream, Inode = 77, UnixBytes = bytes, UnixPathLength = (ushort)bytes.Length };
        Assert.Equal(passes, Passes(filter, row));
    }

    [Theory]
    [InlineData("src link:arp", true)]
    [InlineData("src link:0x806", true)]
    [InlineData("src link:ip", false)]
    [InlineData("src link:arp:eth0", true)]
    [InlineData("src link:*:lo", false)]
    [InlineData("sport = link:2", true)]
    [InlineData("dev eth0", true)]
    [InlineData("autobound", false)]
    public void Packet_sockets_have_a_protocol_and_an_interface(string filter, bool passes) =>
        Assert.Equal(passes, Passes(filter, new SocketEntry { Family = SocketFamily.Packet, Protocol = 0x806, InterfaceIndex = 2 }));

    [Theory]
    [InlineData("src netlink:tcpdiag", true)]
    [InlineData("src netlink:4:4242", true)]
    [InlineData("src netlink:rtnl", false)]
    [InlineData("src netlink:*:kernel", false)]
    [InlineData("sport = netlink:4242", true)]
    [InlineData("autobound", false)]
    public void Netlink_sockets_have_a_protocol_and_a_port(string filter, bool passes) =>
        Assert.Equal(passes, Passes(filter, new SocketEntry { Family = SocketFamily.Netlink, Protocol = 4, LocalNumber = 4242 }));

    [Theory]
    [InlineData("src vsock:3:1024", true)]
    [InlineData("src vsock:*:1024", true)]
    [InlineData("dst vsock:2", true)]
    [InlineData("dst vsock:3", false)]
    [InlineData("autobound", true)]
    public void Vsock_sockets_have_a_context_and_a_port(string filter, bool passes)
    {
        SocketEntry row = new() { Family = SocketFamily.Vsock, LocalNumber = 1024, PeerNumber = 5000 };
        row.LocalEnd = new Endpoint(IpAddr.V4(3), 0);
        row.PeerEnd = new Endpoint(IpAddr.V4(2), 0);
        Assert.Equal(passes, Passes(filter, row));
    }

    [Theory]
    [InlineData("127.0.0.1", "loopback")]
    [InlineData("::1", "loopback")]
    [InlineData("::ffff:127.0.0.1", "loopback")]
    [InlineData("10.1.2.3", "private")]
    [InlineData("172.31.0.1", "private")]
    [InlineData("172.32.0.1", "public")]
    [InlineData("192.168.0.1", "private")]
    [InlineData("169.254.1.1", "private")]
    [InlineData("100.64.0.1", "private")]
    [InlineData("100.128.0.1", "public")]
    [InlineData("fe80::1", "private")]
    [InlineData("fd00::1", "private")]
    [InlineData("2001:db8::1", "public")]
    [InlineData("8.8.8.8", "public")]
    [InlineData("::ffff:8.8.8.8", "public")]
    [InlineData("0.0.0.0", "any")]
    [InlineData("::", "any")]
    public void A_scope_is_the_peer_s_or_else_the_own(string address, string scope)
    {
        IpAddr parsed = IpAddr.FromBytes(System.Net.IPAddress.Parse(address).GetAddressBytes());
        SocketFamily family = parsed.IsV6 ? SocketFamily.Inet6 : SocketFamily.Inet;
        SocketEntry connected = new() { Family = family, PeerEnd = new Endpoint(parsed, 1), LocalEnd = new Endpoint(IpAddr.V4(0x0A000001), 1) };
        SocketEntry listener = new() { Family = family, LocalEnd = new Endpoint(parsed, 1) };
        Assert.True(Passes("scope = " + scope, listener));
        if (scope != "any") Assert.True(Passes("scope = " + scope, connected));
    }

    [Fact]
    public void A_metric_that_a_socket_lacks_compares_to_nothing()
    {
        SocketEntry row = new() { Family = SocketFamily.Inet };
        Assert.False(Passes("rtt > 0", row));
        Assert.False(Passes("rtt <= 1h", row));
        Assert.True(Passes("rtt != 5ms", row));
    }

    [Fact]
    public void Metrics_are_compared_in_their_units()
    {
        SocketDetails details = new() { Known = DetailParts.Tcp };
        details.TcpPart.RoundTripTime = 150_000;
        details.TcpPart.MinRoundTripTime = uint.MaxValue;
        details.TcpPart.TotalRetransmits = 3;
        details.TcpPart.LastDataSent = 70_000;
        details.TcpPart.BytesSent = 2048;
        SocketEntry row = new() { Family = SocketFamily.Inet, DetailsPlace = 1 };
        foreach (string filter in new[] { "rtt > 100ms", "rtt = 150", "retrans >= 3", "lastsnd > 1m", "lastsnd < 1.5m", "bytes_sent = 2KiB", "not minrtt > 0" })
            Assert.True(Filters.Read(filter).Matches(in row, new SocketBatch([row], null, null, [details])), filter);
    }

    [Theory]
    [InlineData("*", "", true)]
    [InlineData("a*c", "abbbc", true)]
    [InlineData("a*c", "abbb", false)]
    [InlineData("*a*b", "xaxab", true)]
    [InlineData("?", "", false)]
    [InlineData("[a-c]x", "bx", true)]
    [InlineData("[!a-c]x", "bx", false)]
    [InlineData("[]]", "]", true)]
    [InlineData("[ab", "[ab", true)]
    [InlineData(@"\*", "*", true)]
    [InlineData(@"\*", "x", false)]
    [InlineData("/tmp/*", "/tmp/a/b", true)]
    [InlineData("*.x", ".x", true)]
    [InlineData("ABC", "abc", true)]
    public void Patterns_are_the_shell_s(string pattern, string text, bool matches) =>
        Assert.Equal(matches, Glob.Matches(Encoding.UTF8.GetBytes(pattern), Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_pattern_of_many_stars_takes_no_time() =>
        Assert.False(Glob.Matches(Encoding.UTF8.GetBytes(string.Concat(System.Linq.Enumerable.Repeat("*a", 2000)) + "b"), Encoding.UTF8.GetBytes(new string('a', 20_000))));

    [Theory]
    [InlineData("10", "10.0.0.0", 32)]
    [InlineData("193.233.7/24", "193.233.7.0", 24)]
    [InlineData("0x7f.1", "127.1.0.0", 32)]
    [InlineData("010.1.1.1", "8.1.1.1", 32)]
    [InlineData("10.0.0.0/255.0.0.0", "10.0.0.0", 8)]
    [InlineData("::1", "::1", 128)]
    [InlineData("::ffff:1.2.3.4/96", "::ffff:1.2.3.4", 96)]
    public void Addresses_are_read_as_iproute2_reads_them(string text, string address, int bits)
    {
        Assert.Equal(PrefixProblem.None, PrefixText.Parse(text, null, out AddressPrefix prefix));
        Assert.Equal((address, bits), (prefix.Address.ToIPAddress().ToString(), prefix.Bits));
    }

    [Theory]
    [InlineData("1.2.3.4.5")]
    [InlineData("1..2")]
    [InlineData("256")]
    [InlineData("1.2.3.")]
    [InlineData(":")]
    [InlineData("::1%lo")]
    [InlineData("[::1]")]
    [InlineData("1:2:3:4:5:6:7:8:9")]
    [InlineData("")]
    public void What_is_no_address_is_none(string text) => Assert.Equal(PrefixProblem.NoAddress, PrefixText.Parse(text, null, out _));

    [Fact]
    public void A_command_name_that_the_kernel_cut_is_found_by_its_whole_name()
    {
        SocketEntry row = new() { Family = SocketFamily.Inet, Inode = 5 };
        SocketBatch batch = new([row], new OneOwner("a-very-long-pro"), null);
        Assert.True(Filters.Read("proc = a-very-long-program").Matches(in row, in batch));
        Assert.True(Filters.Read("proc = a-very*").Matches(in row, in batch));
        Assert.False(Filters.Read("proc = a-very").Matches(in row, in batch));
        Assert.True(Filters.Read("pid > 40 and pid <= 42").Matches(in row, in batch));
    }

    private static bool Passes(string filter, SocketEntry row)
    {
        SocketBatch batch = new([row], null, null);
        return Filters.Read(filter).Matches(in row, in batch);
    }

    private sealed class OneOwner(string name) : IOwnerLookup
    {
        private readonly ProcessRef[] _owners = [new(42, 3, Encoding.UTF8.GetBytes(name))];

        public ReadOnlySpan<ProcessRef> FindOwners(ulong inode) => _owners;
    }
}
