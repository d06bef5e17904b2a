using System;
using Minato.Model;
using Minato.Rendering;
using Minato.Rendering.Ss;
using Minato.Tests.Wire;

namespace Minato.Tests.Rendering;

/// <summary>
/// The rows of packet, netlink, vsock, TIPC and XDP sockets. What the three last look like is ss's own source's word: no
/// kernel here has their diag modules.
/// </summary>
public sealed class OtherTablesTextTests
{
    private static readonly SsColumns Everything = new()
    {
        Header = false,
        Netid = true,
        Queues = false,
        Process = true,
        Details = true,
        Memory = true,
        Bpf = true,
        TipcInfo = true,
        Release = SsRelease.V7_3,
    };

    private readonly SampleNames _names = new();

    public OtherTablesTextTests()
    {
        _names.Interfaces[2] = "eth0";
        _names.NetlinkProtocols[16] = "genl";
        _names.Processes[4242] = "a name";
    }

    [Fact]
    public void A_packet_socket_has_its_settings_rings_fanout_filter_and_memory() => Assert.Equal(
        """
        p_raw UNCONN arp:eth0 * uid:1000 ino:34567 sk:8877665544332211
        	ver:1 cpy_thresh:1500 flags( running loss )
        	ring_rx(blk_size:4096,blk_nr:8,frm_size:2048,frm_nr:16,tmo:60,features:0x1)
        	ring_tx(blk_size:8192,blk_nr:2,frm_size:1024,frm_nr:32,tmo:0,features:0x0)
        	fanout(id:99,type:random)
        	bpf filter (3):  0x28 0 0 12, 0x15 0 1 2054, 0x06 0 0 4294967295, skmem:(r9000,rb9001,t9002,tb9003,f9004,w9005,o9006,bl9007,d9008)

        """,
        Write(Everything, "packet"));

    [Fact]
    public void On_one_line_nothing_begins_a_line() => Assert.Equal(
        "p_raw UNCONN arp:eth0 * uid:1000 ino:34567 sk:8877665544332211 ver:1 cpy_thresh:1500 flags( running loss )"
        + " ring_rx(blk_size:4096,blk_nr:8,frm_size:2048,frm_nr:16,tmo:60,features:0x1)"
        + " ring_tx(blk_size:8192,blk_nr:2,frm_size:1024,frm_nr:32,tmo:0,features:0x0) fanout(id:99,type:random)\n",
        Write(new SsColumns { Header = false, Netid = true, Queues = false, Process = true, Details = true, OneLine = true, Release = SsRelease.V7_3 }, "packet"));

    [Theory]
    [InlineData(0, "hash")]
    [InlineData(5, "qm")]
    [InlineData(6, "0x6")]
    [InlineData(0x1007, "0x1007")]
    public void A_fanout_type_without_a_name_is_a_number(ushort type, string word)
    {
        string text = Write(Everything, "packet", edit: (_, details) => details.Packet.Fanout = new PacketFanout(1, type));

        Assert.Contains("\tfanout(id:1,type:" + word + ")\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_copy_threshold_may_be_negative_and_flags_may_be_none()
    {
        string text = Write(Everything, "packet", edit: (_, details) => details.Packet.Settings = new PacketSettings(0, unchecked((uint)-5), PacketFlags.None));

        Assert.Contains("\n\tver:0 cpy_thresh:-5 flags( 0 )\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, false, "*:eth0")]
    [InlineData(3, true, "*:eth0")]
    [InlineData(0x0800, false, "ip:eth0")]
    [InlineData(0x0800, true, "[2048]:eth0")]
    [InlineData(0x1234, false, "[4660]:eth0")]
    [InlineData(0x8902, false, "cfm:eth0")]
    public void A_protocol_has_its_name_unless_numbers_are_wanted(ushort protocol, bool numeric, string cell)
    {
        SsColumns columns = new() { Header = false, State = false, Queues = false, Numeric = numeric, Release = SsRelease.V7_3 };

        Assert.Equal(cell + " *\n", Write(columns, "packet", edit: (row, _) => row.Protocol = protocol));
    }

    [Fact]
    public void Older_releases_have_no_name_for_CFM()
    {
        SsColumns columns = new() { Header = false, State = false, Queues = false, Release = SsRelease.V6_1 };

        Assert.StartsWith("[35074]:eth0", Write(columns, "packet", edit: (row, _) => row.Protocol = 0x8902), StringComparison.Ordinal);
    }

    [Fact]
    public void An_interface_that_is_gone_keeps_its_number()
    {
        SsColumns columns = new() { Header = false, State = false, Queues = false, Release = SsRelease.V7_3 };

        Assert.Equal("arp:if77 *\n", Write(columns, "packet", edit: (row, _) => row.InterfaceIndex = 77));
        Assert.Equal("arp:* *\n", Write(columns, "packet", edit: (row, _) => row.InterfaceIndex = 0));
    }

    [Fact]
    public void A_netlink_socket_has_its_process_peer_groups_and_memory() => Assert.Equal(
        "nl UNCONN genl:a name/4242 7:4343 sk=0 cb=0 groups=0x00020011\t skmem:(r9000,rb9001,t9002,tb9003,f9004,w9005,o9006,bl9007,d9008)\n",
        Write(Everything, "netlink"));

    [Theory]
    [InlineData(0u, false, "genl:kernel")]
    [InlineData(0u, true, "16:0")]
    [InlineData(17u, false, "genl:17")]
    [InlineData(4242u, true, "16:4242")]
    [InlineData(4294967295u, true, "16:*")]
    [InlineData(4294963201u, false, "genl:-4095")]
    public void A_port_id_is_a_process_the_kernel_or_a_number(uint port, bool numeric, string cell)
    {
        SsColumns columns = new() { Header = false, State = false, Queues = false, Numeric = numeric, Release = SsRelease.V7_3 };
        string text = Write(columns, "netlink", edit: (row, _) =>
        {
            row.LocalNumber = port;
            row.Known &= ~SocketFields.OtherEnd;
        });

        Assert.Equal(cell + " *\n", text);
    }

    [Fact]
    public void Without_owners_ss_has_no_room_for_what_a_netlink_socket_has() => Assert.Equal(
        "genl:a name/4242 7:4343\n",
        Write(new SsColumns { Header = false, State = false, Queues = false, Details = true, Memory = true, Release = SsRelease.V7_3 }, "netlink"));

    [Fact]
    public void A_vsock_socket_that_may_be_anyones_is_a_star() => Assert.Equal("v_str LISTEN 3:5201 *:*\n", Write(Everything, "vsock-stream"));

    [Fact]
    public void The_third_type_of_vsock_has_no_name() => Assert.StartsWith("??? ESTAB ", Write(Everything, "vsock-seqpacket"), StringComparison.Ordinal);

    [Fact]
    public void A_connected_TIPC_socket_has_its_details_before_the_owners() => Assert.Equal(
        "ti_st ESTAB 16781313:1234567 16781314:7654321 uid:1000 ino:34567 sk:8877665544332211\n type:STREAM cong:conn  drop:33  via {18888,17} \n",
        Write(Everything, "tipc-connected"));

    [Fact]
    public void A_TIPC_socket_without_a_peer_has_a_dash() => Assert.Equal(
        "ti_rd UNCONN 16781313:1234567 - uid:1000 ino:34567 sk:8877665544332211\n type:RDM cong:none  drop:33  publ\n",
        Write(Everything, "tipc-bound"));

    [Fact]
    public void In_minatos_own_table_no_line_ends_with_a_blank() => Assert.Equal(
        "ti_rd UNCONN      16781313:1234567      -                     uid:1000 ino:34567 sk:8877665544332211\n type:RDM cong:none drop:33 publ\n",
        Write(new SsColumns { Header = false, Netid = true, Queues = false, Details = true, TipcInfo = true }, "tipc-bound"));

    [Fact]
    public void An_XDP_socket_has_its_rings_memory_and_losses() => Assert.Equal(
        """
        xdp UNCONN eth0:q5 * uid:1000 ino:34567 sk:8877665544332211
        	rx(entries:64)
        	tx(entries:128)
        	umem(id:1,size:8589934592,num_pages:4096,chunk_size:2048,headroom:256,ifindex:3,qid:4,zc:1,refs:6)
        	fr(entries:256)
        	cr(entries:512)
        	stats(rx dropped:51,rx invalid:52,rx queue full:53,rx fill ring empty:54,tx invalid:55,tx ring empty:56) skmem:(r9000,rb9001,t9002,tb9003,f9004,w9005,o9006,bl9007,d9008)

        """,
        Write(Everything, "xdp"));

    [Fact]
    public void On_one_line_ss_has_a_slip_of_the_pen()
    {
        SsColumns exact = new() { Details = true, OneLine = true, Release = SsRelease.V7_3 };
        SsColumns own = new() { Details = true, OneLine = true };

        Assert.Contains(" tumem(id:1,", Write(exact, "xdp"), StringComparison.Ordinal);
        Assert.Contains(" umem(id:1,", Write(own, "xdp"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_XDP_socket_without_an_interface_is_a_star()
    {
        SsColumns columns = new() { Header = false, State = false, Queues = false, Release = SsRelease.V7_3 };

        Assert.Equal("* *\n", Write(columns, "xdp", edit: (row, _) => row.InterfaceIndex = 0));
    }

    [Theory]
    [InlineData("7.3", "dev:0/2053 ")]
    [InlineData(null, "dev:8/5 ")]
    public void The_device_of_a_unix_file_is_what_ss_takes_it_for_only_for_who_wants_its_bytes(string? release, string device)
    {
        SsColumns columns = new() { Details = true, Release = release is null ? null : SsRelease.Find(release) };
        string text = Write(columns, "unix", edit: (row, _) =>
        {
            row.UnixFileDevice = 8 << 20 | 5;
            row.Known |= SocketFields.UnixPending;
        });

        Assert.Contains(device, text, StringComparison.Ordinal);
    }

    private string Write(SsColumns columns, string message, Action<RowBox, SocketDetails>? edit = null)
    {
        (SocketEntry entry, SocketDetails details) = OtherDecoders.Decode(message);
        RowBox box = new() { Row = entry };
        edit?.Invoke(box, details);
        box.Row.DetailsPlace = 1;
        MemoryOutput output = new();
        Utf8Sink sink = new(output);
        SocketBatch batch = new([box.Row], null, null, new[] { details });
        if (columns.Release is null)
        {
            new SsTable(sink, columns, _names).Accept(batch);
            sink.Flush();
        }
        else
        {
            SsExactTable table = new(sink, columns, _names);
            table.Accept(batch);
            table.Finish();
        }

        return output.Text;
    }

    private sealed class RowBox
    {
        public SocketEntry Row;

        public ushort Protocol
        {
            set => Row.Protocol = value;
        }

        public uint InterfaceIndex
        {
            set => Row.InterfaceIndex = value;
        }

        public uint LocalNumber
        {
            set => Row.LocalNumber = value;
        }

        public uint UnixFileDevice
        {
            set => Row.UnixFileDevice = value;
        }

        public SocketFields Known
        {
            get => Row.Known;
            set => Row.Known = value;
        }
    }
}
