using System;

namespace Minato.Tests.Live;

/// <summary>The scene of Scenes/lesson.c as <c>netstat -an</c> shows it.</summary>
internal static class NetstatRows
{
    public const string Established = """
        tcp 0 0 192.168.1.10:22 192.168.1.100:54321 ESTABLISHED
        tcp 7 0 192.168.1.10:22 203.0.113.50:54321 ESTABLISHED
        tcp 0 0 192.168.1.10:443 203.0.113.50:45678 ESTABLISHED
        tcp 0 0 192.168.1.10:8080 203.0.113.50:48080 ESTABLISHED
        tcp6 0 0 ::1:631 ::1:50631 ESTABLISHED
        tcp6 0 0 ::1:50631 ::1:631 ESTABLISHED
        udp 0 0 192.168.1.10:40053 203.0.113.50:53 ESTABLISHED
        """;

    public const string Internet = Established + "\n" + """
        tcp 0 0 0.0.0.0:22 0.0.0.0:* LISTEN
        tcp 0 0 192.168.1.10:22 0.0.0.0:* LISTEN
        tcp 0 0 0.0.0.0:80 0.0.0.0:* LISTEN
        tcp 0 0 0.0.0.0:443 0.0.0.0:* LISTEN
        tcp 0 0 127.0.0.1:3306 0.0.0.0:* LISTEN
        tcp 1 0 0.0.0.0:8080 0.0.0.0:* LISTEN
        tcp6 0 0 :::3000 :::* LISTEN
        tcp6 0 0 ::1:631 :::* LISTEN
        tcp 0 0 192.168.1.10:80 203.0.113.60:34567 TIME_WAIT
        tcp 1 0 192.168.1.10:443 203.0.113.50:45680 CLOSE_WAIT
        tcp 0 1 192.168.1.10:48000 203.0.113.99:443 SYN_SENT
        tcp 0 0 192.168.1.10:443 203.0.113.70:40001 SYN_RECV
        tcp 0 0 192.168.1.10:80 203.0.113.60:34570 FIN_WAIT2
        udp 0 0 127.0.0.1:53 0.0.0.0:*
        udp 0 0 0.0.0.0:68 0.0.0.0:*
        udp6 0 0 :::5353 :::*
        raw 0 0 0.0.0.0:1 0.0.0.0:* 7
        """;

    public const string Unix = """
        unix 3 [ ] STREAM CONNECTED
        unix 3 [ ] STREAM CONNECTED
        unix 2 [ ACC ] STREAM LISTENING /run/mysqld.sock
        unix 2 [ ] DGRAM @cups
        """;

    /// <summary>The inode is the one cell of a unix row that differs from run to run.</summary>
    public static string WithoutInode(string line) => string.Join(
        ' ', Array.FindAll(line.Split(' '), cell => cell.Length < 3 || cell.AsSpan().ContainsAnyExceptInRange('0', '9')));
}
