using System;
using Minato.Model;
using Minato.Rendering.Netstat.MacOs;

namespace Minato.Tests.Rendering.Netstat.MacOs;

/// <summary>
/// The internet table beside published captures: of macOS 10.14 in jc's fixtures (kellyjonbrazil/jc, MIT), of macOS 13 to 15
/// and 26 in bug reports and other parsers' tests.
/// </summary>
public sealed class MacOsInternetTests
{
    private const string PlainHeader = "Proto Recv-Q Send-Q  Local Address          Foreign Address        (state)    ";

    private readonly MacOsTables _tables = new();

    [Fact]
    public void Headings_are_those_of_every_release() => Assert.Equal(PlainHeader, _tables.Internet(new MacOsWishes())[0]);

    [Fact]
    public void Numeric_rows_are_the_published_ones()
    {
        _tables.Add(SampleRows.Connection("[fe80::aede:48ff:fe00:1122]:61677", "[fe80::aede:48ff:fe33:4455]:49617"));
        _tables.Add(SampleRows.Connection("127.0.0.1:62823", "127.0.0.1:62835"));
        _tables.Add(SampleRows.Connection("192.168.1.221:5442", "35.236.87.93:8081", SocketState.CloseWait) with { ReceiveQueue = 31 });
        _tables.Add(SampleRows.Listen("0.0.0.0:24800"));
        _tables.Add(SampleRows.Listen("0.0.0.0:5353", transport: Transport.Udp));
        _tables.Add(SampleRows.Listen("[::]:61224", transport: Transport.Udp));
        _tables.Add(SampleRows.Listen("[::]:61982", transport: Transport.Udp) with { V6Only = true });
        _tables.Add(SampleRows.Listen("0.0.0.0:0", transport: Transport.Udp));
        _tables.Add(SampleRows.Listen("0.0.0.0:1", transport: Transport.Raw) with { ReceiveQueue = 8136 });

        Assert.Equal(
        [
            PlainHeader,
            "tcp6       0      0  fe80::aede:48ff:.61677 fe80::aede:48ff:.49617 ESTABLISHED",
            "tcp4       0      0  127.0.0.1.62823        127.0.0.1.62835        ESTABLISHED",
            "tcp4      31      0  192.168.1.221.5442     35.236.87.93.8081      CLOSE_WAIT ",
            "tcp4       0      0  *.24800                *.*                    LISTEN     ",
            "udp4       0      0  *.5353                 *.*                               ",
            "udp46      0      0  *.61224                *.*                               ",
            "udp6       0      0  *.61982                *.*                               ",
            "udp4       0      0  *.*                    *.*                               ",
            "icm4    8136      0  *.*                    *.*                               ",
        ], _tables.Internet(new MacOsWishes()));
    }

    [Fact]
    public void Names_are_cut_as_published()
    {
        _tables.Names.Hosts["192.168.1.221"] = "kbrazil-mac.attlocal.net";
        _tables.Names.Hosts["40.77.18.167"] = "40.77.18.167";
        _tables.Names.Hosts["35.236.87.93"] = "93.87.236.35.bc.googleusercontent.com";
        _tables.Names.Hosts["35.235.123.194"] = "194.123.235.35.bc.googleusercontent.com";
        _tables.Names.Hosts["127.0.0.1"] = "localhost";
        _tables.Names.Services[443] = "https";
        _tables.Names.Services[8081] = "sunproxyadmin";
        _tables.Names.Services[555] = "dsf";
        _tables.Names.Services[9592] = "ldgateway";
        _tables.Add(SampleRows.Connection("192.168.1.221:62979", "40.77.18.167:443"));
        _tables.Add(SampleRows.Connection("192.168.1.221:62664", "35.236.87.93:8081", SocketState.CloseWait) with { ReceiveQueue = 31 });
        _tables.Add(SampleRows.Connection("192.168.1.221:62443", "35.235.123.194:555"));
        _tables.Add(SampleRows.Connection("127.0.0.1:9592", "127.0.0.1:58704", SocketState.CloseWait));

        Assert.Equal(
        [
            "tcp4       0      0  kbrazil-mac.attl.62979 40.77.18.167.https     ESTABLISHED",
            "tcp4      31      0  kbrazil-mac.attl.62664 93.87.236.35.bc..sunpr CLOSE_WAIT ",
            "tcp4       0      0  kbrazil-mac.attl.62443 194.123.235.35.b.dsf   ESTABLISHED",
            "tcp4       0      0  localhost.ldgateway    localhost.58704        CLOSE_WAIT ",
        ], _tables.Internet(new MacOsWishes { HostNames = true })[1..]);
    }

    [Fact]
    public void Identities_and_bytes_stand_where_the_published_ones_do()
    {
        SocketEntry row = SampleRows.Connection("192.168.1.221:5486", "140.82.113.26:443") with { Identity = new SocketId(1, 0x7fb03cb94d505aed, SocketIdKind.Cookie) };
        _tables.Add(row, 131072, 131072, rxbytes: 4958, txbytes: 3996);

        Assert.Equal(
        [
            "Socket           Flowhash Proto Recv-Q Send-Q  Local Address      Foreign Address    (state)        rxbytes    txbytes",
            "7fb03cb94d505aed        - tcp4       0      0  192.168.1.221.5486 140.82.113.26.443  ESTABLISHED       4958       3996",
        ], _tables.Internet(new MacOsWishes { IsOld = true, Identity = true, Bytes = true }));
    }

    [Fact]
    public void A_hash_of_proc_is_no_identity()
    {
        _tables.Add(SampleRows.Listen("0.0.0.0:22") with { Identity = new SocketId(1, 0x1234, SocketIdKind.Tuple) });

        Assert.StartsWith("               -        - tcp4 ", _tables.Internet(new MacOsWishes { Identity = true })[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Beside_an_identity_addresses_are_cut_at_18_and_hosts_of_named_ports_at_12()
    {
        _tables.Names.Services[443] = "https";
        _tables.Add(SampleRows.Connection("[2600:1700:bab0:d40::39]:5450", "[2607:f8b0:4003:c00::5e]:443"));

        Assert.Equal("2600:1700:bab0:d.5 2607:f8b0:40.https", _tables.Internet(new MacOsWishes { Identity = true })[1][47..84]);
    }

    // rxbytes 91, txbytes 104, rhiwat 112, shiwat 120, name to 137, state 150, options 159, gencnt 176, flags 185, flags1 194.
    [Fact]
    public void The_columns_of_macOS_26_end_where_the_published_ones_do()
    {
        string[] lines = Verbose("node", new MacOsWishes { Verbose = true });
        int[] ends = [78, 91, 104, 112, 120, 137, 150, 159, 176, 185, 194, 201, 208];

        foreach (int end in ends)
        {
            Assert.NotEqual(' ', lines[1][end - 1]);
            Assert.True(end == 137 ? lines[1][end] == ':' : lines[1].Length == end || lines[1][end] == ' ', $"column to {end}");
        }
    }

    [Fact]
    public void A_verbose_row_of_macOS_26_is_the_published_one_as_far_as_Linux_knows_it()
    {
        string[] lines = Verbose("node", new MacOsWishes { Verbose = true });

        Assert.Equal("Proto Recv-Q Send-Q  Local Address          Foreign Address        (state)          rxbytes      txbytes  rhiwat  shiwat          process:pid    state  options           gencnt    flags   flags1 usecnt rtncnt fltrs", lines[0]);
        Assert.Equal("tcp4       0      0  127.0.0.1.59357        127.0.0.1.59360        ESTABLISHED         1022            0  407872  146988             node:46708  00002 00000000                -        -        -      -      -      -", lines[1]);
    }

    [Fact]
    public void A_verbose_row_of_macOS_13_to_15_is_the_published_one_as_far_as_Linux_knows_it()
    {
        string[] lines = Verbose("node", new MacOsWishes { Verbose = true, IsOld = true });

        Assert.Equal("Proto Recv-Q Send-Q  Local Address          Foreign Address        (state)      rhiwat  shiwat    pid   epid state  options           gencnt    flags   flags1 usscnt rtncnt fltrs", lines[0]);
        Assert.Equal("tcp4       0      0  127.0.0.1.59357        127.0.0.1.59360        ESTABLISHED  407872  146988  46708      - 00002 00000000                -        -        -      -      -      -", lines[1]);
    }

    [Theory]
    [InlineData("Comet Helper", "    Comet Helper:3300   00002")]
    [InlineData("Brave Browser He", "Brave Browser He:3300   00002")]
    [InlineData("a-name-longer-than-its-room", "a-name-longer-than-its-room:3300   00002")]
    [InlineData("no\e[1m:de", "no\\x1b[1m:de:3300   00002")]
    public void Names_may_have_blanks_and_colons_and_push_what_follows(string name, string expected)
    {
        SocketEntry row = MacOsTables.Owned(SampleRows.Connection("127.0.0.1:1", "127.0.0.1:2"), 7);
        _tables.Owners.Owners[7] = MacOsTables.By(name, 3300);
        _tables.Add(row, 1, 2, 3, 4);

        Assert.Contains(" " + expected, _tables.Internet(new MacOsWishes { Verbose = true })[1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_lowest_pid_is_named()
    {
        _tables.Owners.Owners[7] = [SampleRows.Owner("worker", 990, 4), SampleRows.Owner("master", 701, 3)];
        _tables.Add(MacOsTables.Owned(SampleRows.Listen("0.0.0.0:80"), 7));

        Assert.Contains("master:701 ", _tables.Internet(new MacOsWishes { Verbose = true })[1], StringComparison.Ordinal);
    }

    [Fact]
    public void What_Linux_does_not_count_is_a_dash()
    {
        _tables.Add(SampleRows.Listen("0.0.0.0:53", transport: Transport.Udp), 212992, 212992, drops: 17);

        string row = _tables.Internet(new MacOsWishes { Verbose = true, Packets = true, Drops = true })[1];

        Assert.Equal(["            -", "            -", "            -", "            -", "       17", "  212992", "  212992"], MacOsTables.Cut(row, (78, 91), (91, 104), (104, 117), (117, 130), (130, 139), (139, 147), (147, 155)));
    }

    [Fact]
    public void Packets_and_the_effective_process_come_with_vv()
    {
        _tables.Add(SampleRows.Connection("127.0.0.1:1", "127.0.0.1:2"), 1, 2, 3, 4);
        string[] lines = _tables.Internet(new MacOsWishes { Verbose = true, Packets = true });

        Assert.Equal(["    rxpackets", "    txpackets"], MacOsTables.Cut(lines[0], (104, 117), (117, 130)));
        Assert.Equal(["            5", "            6"], MacOsTables.Cut(lines[1], (104, 117), (117, 130)));
        Assert.Contains("process:pid            eprocess:epid   state", lines[0], StringComparison.Ordinal);
        Assert.Contains("-:-                     -:-      00003", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Whole_addresses_have_45_columns_and_are_cut_there()
    {
        _tables.Add(SampleRows.Connection("[2001:db8:1111:2222:3333:4444:5555:6666]:65535", "10.0.0.1:443"));
        string[] lines = _tables.Internet(new MacOsWishes { Whole = true });

        Assert.Equal("Proto Recv-Q Send-Q  " + "Local Address".PadRight(45) + " " + "Foreign Address".PadRight(45) + " (state)    ", lines[0]);
        Assert.Equal("tcp6       0      0  2001:db8:1111:2222:3333:4444:5555:6666.65535  10.0.0.1.443                                  ESTABLISHED", lines[1]);
    }

    [Fact]
    public void Wide_addresses_push_what_follows()
    {
        _tables.Add(SampleRows.Connection("[2001:db8:1111:2222:3333:4444:5555:6666]:65535", "10.0.0.1:443"));

        Assert.Equal("tcp6       0      0  2001:db8:1111:2222:3333:4444:5555:6666.65535 10.0.0.1.443           ESTABLISHED", _tables.Internet(new MacOsWishes { Wide = true })[1]);
    }

    [Fact]
    public void A_link_local_address_names_its_interface_where_it_is_whole()
    {
        _tables.Names.Interfaces[4] = "en0";
        _tables.Add(SampleRows.Connection("[fe80::1]:546", "[fe80::2]:547") with { InterfaceIndex = 4 });

        Assert.Equal("tcp6       0      0  fe80::1%en0.546        fe80::2%en0.547        ESTABLISHED", _tables.Internet(new MacOsWishes())[1]);
    }

    [Fact]
    public void An_IPv4_connection_of_an_IPv6_socket_counts_as_IPv4()
    {
        _tables.Add(SampleRows.Connection("[::ffff:10.0.0.1]:80", "[::ffff:10.0.0.2]:40000"));

        Assert.Equal("tcp4       0      0  10.0.0.1.80            10.0.0.2.40000         ESTABLISHED", _tables.Internet(new MacOsWishes())[1]);
    }

    [Theory]
    [InlineData("0.0.0.0:2", "igm4 ")]
    [InlineData("0.0.0.0:89", "ip 4 ")]
    [InlineData("[::]:58", "icm6 ")]
    [InlineData("[::]:89", "ip 6 ")]
    public void A_raw_socket_is_called_by_its_protocol_and_has_no_port(string local, string protocol)
    {
        _tables.Add(SampleRows.Socket(Transport.Raw, SocketState.Closed, local, local.StartsWith('[') ? "[::]:0" : "0.0.0.0:0"));

        Assert.Equal(protocol + "      0      0  *.*                    *.*                               ", _tables.Internet(new MacOsWishes())[1]);
    }

    private string[] Verbose(string name, MacOsWishes wishes)
    {
        _tables.Owners.Owners[7] = MacOsTables.By(name, 46708);
        _tables.Add(MacOsTables.Owned(SampleRows.Connection("127.0.0.1:59357", "127.0.0.1:59360"), 7), 407872, 146988, rxbytes: 1022, txbytes: 0);
        return _tables.Internet(wishes);
    }
}
