using System.Text;
using Minato.Model;
using Minato.Rendering;
using Minato.Rendering.Netstat;
using Minato.Rendering.Netstat.Windows;

namespace Minato.Tests.Rendering.Netstat.Windows;

/// <summary>Sockets of every kind that Windows' table tells apart, in its order.</summary>
internal sealed class WindowsSample
{
    private static readonly SocketEntry[] Sockets =
    [
        SampleRows.Listen("0.0.0.0:135") with { Inode = 1 },
        SampleRows.Listen("127.0.0.1:8080") with { Inode = 2 },
        SampleRows.Socket(Transport.Tcp, SocketState.Closed, "127.0.0.1:7777", "0.0.0.0:0") with { Inode = 3 },
        SampleRows.Connection("192.168.1.10:49722", "142.250.196.110:443") with { Inode = 4, ReceiveQueue = 9 },
        SampleRows.Connection("192.168.100.100:54321", "192.168.200.200:65535", SocketState.SynReceived) with { Inode = 4 },
        SampleRows.Connection("192.168.1.10:49723", "203.0.113.60:80", SocketState.TimeWait) with
        {
            Timer = new SocketTimer(TimerKind.TimeWait, 59_374, 0), Known = SocketFields.Timer,
        },
        SampleRows.Connection("192.168.1.10:49724", "203.0.113.60:80", SocketState.FinWait2) with
        {
            Timer = new SocketTimer(TimerKind.TimeWait, 59_374, 0), Known = SocketFields.Timer,
        },
        SampleRows.Listen("[::]:445") with { Inode = 5 },
        SampleRows.Connection("[2001:db8:1111:2222:3333:4444:5555:6666]:22", "[2001:db8:aaaa:bbbb:cccc:dddd:eeee:ffff]:65535") with { Inode = 2 },
        SampleRows.Connection("[fe80::1]:5000", "[fe80::2]:49152", SocketState.CloseWait) with { Inode = 2, InterfaceIndex = 9 },
        SampleRows.Connection("[::ffff:10.0.0.1]:3000", "[::ffff:10.0.0.2]:50000") with { Inode = 2 },
        SampleRows.Listen("0.0.0.0:5353", transport: Transport.Udp) with { Inode = 2 },
        SampleRows.Socket(Transport.Udp, SocketState.Established, "192.168.1.10:40053", "203.0.113.50:53") with { Inode = 6 },
        SampleRows.Listen("[fe80::244e:2f1e:2096:62b2]:1900", transport: Transport.Udp) with { Inode = 2, InterfaceIndex = 9 },
    ];

    private readonly SampleOwners _owners = new();

    public WindowsSample()
    {
        _owners.Owners[1] = [SampleRows.Owner("svchost", 1712, 4), SampleRows.Owner("launcher", 8, 4)];
        _owners.Owners[2] = [SampleRows.Owner("server", 8844, 3)];
        _owners.Owners[3] = [SampleRows.Owner("br]ow\ns\e[31mer", 12345678, 3)];
        _owners.Owners[4] = [SampleRows.Owner("browser", 4194304, 3)];
    }

    public SampleNames Names { get; } = new();

    public string Write(WindowsWishes wishes)
    {
        MemoryOutput output = new();
        Utf8Sink sink = new(output);
        NetstatSocketTable table = new(sink, WindowsLayout.Connections(wishes), Names);
        table.AppendHeader();
        Assert.True(table.Accept(new SocketBatch(Sockets, _owners, null)));
        Assert.True(sink.Flush());
        return output.Text;
    }

    /// <summary>Gives the machine, and two of its peers and ports, names.</summary>
    public WindowsWishes Named(bool fullNames)
    {
        Names.Hosts["142.250.196.110"] = "nrt12s36-in-f14.example.net";
        Names.Hosts["192.168.1.10"] = "never-shown.example.net";
        Names.Hosts["10.0.0.2"] = "港\e[31m.example";
        Names.Hosts["2001:db8:aaaa:bbbb:cccc:dddd:eeee:ffff"] = ".odd";
        Names.Services[443] = "https";
        Names.Services[135] = "never-shown";
        return new WindowsWishes { HostNames = true, FullNames = fullNames, MachineName = Encoding.UTF8.GetBytes("harbour.example.net") };
    }
}
