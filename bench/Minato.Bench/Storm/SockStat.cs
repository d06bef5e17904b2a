using System;
using System.Globalization;
using System.IO;

namespace Minato.Bench.Storm;

/// <summary>
/// The kernel's own count of sockets (/proc/net/sockstat and sockstat6). All numbers belong to one network namespace but
/// <see cref="TcpOnMachine"/>: <c>alloc</c> counts the TCP sockets of every namespace.
/// </summary>
internal readonly record struct SockStat(long Tcp, long Tcp6, long TimeWait, long TcpOnMachine)
{
    public static SockStat OfNamespace(int pid) => Parse(
        File.ReadAllText($"/proc/{pid}/net/sockstat"),
        File.Exists($"/proc/{pid}/net/sockstat6") ? File.ReadAllText($"/proc/{pid}/net/sockstat6") : "");

    public static SockStat Parse(string v4, string v6) =>
        new(Value(v4, "TCP:", "inuse"), Value(v6, "TCP6:", "inuse"), Value(v4, "TCP:", "tw"), Value(v4, "TCP:", "alloc"));

    private static long Value(string text, string protocol, string key)
    {
        foreach (var line in text.Split('\n'))
        {
            if (!line.StartsWith(protocol, StringComparison.Ordinal))
                continue;
            var words = line.Split(' ');
            var at = Array.IndexOf(words, key);
            return at > 0 && at + 1 < words.Length ? long.Parse(words[at + 1], CultureInfo.InvariantCulture) : 0;
        }
        return 0;
    }
}
