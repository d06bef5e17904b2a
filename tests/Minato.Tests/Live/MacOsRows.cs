using System;

namespace Minato.Tests.Live;

/// <summary>The scene of Scenes/lesson.c as macOS' <c>netstat -an</c> shows it.</summary>
internal static class MacOsRows
{
    public const string Established = """
        tcp4 0 0 192.168.1.10.22 192.168.1.100.54321 ESTABLISHED
        tcp4 7 0 192.168.1.10.22 203.0.113.50.54321 ESTABLISHED
        tcp4 0 0 192.168.1.10.443 203.0.113.50.45678 ESTABLISHED
        tcp4 0 0 192.168.1.10.8080 203.0.113.50.48080 ESTABLISHED
        tcp6 0 0 ::1.631 ::1.50631 ESTABLISHED
        tcp6 0 0 ::1.50631 ::1.631 ESTABLISHED
        """;

    public const string Listeners = """
        tcp4 0 0 *.22 *.* LISTEN
        tcp4 0 0 192.168.1.10.22 *.* LISTEN
        tcp4 0 0 *.80 *.* LISTEN
        tcp4 0 0 *.443 *.* LISTEN
        tcp4 0 0 127.0.0.1.3306 *.* LISTEN
        tcp4 0 0 *.8080 *.* LISTEN
        tcp46 0 0 *.3000 *.* LISTEN
        tcp6 0 0 ::1.631 *.* LISTEN
        """;

    public const string Connections = Established + "\n" + """
        tcp4 0 0 192.168.1.10.80 203.0.113.60.34567 TIME_WAIT
        tcp4 1 0 192.168.1.10.443 203.0.113.50.45680 CLOSE_WAIT
        tcp4 0 1 192.168.1.10.48000 203.0.113.99.443 SYN_SENT
        tcp4 0 0 192.168.1.10.443 203.0.113.70.40001 SYN_RCVD
        tcp4 0 0 192.168.1.10.80 203.0.113.60.34570 FIN_WAIT_2
        """;

    public const string Others = """
        udp4 0 0 127.0.0.1.53 *.*
        udp4 0 0 *.68 *.*
        udp46 0 0 *.5353 *.*
        udp4 0 0 192.168.1.10.40053 203.0.113.50.53
        icm4 0 0 *.* *.*
        """;

    public const string Unix = """
        # stream 0 0 0 # 0 0
        # stream 0 0 0 # 0 0
        # stream 0 0 # 0 0 0 /run/mysqld.sock
        # dgram 0 0 0 0 - - @cups
        """;

    /// <summary>What differs from run to run: the numbers of sockets and files.</summary>
    public static string WithoutNumbers(string line)
    {
        string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (int word in new[] { 0, 4, 5 })
        {
            if (words[word] != "0") words[word] = "#";
        }

        return string.Join(' ', words);
    }
}
