using System;
using Minato.Model;
using Minato.Rendering;
using Minato.Rendering.Ss;

namespace Minato.Tests.Rendering;

public sealed class SsTableTests
{
    private static readonly SocketEntry[] V4Listeners =
    [
        SampleRows.Listen("0.0.0.0:68", transport: Transport.Udp),
        SampleRows.Listen("0.0.0.0:22") with { Inode = 1 },
        SampleRows.Listen("127.0.0.1:3306", backlog: 151) with { Inode = 2 },
        SampleRows.Listen("255.255.255.255:65535", backlog: 4294967295) with { Inode = 3 },
    ];

    private static readonly SocketEntry[] Mixed =
    [
        SampleRows.Listen("[::]:3000", backlog: 511) with { Inode = 4 },
        SampleRows.Listen("[::]:80") with { V6Only = true, Known = SocketFields.V6Only },
        SampleRows.Listen("[::1]:631"),
        SampleRows.Connection("192.168.1.100:54321", "142.250.196.110:443") with { SendQueue = 12 },
        SampleRows.Connection("[2001:db8:1111:2222:3333:4444:5555:6666]:22", "[2001:db8:aaaa:bbbb:cccc:dddd:eeee:ffff]:65535"),
        SampleRows.Connection("[::ffff:10.0.0.1]:3000", "[::ffff:10.0.0.2]:50000", SocketState.TimeWait),
        SampleRows.Connection("10.0.0.1:50001", "10.0.0.2:3306", SocketState.CloseWait) with { ReceiveQueue = 1 },
    ];

    private static readonly SocketEntry[] UnixSockets =
    [
        SampleRows.Unix(Transport.UnixStream, SocketState.Listen, "/run/dbus/system_bus_socket", 1001) with { SendQueue = 4096 },
        SampleRows.Unix(Transport.UnixDatagram, SocketState.Closed, "\0a\0b", 1002),
        SampleRows.Unix(Transport.UnixSeqPacket, SocketState.Established, "", 1003, peer: 1004),
        SampleRows.Unix(Transport.UnixStream, SocketState.Listen, "/tmp/x\nu_str LISTEN 0 0 /forged 1 * 0\e[31m\u202E\\", 1005),
    ];

    private readonly SampleNames _names = new();
    private readonly SampleOwners _owners = new();

    public SsTableTests()
    {
        _owners.Owners[1] = [SampleRows.Owner("sshd", 701, 3)];
        _owners.Owners[2] = [SampleRows.Owner("q\"),(\"init\",pid=1", 912, 21), SampleRows.Owner("my\nsql\e[2Jd", 900, 21), SampleRows.Owner("a)b\\", 900, 20)];
    }

    [Fact]
    public void Ipv4_listeners_have_narrow_address_columns() => Golden.Matches("ss-listeners-v4", Write(new SsColumns { Netid = true }, V4Listeners));

    [Fact]
    public void Ipv6_makes_the_address_columns_wide() => Golden.Matches("ss-mixed", Write(new SsColumns { Netid = true }, Mixed));

    [Fact]
    public void Columns_stay_wide_for_the_batches_after_an_ipv6_address() =>
        Golden.Matches("ss-batches", Write(new SsColumns(), V4Listeners[..2], Mixed[..1], V4Listeners[2..]));

    [Fact]
    public void Owners_are_listed_and_their_names_can_forge_nothing() =>
        Golden.Matches("ss-owners", Write(new SsColumns { Netid = true, Process = true }, V4Listeners));

    [Fact]
    public void Details_and_timers_follow_the_addresses()
    {
        SocketEntry[] rows =
        [
            SampleRows.Listen("0.0.0.0:22") with { Inode = 1, Known = SocketFields.Cookie | SocketFields.Shutdown, Identity = Cookie(0x1001) },
            SampleRows.Listen("[::]:80") with { Inode = 5, Uid = 33, CgroupId = 7, V6Only = true, Known = SocketFields.Cookie | SocketFields.V6Only, Identity = Cookie(1) },
            SampleRows.Connection("10.0.0.1:22", "10.0.0.2:50000") with
            {
                Inode = 6, Uid = 1000, Mark = 0xCAFE, CgroupId = 8, Shutdown = 1,
                Known = SocketFields.Cookie | SocketFields.Shutdown, Identity = Cookie(0xFFFFFFFFFFFFFFFF), Timer = new SocketTimer(TimerKind.KeepAlive, 7_199_000, 0),
            },
            SampleRows.Connection("10.0.0.1:22", "10.0.0.2:50001", SocketState.TimeWait) with { Timer = new SocketTimer(TimerKind.TimeWait, 59_374, 0) },
        ];
        _owners.Cgroups[7] = "/system.slice/nginx\n.service";

        Golden.Matches("ss-details", Write(new SsColumns { Process = true, Timer = true, Details = true }, rows));
    }

    [Theory]
    [InlineData(TimerKind.Retransmit, 204, 3, "timer:(on,204ms,3)")]
    [InlineData(TimerKind.Retransmit, 7, 0, "timer:(on,007ms,0)")]
    [InlineData(TimerKind.KeepAlive, 9_012, 0, "timer:(keepalive,9.012sec,0)")]
    [InlineData(TimerKind.KeepAlive, 9_000, 0, "timer:(keepalive,9sec,0)")]
    [InlineData(TimerKind.TimeWait, 12_345, 0, "timer:(timewait,12sec,0)")]
    [InlineData(TimerKind.Probe, 60_000, 1, "timer:(persist,1min,1)")]
    [InlineData(TimerKind.DelayedAck, 108_999, 255, "timer:(delack,1min48sec,255)")]
    [InlineData((TimerKind)9, 36_000_000, 0, "timer:(unknown,600min,0)")]
    public void A_timer_is_coarser_the_longer_it_runs(TimerKind kind, uint milliseconds, byte retries, string text)
    {
        SocketEntry row = SampleRows.Connection("10.0.0.1:22", "10.0.0.2:50000") with { Timer = new SocketTimer(kind, milliseconds, retries) };

        Assert.EndsWith(" " + text + "\n", Write(new SsColumns { Timer = true, Header = false }, [row]), StringComparison.Ordinal);
    }

    [Fact]
    public void Unix_sockets_show_path_inode_and_peer_and_forge_no_row() => Golden.Matches("ss-unix", Write(new SsColumns { Netid = true }, UnixSockets));

    [Fact]
    public void Unix_details_name_the_file_and_who_waits()
    {
        byte[] path = "/run/x"u8.ToArray();
        SocketEntry row = SampleRows.Unix(Transport.UnixStream, SocketState.Listen, "/run/x", 1001) with
        {
            Uid = 1000,
            Shutdown = 2,
            UnixFileInode = 987,
            UnixFileDevice = (8 << 20) | 5,
            Known = SocketFields.Shutdown | SocketFields.UnixFile | SocketFields.UnixPending,
            UnixBytes = (byte[])[.. path, 5, 0, 0, 0, 6, 1, 0, 0],
        };

        Assert.Equal(
            "LISTEN      0      0      /run/x 1001           * 0                   uid:1000 <-- ino:987 dev:8/5 peers: 5 262\n",
            Write(new SsColumns { Details = true, Header = false }, [row]));
    }

    [Fact]
    public void An_association_of_sctp_has_its_own_states()
    {
        SocketEntry endpoint = SampleRows.Socket(Transport.Sctp, SocketState.Listen, "0.0.0.0:7", "0.0.0.0:0") with { Inode = 77 };
        SocketEntry association = SampleRows.Socket(Transport.Sctp, (SocketState)SctpState.Established, "10.0.0.1:7", "10.0.0.2:9") with { Inode = 77 };

        Assert.Equal(
            """
            LISTEN      0      0      0.0.0.0:7             0.0.0.0:*
            ESTABLISHED 0      0      10.0.0.1:7            10.0.0.2:9
            LISTEN      0      0      0.0.0.0:7             0.0.0.0:*

            """,
            Write(new SsColumns { Header = false }, [endpoint, association, endpoint with { Inode = 78 }]));
    }

    [Fact]
    public void Header_and_queues_can_be_left_out() => Golden.Matches("ss-H-Q", Write(new SsColumns { Header = false, Queues = false }, Mixed));

    [Fact]
    public void One_table_and_one_state_need_no_columns_for_them() => Golden.Matches("ss-one-state", Write(new SsColumns { State = false }, Mixed[3..4]));

    [Fact]
    public void No_rows_still_have_a_header() =>
        Assert.Equal("State       Recv-Q Send-Q Local Address:Port    Peer Address:Port\n", Write(new SsColumns(), Array.Empty<SocketEntry>()));

    [Fact]
    public void Names_stand_for_numbers_and_can_forge_nothing()
    {
        _names.Services[22] = "ssh";
        _names.Services[443] = "ht\e[1mtps";
        _names.Hosts["142.250.196.110"] = "nrt12s36\n.example";
        _names.Interfaces[2] = "eth\e0";
        SocketEntry[] rows = [SampleRows.Listen("0.0.0.0:22") with { InterfaceIndex = 2 }, SampleRows.Listen("[fe80::1]:22") with { InterfaceIndex = 3 }, Mixed[3]];

        Golden.Matches("ss-names", Write(new SsColumns(), rows));
        Assert.Equal(rows.Length, _names.Prepared);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(120)]
    public void On_a_terminal_the_table_is_as_narrow_as_it_has_to_be_and_owners_may_take_a_line_of_their_own(int width) => Golden.Matches(
        "ss-terminal-" + width, Write(new SsColumns { Netid = true, Process = true, TerminalWidth = width }, [.. V4Listeners[..3], Mixed[0], Mixed[3]]));

    [Fact]
    public void On_a_terminal_owners_stand_beside_the_rows_when_all_of_them_fit() => Golden.Matches(
        "ss-terminal-beside", Write(new SsColumns { Netid = true, Process = true, TerminalWidth = 120 }, [.. V4Listeners[..2], Mixed[3]]));

    [Fact]
    public void A_cell_wider_than_the_terminal_is_not_cut() =>
        Golden.Matches("ss-terminal-wide-cells", Write(new SsColumns { TerminalWidth = 60 }, Mixed));

    [Fact]
    public void A_batch_on_a_terminal_is_never_narrower_than_the_one_before() =>
        Golden.Matches("ss-terminal-batches", Write(new SsColumns { TerminalWidth = 60 }, Mixed[..1], Mixed[3..4], V4Listeners[..2]));

    [Fact]
    public void On_one_line_a_terminal_gets_its_owners_beside_the_row() =>
        Golden.Matches("ss-terminal-oneline", Write(new SsColumns { Process = true, OneLine = true, TerminalWidth = 60 }, V4Listeners));

    [Fact]
    public void No_line_ends_in_blanks()
    {
        string text = Write(new SsColumns { Netid = true, Process = true, Timer = true, Details = true }, V4Listeners, Mixed, UnixSockets);

        Assert.DoesNotContain(" \n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_whose_output_has_failed_wants_no_more_rows()
    {
        Utf8Sink sink = new(new MemoryOutput(limit: 0), size: 128);
        SsTable table = new(sink, new SsColumns(), _names);

        Assert.False(table.Accept(new SocketBatch(Mixed, null, null)));
    }

    [Fact]
    public void A_terminal_sees_each_batch_at_once()
    {
        MemoryOutput output = new();
        SsTable table = new(new Utf8Sink(output), new SsColumns { TerminalWidth = 80 }, _names);

        Assert.True(table.Accept(new SocketBatch(V4Listeners, null, null)));
        Assert.Equal(5, output.Text.Split('\n').Length - 1);
    }

    private static SocketId Cookie(ulong value) => new(0, value, SocketIdKind.Cookie);

    private string Write(SsColumns columns, params SocketEntry[][] batches)
    {
        MemoryOutput output = new();
        Utf8Sink sink = new(output);
        SsTable table = new(sink, columns, _names);
        foreach (SocketEntry[] rows in batches) Assert.True(table.Accept(new SocketBatch(rows, _owners, _owners)));
        Assert.True(sink.Flush());
        return output.Text;
    }
}
