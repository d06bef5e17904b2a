using System;
using System.Collections.Generic;
using System.Text;
using Minato.Model;
using Minato.Reading;
using Minato.Rendering;
using Minato.Rendering.Netstat;
using Minato.Rendering.Netstat.Linux;
using Minato.Rendering.Netstat.MacOs;
using Minato.Rendering.Netstat.Windows;
using Minato.Rendering.Ss;

namespace Minato.Fuzz.Targets;

/// <summary>Printed tables of every netstat and of ss: the first byte says in which pieces they come. What is read is printed in each dialect.</summary>
internal sealed class TextTarget : Target
{
    private static readonly string[] Known =
    [
        "Active Internet connections (servers and established)\nProto Recv-Q Send-Q Local Address           Foreign Address         State       User       Inode      PID/Program name     Timer\n"
        + "tcp        0      0 127.0.0.53:53           0.0.0.0:*               LISTEN      101        26985      893/systemd-resolve  off (0.00/0/0)\n"
        + "udp6       0      0 :::5353                 :::*                                u          0          -                    -\n",
        "Active UNIX domain sockets (servers and established)\nProto RefCnt Flags       Type       State         I-Node   PID/Program name     Path\n"
        + "unix  2      [ ACC ]     STREAM     LISTENING     34696    2200/Web Content     @/tmp/.X11-unix/X0\n",
        "\r\nAktive Verbindungen\r\n\r\n  Proto  Lokale Adresse         Remoteadresse          Status           PID\r\n  TCP    0.0.0.0:135            0.0.0.0:0              ABH\u00d6REN         1712\r\n  RpcSs\r\n [svchost.exe]\r\n"
        + "  UDP    [fe80::1%9]:1900       *:*                                    8844\r\n",
        "Active Internet connections (including servers)\nProto Recv-Q Send-Q  Local Address          Foreign Address        (state)          rxbytes      txbytes  rhiwat  shiwat          process:pid    state  options           gencnt    flags   flags1 usecnt rtncnt fltrs\n"
        + "tcp4       0      0  127.0.0.1.59357        127.0.0.1.59360        ESTABLISHED         1022            0  407872  146988 Brave Browser He:46708  00102 00000104 000000000137f1ff 00000081 01000800      2      0 000000\n",
        "Active LOCAL (UNIX) domain sockets\nAddress          Type   Recv-Q Send-Q            Inode             Conn             Refs          Nextref Addr\n"
        + "7fb03cb937d3795d stream      0      0                0 7fb03cb937d38835                0                0 /var/run/mDNSResponder\n",
        "Netid State  Recv-Q Send-Q Local Address:Port Peer Address:Port Process\ntcp LISTEN 0 511 *:80 *:* users:((\"a\",pid=1,fd=4),(\"b\",pid=2,fd=4)) timer:(keepalive,1min48sec,0) uid:7 ino:9 sk:1 <->\n"
        + "u_str LISTEN 0 5 /a b 18 * 0 users:((\"c\",pid=3,fd=1))\n\tskmem:(r0)\n",
    ];

    public override IEnumerable<byte[]> Seeds()
    {
        foreach (string text in Known)
        {
            yield return [0, .. Encoding.UTF8.GetBytes(text)];
            yield return [7, 0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)];
        }
    }

    public override void Run(ReadOnlySpan<byte> input)
    {
        if (input.IsEmpty) return;
        int size = input[0] == 0 ? input.Length : input[0];
        TextTableReader reader = new();
        for (ReadOnlySpan<byte> rest = input[1..]; !rest.IsEmpty; rest = rest[Math.Min(size, rest.Length)..]) reader.Feed(rest[..Math.Min(size, rest.Length)]);
        TextTable table = reader.End();
        Tables names = new(SsRelease.Newest);
        Print(table, LinuxLayout.Internet(new LinuxWishes { Extended = true, Program = true, Timer = true, Context = true }), Transports.Inet, names);
        Print(table, LinuxLayout.Unix(new LinuxWishes { Program = true }), Transports.Unix, names);
        Print(table, WindowsLayout.Connections(new WindowsWishes { ProcessId = true, ProgramLines = true, TimeInState = true, Template = true }), Transports.Inet, names);
        Print(table, MacOsLayout.Internet(new MacOsWishes { Identity = true, Verbose = true, Packets = true, Drops = true }), Transports.Inet, names);
        Print(table, MacOsLayout.Unix(new MacOsWishes { Verbose = true }), Transports.Unix, names);
    }

    private static void Print(TextTable table, NetstatLayout layout, Transports transports, Tables names)
    {
        NetstatSocketTable rows = new(new Utf8Sink(names), layout, names);
        for (int snapshot = 0; snapshot < table.Snapshots; snapshot++) table.Deliver(snapshot, new TextFilter(transports, IpFamilies.Both, StateSet.All), rows);
    }
}
