using System.Text;
using Minato.Model;
using Minato.Rendering;
using Minato.Rendering.Netstat;
using Minato.Rendering.Netstat.Linux;

namespace Minato.Tests.Rendering;

public sealed class NetstatTableTests
{
    private static readonly SocketEntry[] Inet =
    [
        SampleRows.Listen("0.0.0.0:22") with { Inode = 1 },
        SampleRows.Connection("192.168.100.100:54321", "142.250.196.110:443") with
        {
            Inode = 2, Uid = 1000, ReceiveQueue = 7, SendQueue = 123456, Timer = new SocketTimer(TimerKind.Retransmit, 204, 3),
        },
        SampleRows.Connection("[::ffff:10.0.0.1]:3000", "[::ffff:10.0.0.2]:50000", SocketState.TimeWait) with { Timer = new SocketTimer(TimerKind.TimeWait, 59_374, 0) },
        SampleRows.Connection("[2001:db8:1111:2222:3333:4444:5555:6666]:22", "[2001:db8:aaaa:bbbb:cccc:dddd:eeee:ffff]:65535") with
        {
            Inode = 3, Timer = new SocketTimer(TimerKind.KeepAlive, 7_199_050, 2),
        },
        SampleRows.Listen("[::]:3000") with { Inode = 4 },
        SampleRows.Listen("0.0.0.0:68", transport: Transport.Udp) with { Inode = 5 },
        SampleRows.Socket(Transport.Udp, SocketState.Established, "[::1]:5353", "[::1]:5353") with { Inode = 6, Timer = new SocketTimer(TimerKind.Probe, 60_000, 4) },
        SampleRows.Socket(Transport.Raw, SocketState.Closed, "0.0.0.0:1", "0.0.0.0:0") with { Inode = 7, Timer = new SocketTimer((TimerKind)9, 0, 0) },
        SampleRows.Socket(Transport.Raw, SocketState.Closed, "[::]:58", "[::]:0") with { Inode = 8 },
    ];

    private static readonly SocketEntry[] UnixSockets =
    [
        SampleRows.Unix(Transport.UnixStream, SocketState.Listen, "/run/dbus/system_bus_socket", 1001),
        SampleRows.Unix(Transport.UnixDatagram, SocketState.Closed, "@abstract", 1002),
        SampleRows.Unix(Transport.UnixSeqPacket, SocketState.Established, "", 1003),
        SampleRows.Unix(Transport.UnixStream, SocketState.SynSent, "/tmp/x\e[31m\nunix  2      [ ACC ]", 123456789),
        SampleRows.Unix(Transport.UnixStream, SocketState.Closing, "/run/x", 1005),
    ];

    private readonly SampleNames _names = new();
    private readonly SampleOwners _owners = new();

    public NetstatTableTests()
    {
        _owners.Owners[1] = [SampleRows.Owner("sshd", 990, 4), SampleRows.Owner("sshd", 701, 3)];
        _owners.Owners[2] = [SampleRows.Owner("a-very-long-program-name", 12345, 21)];
        _owners.Owners[4] = [SampleRows.Owner("nö\nde\e", 4, 21)];
        _owners.Owners[1001] = [SampleRows.Owner("dbus-daemon", 650, 3)];
    }

    [Fact]
    public void Addresses_are_cut_to_the_width_of_their_column() => Golden.Matches("netstat-inet", Write(new LinuxWishes()));

    [Fact]
    public void Wide_addresses_are_whole() => Golden.Matches("netstat-wide", Write(new LinuxWishes { Wide = true }));

    [Fact]
    public void The_context_of_the_process_follows_it_and_is_escaped()
    {
        _owners.Owners[1] = [SampleRows.Owner("sshd", 701, 3) with { Contexts = new SecurityContexts("system_u:system_r:sshd_t:s0"u8.ToArray(), null) }];
        _owners.Owners[2] = [SampleRows.Owner("evil", 702, 3) with { Contexts = new SecurityContexts("a\e[1m"u8.ToArray(), null) }];
        _owners.Owners[3] = [SampleRows.Owner("none", 703, 3) with { Contexts = new SecurityContexts(null, null) }];

        Golden.Matches("netstat-context", Write(new LinuxWishes { Program = true, Context = true }));
    }

    [Fact]
    public void User_and_inode_follow_the_state()
    {
        _names.Users[0] = "root";
        _names.Users[1000] = "ha\e[1mna";

        Golden.Matches("netstat-extended", Write(new LinuxWishes { Extended = true }));
    }

    [Fact]
    public void The_lowest_pid_is_named_and_names_can_forge_nothing() => Golden.Matches("netstat-programs", Write(new LinuxWishes { Program = true }));

    [Fact]
    public void Timers_come_last() =>
        Golden.Matches("netstat-timers", Write(new LinuxWishes { Extended = true, Program = true, Timer = true }));

    [Fact]
    public void Names_are_cut_so_that_the_port_stays()
    {
        _names.Services[22] = "ssh";
        _names.Services[443] = "a-service-with-a-long-name";
        _names.Services[3000] = "ポート三千番のなまえ";
        _names.Hosts["142.250.196.110"] = "nrt12s36-in-f14.example.net";
        _names.Hosts["10.0.0.2"] = "港\e[31m.example";

        Golden.Matches("netstat-names", Write(new LinuxWishes { HostNames = true }));
    }

    [Fact]
    public void Unix_sockets_show_what_proc_has() => Golden.Matches("netstat-unix", WriteUnix(new LinuxWishes()));

    [Fact]
    public void Unix_sockets_show_their_program() => Golden.Matches("netstat-unix-programs", WriteUnix(new LinuxWishes { Program = true }));

    [Fact]
    public void Cut_text_is_still_text()
    {
        _names.Services[3000] = "ポート三千番のなまえ";
        _names.Hosts["10.0.0.2"] = "港港港港港港港港港港";
        MemoryOutput output = new();
        WriteTo(output, new LinuxWishes { HostNames = true, Program = true });

        Assert.Equal(output.Bytes, Encoding.UTF8.GetBytes(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(output.Bytes)));
    }

    private string Write(LinuxWishes wishes)
    {
        MemoryOutput output = new();
        WriteTo(output, wishes);
        return output.Text;
    }

    private void WriteTo(MemoryOutput output, LinuxWishes wishes)
    {
        Utf8Sink sink = new(output);
        NetstatSocketTable table = new(sink, LinuxLayout.Internet(wishes), _names);
        table.AppendHeader();
        Assert.True(table.Accept(new SocketBatch(Inet, _owners, null)));
        Assert.True(sink.Flush());
    }

    private string WriteUnix(LinuxWishes wishes)
    {
        MemoryOutput output = new();
        Utf8Sink sink = new(output);
        NetstatSocketTable table = new(sink, LinuxLayout.Unix(wishes), _names);
        table.AppendHeader();
        Assert.True(table.Accept(new SocketBatch(UnixSockets, _owners, null)));
        Assert.True(sink.Flush());
        return output.Text;
    }
}
