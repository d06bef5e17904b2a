using System;

namespace Minato.Tests.Live;

/// <summary>The scene of Scenes/lesson.c as Windows' <c>netstat -an</c> shows it.</summary>
internal static class WindowsRows
{
    public const string Established = """
        TCP 192.168.1.10:22 192.168.1.100:54321 ESTABLISHED
        TCP 192.168.1.10:22 203.0.113.50:54321 ESTABLISHED
        TCP 192.168.1.10:443 203.0.113.50:45678 ESTABLISHED
        TCP 192.168.1.10:8080 203.0.113.50:48080 ESTABLISHED
        TCP [::1]:631 [::1]:50631 ESTABLISHED
        TCP [::1]:50631 [::1]:631 ESTABLISHED
        """;

    public const string Connections = Established + "\n" + """
        TCP 192.168.1.10:80 203.0.113.60:34567 TIME_WAIT
        TCP 192.168.1.10:443 203.0.113.50:45680 CLOSE_WAIT
        TCP 192.168.1.10:48000 203.0.113.99:443 SYN_SENT
        TCP 192.168.1.10:443 203.0.113.70:40001 SYN_RECEIVED
        TCP 192.168.1.10:80 203.0.113.60:34570 FIN_WAIT_2
        """;

    public const string All = Connections + "\n" + """
        TCP 0.0.0.0:22 0.0.0.0:0 LISTENING
        TCP 192.168.1.10:22 0.0.0.0:0 LISTENING
        TCP 0.0.0.0:80 0.0.0.0:0 LISTENING
        TCP 0.0.0.0:443 0.0.0.0:0 LISTENING
        TCP 127.0.0.1:3306 0.0.0.0:0 LISTENING
        TCP 0.0.0.0:8080 0.0.0.0:0 LISTENING
        TCP [::]:3000 [::]:0 LISTENING
        TCP [::1]:631 [::]:0 LISTENING
        UDP 127.0.0.1:53 *:*
        UDP 0.0.0.0:68 *:*
        UDP [::]:5353 *:*
        UDP 192.168.1.10:40053 *:*
        """;

    /// <summary>Who holds what, by the name that the scene gave the process; of the others nobody does.</summary>
    private static readonly (string Row, string Name)[] Holders =
    [
        ("TCP 192.168.1.10:22 ", "sshd"), ("TCP 0.0.0.0:22 ", "sshd"), ("TCP 0.0.0.0:80 ", "nginx"), ("TCP 0.0.0.0:443 ", "nginx"),
        ("TCP 192.168.1.10:443 203.0.113.50:", "nginx"), ("TCP 192.168.1.10:80 203.0.113.60:34570 ", "nginx"), ("TCP 127.0.0.1:3306 ", "mysqld"),
        ("TCP 0.0.0.0:8080 ", "java"), ("TCP [::]:3000 ", "node"), ("TCP [::1]:631 ", "cupsd"), ("TCP [::1]:50631 ", "lp"),
        ("TCP 192.168.1.10:48000 ", "curl"), ("UDP 127.0.0.1:53 ", "dnsmasq"), ("UDP 192.168.1.10:40053 ", "dnsmasq"),
        ("UDP 0.0.0.0:68 ", "avahi-daemon"), ("UDP [::]:5353 ", "avahi-daemon"),
    ];

    /// <summary>The same rows with the number of the process that holds each.</summary>
    public static string[] WithProcessIds(Sandbox sandbox) => Array.ConvertAll(All.Split('\n'), row =>
    {
        var holder = Array.Find(Holders, holder => row.StartsWith(holder.Row, StringComparison.Ordinal)).Name;
        return $"{row} {(holder is null ? 0 : sandbox.Pid(holder))}";
    });
}
