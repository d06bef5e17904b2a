using System;

namespace Minato.Filter;

/// <summary>A condition's word, for help and completions.</summary>
/// <param name="Word">As it is typed.</param>
/// <param name="Takes">What may follow it.</param>
/// <param name="What">What it asks of a socket.</param>
/// <param name="Example">A filter with it.</param>
/// <param name="IsSs">Whether ss knows it too.</param>
internal sealed record FilterWord(string Word, string Takes, string What, string Example, bool IsSs);

/// <summary>The words of the filter language, in the order in which help shows them.</summary>
internal static class FilterWords
{
    private const string Ends = "[= | !=] ADDRESS[/BITS][:PORT], HOST, *, unix:GLOB, link:PROTO:IF, netlink:PROTO:PID, vsock:CID:PORT";
    private const string Ports = "= | != | < | > | <= | >= [:]PORT or SERVICE";
    private const string Sizes = "= | != | < | > | <= | >= NUMBER[KiB | MiB | GiB | kB | MB | GB]";
    private const string Times = "= | != | < | > | <= | >= NUMBER[us | ms | s | m | h] (ms without a unit)";
    private const string Numbers = "= | != | < | > | <= | >= NUMBER";

    private static FilterWord[]? _all;

    /// <summary>All conditions.</summary>
    public static ReadOnlySpan<FilterWord> All => _all ??=
    [
        new("state", "STATE[,STATE…]", "in one of the states", "state established", IsSs: true),
        new("exclude", "STATE[,STATE…]", "in none of the states", "exclude time-wait", IsSs: true),
        new("src", Ends, "address and port of this end", "src 127.0.0.0/8", IsSs: true),
        new("dst", Ends, "address and port of the peer", "dst 193.233.7/24", IsSs: true),
        new("host", Ends, "address and port of either end", "host 192.168.1.10", IsSs: false),
        new("sport", Ports, "port of this end", "sport = :ssh", IsSs: true),
        new("dport", Ports, "port of the peer", "dport >= :1024", IsSs: true),
        new("port", Ports, "port of either end", "port = 443", IsSs: false),
        new("dev", "[= | !=] INTERFACE", "bound to the interface", "dev eth0", IsSs: true),
        new("fwmark", "[= | !=] MARK[/MASK]", "firewall mark", "fwmark 0x1/0xff", IsSs: true),
        new("cgroup", "[= | !=] PATH or GLOB", "control group", "cgroup /user.slice/*", IsSs: true),
        new("unit", "[= | !=] NAME or GLOB", "systemd unit", "unit = nginx", IsSs: false),
        new("autobound", "", "the system chose the port", "autobound", IsSs: true),
        new("scope", "[= | !=] loopback | private | public | any", "how far the address reaches", "scope = public", IsSs: false),
        new("pid", Numbers, "held by the process", "pid = 4242", IsSs: false),
        new("proc", "[= | !=] NAME or GLOB", "held by a process of the name", "proc = nginx", IsSs: false),
        new("user", "[= | !=] NAME or UID", "made by the user", "user = www-data", IsSs: false),
        new("uid", Numbers, "made by the user id", "uid >= 1000", IsSs: false),
        new("inode", Numbers, "inode of the socket", "inode = 23456", IsSs: false),
        new("netns", "[= | !=] NAME or INODE", "network namespace", "netns = blue", IsSs: false),
        new("recvq", Sizes, "bytes that wait to be read", "recvq > 0", IsSs: false),
        new("sendq", Sizes, "bytes that wait to be sent", "sendq > 1MiB", IsSs: false),
        new("rtt", Times, "round-trip time of TCP", "rtt > 100ms", IsSs: false),
        new("minrtt", Times, "shortest round-trip time of TCP", "minrtt > 20ms", IsSs: false),
        new("retrans", Numbers, "segments sent again in all", "retrans > 0", IsSs: false),
        new("cwnd", Numbers, "congestion window in segments", "cwnd < 10", IsSs: false),
        new("bytes_sent", Sizes, "bytes sent in all", "bytes_sent > 1GiB", IsSs: false),
        new("bytes_received", Sizes, "bytes received in all", "bytes_received > 1GiB", IsSs: false),
        new("lastsnd", Times, "time since data was sent", "lastsnd > 5m", IsSs: false),
        new("lastrcv", Times, "time since data was received", "lastrcv > 5m", IsSs: false),
    ];

    /// <summary>The word that was probably meant, or null.</summary>
    public static string? Nearest(string typed)
    {
        ReadOnlySpan<FilterWord> all = All;
        string[] words = new string[all.Length];
        for (int i = 0; i < words.Length; i++) words[i] = all[i].Word;
        return NearestWord.Of(typed, words);
    }
}
