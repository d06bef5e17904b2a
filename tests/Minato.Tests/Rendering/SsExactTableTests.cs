using System;
using System.Linq;
using System.Text;
using CsCheck;
using Minato.Model;
using Minato.Rendering;
using Minato.Rendering.Ss;

namespace Minato.Tests.Rendering;

public sealed class SsExactTableTests
{
    private static readonly SocketEntry[] Rows =
    [
        SampleRows.Unix(Transport.UnixStream, SocketState.Listen, "/run/dbus/system_bus_socket", 1001) with { SendQueue = 4096 },
        SampleRows.Unix(Transport.UnixDatagram, SocketState.Closed, "\0a\0b", 3_000_000_000),
        SampleRows.Unix(Transport.UnixSeqPacket, SocketState.Established, "", 1003, peer: 1004) with { Known = SocketFields.Shutdown },
        SampleRows.Listen("0.0.0.0:68", transport: Transport.Udp) with { Inode = 11 },
        SampleRows.Listen("0.0.0.0:1", transport: Transport.Raw) with { Inode = 12, Protocol = 1 },
        SampleRows.Listen("127.0.0.1:3306", backlog: 4294967295) with { Inode = 2, InterfaceIndex = 2 },
        SampleRows.Connection("192.168.1.100:54321", "142.250.196.110:443") with
        {
            SendQueue = 12, Inode = 1, Uid = 1000, Known = SocketFields.Cookie | SocketFields.Shutdown, Identity = new(0, 0x1001, SocketIdKind.Cookie),
            Timer = new SocketTimer(TimerKind.KeepAlive, 7_012, 0),
        },
        SampleRows.Listen("[::]:3000", backlog: 511) with { Inode = 4 },
        SampleRows.Listen("[::]:80") with { V6Only = true, Known = SocketFields.V6Only, Inode = 5 },
        SampleRows.Connection("[2001:db8:1111:2222:3333:4444:5555:6666]:22", "[2001:db8:aaaa:bbbb:cccc:dddd:eeee:ffff]:65535", SocketState.TimeWait),
    ];

    private readonly SampleNames _names = new();
    private readonly SampleOwners _owners = new();

    public SsExactTableTests()
    {
        _names.Interfaces[2] = "eth0";
        _owners.Owners[1] = [SampleRows.Owner("curl", 701, 3)];
        _owners.Owners[2] = [SampleRows.Owner("my\"sql\\\n)d", 912, 21), SampleRows.Owner("café\e[2J", 900, 20)];
    }

    public static TheoryData<string> Releases => ["6.1", "6.15", "7.3"];

    [Theory]
    [MemberData(nameof(Releases))]
    public void Plain(string release) => Golden.Matches($"ss-exact-{release}-plain", Write(new SsColumns { Netid = true, Release = Find(release) }, Rows));

    [Theory]
    [MemberData(nameof(Releases))]
    public void Owners_and_details(string release) => Golden.Matches(
        $"ss-exact-{release}-pe", Write(new SsColumns { Netid = true, Process = true, Timer = true, Details = true, Release = Find(release) }, Rows));

    [Theory]
    [MemberData(nameof(Releases))]
    public void Details_without_owners(string release) => Golden.Matches(
        $"ss-exact-{release}-e", Write(new SsColumns { Timer = true, Details = true, Release = Find(release) }, Rows[5..]));

    [Theory]
    [MemberData(nameof(Releases))]
    public void A_screen_of_eighty_columns(string release) => Golden.Matches(
        $"ss-exact-{release}-80", Write(new SsColumns { Netid = true, Process = true, Release = Find(release), TerminalWidth = 80 }, Rows));

    [Theory]
    [InlineData("6.1", "State Recv-Q Send-Q Local Address:Port Peer Address:PortProcess\n")]
    [InlineData("6.15", "State Recv-Q Send-Q Local Address:Port Peer Address:Port\n")]
    [InlineData("7.3", "State Recv-Q Send-Q Local Address:Port Peer Address:Port\n")]
    public void Where_nothing_is_listed_there_is_the_header(string release, string text) => Assert.Equal(text, Write(new SsColumns { Release = Find(release) }, []));

    [Theory]
    [MemberData(nameof(Releases))]
    public void Where_nothing_is_listed_and_no_header_asked_there_is_nothing(string release) =>
        Assert.Equal("", Write(new SsColumns { Header = false, Release = Find(release) }, []));

    [Fact]
    public void Threads_and_contexts_stand_where_ss_has_them()
    {
        ProcessRef thread = new(7, 3, "sshd"u8.ToArray()) { Tid = 9, Contexts = new SecurityContexts("system_u:sshd"u8.ToArray(), null) };
        _owners.Owners[2] = [thread];

        string text = Write(
            new SsColumns { Process = true, Threads = true, Contexts = OwnerContexts.ProcessAndSocket, Header = false, Release = SsRelease.V7_3 }, [Rows[5]]);

        Assert.EndsWith(" users:((\"sshd\",pid=7,tid=9,proc_ctx=system_u:sshd,fd=3,sock_ctx=unavailable))\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_association_of_sctp_stands_under_its_endpoint()
    {
        SocketEntry endpoint = SampleRows.Socket(Transport.Sctp, SocketState.Listen, "0.0.0.0:7", "0.0.0.0:0") with { Inode = 77 };
        SocketEntry association = SampleRows.Socket(Transport.Sctp, (SocketState)3, "10.0.0.1:7", "10.0.0.2:9") with { Inode = 77 };
        SocketEntry[] rows = [endpoint, association, association with { State = (SocketState)7 }, endpoint with { Inode = 78 }];

        Assert.Equal(
            """
            sctp LISTEN      0      0       0.0.0.0:7  0.0.0.0:*
                 `- ESTAB    0      0      10.0.0.1:7 10.0.0.2:9
                 `- ACK_SENT 0      0      10.0.0.1:7 10.0.0.2:9
            sctp LISTEN      0      0       0.0.0.0:7  0.0.0.0:*

            """,
            Write(new SsColumns { Netid = true, Header = false, Release = SsRelease.V7_3 }, rows));
    }

    [Fact]
    public void A_column_wider_than_the_screen_stands_alone_and_the_others_share_their_lines()
    {
        SocketEntry row = SampleRows.Unix(Transport.UnixStream, SocketState.Listen, new string('x', 100), 1);

        Assert.Equal(
            "LISTEN                 0                      0                      " + new string('x', 100) + " 1" + new string(' ', 43) + "* 0" + new string(' ', 21) + "\n",
            Write(new SsColumns { Header = false, Release = SsRelease.V7_3, TerminalWidth = 68 }, [row]));
    }

    // ss prints when the fifth chunk of 1 MiB is begun: what comes after it can have wider columns. The number of rows
    // before is what each release shows for a /proc/net/tcp of these rows.
    [Theory]
    [InlineData("6.1", 74_896)]
    [InlineData("6.15", 77_670)]
    [InlineData("7.3", 77_670)]
    public void Rows_that_were_printed_keep_their_widths(string release, int rowsBefore)
    {
        SocketEntry narrow = SampleRows.Listen("1.1.1.1:1");
        SocketEntry wide = SampleRows.Listen("100.100.100.100:10000");
        SocketEntry[] many = [.. Enumerable.Repeat(narrow, 100_000), wide, narrow];

        string[] lines = Write(new SsColumns { Release = Find(release) }, many).Split('\n');

        Assert.Equal("LISTEN 0      128          1.1.1.1:1         0.0.0.0:*", lines[rowsBefore].TrimEnd());
        Assert.Equal("LISTEN 0      128            1.1.1.1:1          0.0.0.0:*", lines[rowsBefore + 1].TrimEnd());
    }

    [Fact]
    public void A_cell_of_more_than_two_bytes_of_length_is_cut()
    {
        _owners.Owners[1] = [.. Enumerable.Range(1, 3000).Select(static i => SampleRows.Owner("a-long-name", 100_000 + i, i))];

        string text = Write(new SsColumns { Process = true, Header = false, Release = SsRelease.V7_3 }, [Rows[6], Rows[6]]);

        Assert.Equal(2, text.Split('\n').Length - 1);
        Assert.All(text.TrimEnd().Split('\n'), static line => Assert.InRange(line.Length, 65_536, 65_700));
    }

    [Theory]
    [InlineData("6.1", true, "a\\040keyESTAB", "md5keys:10.0.0.1/32=")]
    [InlineData("6.15", true, "ESTAB", "md5keys:10.0.0.1/32=a\\040key")]
    [InlineData("6.1", false, "ESTAB", "md5keys:10.0.0.1/32=<hidden>")]
    [InlineData("7.3", false, "ESTAB", "md5keys:10.0.0.1/32=<hidden>")]
    public void Keys_are_hidden_unless_asked_for_and_then_stand_where_ss_has_them(string release, bool secrets, string start, string end)
    {
        SocketDetails details = new() { Known = DetailParts.Md5Keys };
        ref Md5Key key = ref details.Md5Part.Add();
        key.Address = IpAddr.V4(0x0A000001);
        key.PrefixLength = 32;
        key.SetKey("a key"u8);
        SocketEntry[] rows = [SampleRows.Connection("10.0.0.2:22", "10.0.0.1:50000") with { DetailsPlace = 1, Known = SocketFields.Cookie }];
        MemoryOutput output = new();
        SsExactTable table = new(
            new Utf8Sink(output), new SsColumns { Info = true, Secrets = secrets, Header = false, OneLine = true, Release = Find(release) }, _names);

        Assert.True(table.Accept(new SocketBatch(rows, null, null, new[] { details })));
        Assert.True(table.Finish());

        Assert.StartsWith(start, output.Text, StringComparison.Ordinal);
        Assert.EndsWith(end, output.Text.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_whose_output_has_failed_says_so()
    {
        SsExactTable table = new(new Utf8Sink(new MemoryOutput(limit: 0)), new SsColumns { Release = SsRelease.V7_3 }, _names);

        Assert.True(table.Accept(new SocketBatch(Rows, null, null)));
        Assert.False(table.Finish());
    }

    [Fact]
    public void No_release_prints_a_control_byte_that_a_name_brought() => Gen.Select(Gen.Byte.Array[0, 40], Gen.Byte.Array[0, 15], Gen.Int[0, 2]).Sample(
        (path, name, release) =>
        {
            _owners.Owners[1] = [new ProcessRef(1, 1, name)];
            SocketEntry row = SampleRows.Unix(Transport.UnixStream, SocketState.Listen, "", 1) with { UnixBytes = path, UnixPathLength = (ushort)path.Length };
            byte[] text = WriteBytes(new SsColumns { Process = true, Release = Find(Releases.ElementAt(release).Data) }, [row]);

            Assert.Equal(2, text.Count(static value => value == '\n'));
            Assert.DoesNotContain(text, static value => value != '\n' && value is < 0x20 or 0x7F);
            Assert.DoesNotContain(Encoding.UTF8.GetString(text), static character => character is >= '\u0080' and < '\u00A0' or '\u202E' or '\u2066');
        },
        iter: 500);

    [Fact]
    public void What_is_printed_has_the_cells_of_the_rows_at_the_same_columns() => Gen.Select(RandomRow.Array[1, 12], Gen.Int[0, 2], Gen.OneOf(Gen.Const(0), Gen.Int[30, 250])).Sample(
        (rows, release, width) =>
        {
            string text = Write(new SsColumns { Netid = true, Release = Find(Releases.ElementAt(release).Data), TerminalWidth = width }, rows);
            string[] lines = text.Split('\n')[..^1];

            Assert.Equal(rows.Length + 1, lines.Length);
            int[] colons = [.. lines.Select(static line => line.TrimEnd().LastIndexOf(':'))];
            Assert.All(colons, colon => Assert.Equal(colons[0], colon));
            for (int i = 0; i < rows.Length; i++) Assert.Equal(Cells(rows[i]), lines[i + 1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        },
        iter: 500);

    [Fact]
    public void On_a_screen_every_row_fills_whole_lines() => Gen.Select(RandomRow.Array[1, 12], Gen.Int[0, 2], Gen.Int[20, 250], Gen.Bool, Gen.Bool).Sample(
        (rows, release, width, netid, queues) =>
        {
            SsColumns columns = new() { Netid = netid, Queues = queues, Release = Find(Releases.ElementAt(release).Data), TerminalWidth = width };
            Assert.All(Write(columns, rows).Split('\n')[..^1], line => Assert.Equal(0, line.Length % width));
        },
        iter: 500);

    private static Gen<SocketEntry> RandomRow =>
        from local in Gen.UInt
        from peer in Gen.UInt
        from port in Gen.UShort[1, 65535]
        from queue in Gen.UInt
        from state in Gen.Int[1, 11]
        select new SocketEntry
        {
            Transport = Transport.Tcp,
            State = (SocketState)state,
            LocalEnd = new Endpoint(IpAddr.V4(local), port),
            PeerEnd = new Endpoint(IpAddr.V4(peer), port),
            ReceiveQueue = queue,
        };

    private static string[] Cells(in SocketEntry row) =>
    [
        "tcp", Encoding.UTF8.GetString(Minato.States.StateVocabulary.Word(Minato.States.StateDialect.Ss, (int)row.State)),
        unchecked((int)row.ReceiveQueue).ToString(System.Globalization.CultureInfo.InvariantCulture), "0",
        $"{row.Local.Address.ToIPAddress()}:{row.Local.Port}", $"{row.Peer.Address.ToIPAddress()}:{row.Peer.Port}",
    ];

    private static SsRelease Find(string release) => SsRelease.Find(release)!;

    private string Write(SsColumns columns, SocketEntry[] rows) => Encoding.UTF8.GetString(WriteBytes(columns, rows));

    private byte[] WriteBytes(SsColumns columns, SocketEntry[] rows)
    {
        MemoryOutput output = new();
        SsExactTable table = new(new Utf8Sink(output), columns, _names);
        Assert.True(table.Accept(new SocketBatch(rows, _owners, _owners)));
        Assert.True(table.Finish());
        return output.Bytes;
    }
}
